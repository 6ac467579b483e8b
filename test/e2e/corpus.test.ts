import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCorpus } from '#cli/corpus/write-corpus.ts'
import { type CorpusOptions, corpusSettings, DEFAULT_CORPUS_OPTIONS } from '#core/corpus/corpus-options'
import { launchChromium, removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { download, dropPaths, expectQuiet, go, openApp, waitForRunEnd, writePairs } from './app-page'
import { violations } from './axe'

const GENERAL = Array.from({ length: 300 }, (_, n) =>
  JSON.stringify(n % 10 === 4 ? { id: n } : { question: `What is ${n} and 1?`, response: `It is ${n + 1}. 好。` }),
).join('\n')

let app: ServedApp
let browser: Browser
let folder: string
const file = (name: string): string => path.join(folder, name)

beforeAll(async () => {
  app = await serveApp()
  browser = await launchChromium()
  folder = await temporaryFolder()
  await mkdir(file('texts'))
  for (const [name, sample] of [
    ['lights.md', 'lighthouses.md'],
    ['茶.md', 'tea.zh.md'],
  ] as const) {
    await writeFile(file(path.join('texts', name)), await readFile(path.join('public', 'samples', sample)))
  }
  // A passage without a sentence that a rule could use.
  await writeFile(file(path.join('texts', 'plain.txt')), 'Calm.\n\nA still grey sea.\n')
  await writeFile(file('general.jsonl'), GENERAL)
})

afterAll(async () => {
  await browser.close()
  await app.close()
  await removeFolder(folder)
})

async function corpusOf(page: Page, query: string): Promise<string> {
  await go(page, 'corpus', query)
  await page.getByText(/^about [\d,]+ tokens$/u).waitFor()
  const { name, text } = await download(page, () => page.getByRole('button', { name: 'Write the file' }).click())
  expect(name).toBe('corpus.jsonl')
  await page.getByText('Written and checked').waitFor()
  return text
}

async function exportTo(page: Page, name: string, query: string): Promise<void> {
  await go(page, 'export', query)
  const { text } = await download(page, () => page.getByRole('button', { name: 'Export', exact: true }).click())
  await writeFile(file(name), text)
}

/** What the command makes of what the page exported. */
async function byCommand(change: Partial<CorpusOptions>, general: string | null): Promise<string> {
  const options = { ...DEFAULT_CORPUS_OPTIONS, ...change }
  await writeCorpus({
    from: file('records.jsonl'),
    out: file('corpus.jsonl'),
    passages: file('passages.jsonl'),
    general,
    narrowing: { ...options, documents: null },
    settings: corpusSettings(options, general !== null),
  })
  return readFile(file('corpus.jsonl'), 'utf8')
}

function textsOf(rows: string): readonly string[] {
  return rows
    .trimEnd()
    .split('\n')
    .map(line => {
      const row: { text: string } = JSON.parse(line)
      expect(Object.keys(row)).toEqual(['text'])
      return row.text
    })
}

describe('pre-training text in the page', () => {
  it('CORPUSVIEW8: files dropped → quick pairs → an edit → what the command writes, byte for byte', async () => {
    const context = await browser.newContext({ acceptDownloads: true, locale: 'en-GB' })
    const watched = await openApp(context, app.url)
    const { page } = watched
    await dropPaths(page, [file('texts')])
    await page.getByText('plain.txt').first().waitFor()
    await writePairs(page)
    await go(page, 'review')
    await page.getByText(/^1 of \d+$/u).waitFor()
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: 'Response' }).fill('A tower whose light guides ships.')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Kept 1$/u).waitFor()
    await page.keyboard.press('d')
    await page.getByText(/^Dropped 1$/u).waitFor()

    await exportTo(page, 'records.jsonl', '')
    await exportTo(page, 'passages.jsonl', '?format=passages')

    const plain = await corpusOf(page, '')
    expect(plain).toBe(await byCommand({}, null))
    const texts = textsOf(plain)
    expect(texts.some(text => text.includes('A tower whose light guides ships.'))).toBe(true)
    expect(texts.some(text => text.includes('A still grey sea.'))).toBe(true)
    expect(texts.some(text => /[。？]/u.test(text))).toBe(true)

    // Again the same, with another seed not, and what was chosen stands in the address.
    await page.reload()
    expect(await corpusOf(page, '')).toBe(plain)
    expect(await corpusOf(page, '?seed=2')).not.toBe(plain)

    // Some raw passages read for comprehension, and only one task.
    const read = await corpusOf(page, '?converted=0&comprehension=70&tasks=definition')
    expect(read).toBe(await byCommand({ converted: 0, comprehension: 0.7, tasks: ['definition'] }, null))
    expect(read).not.toBe(await byCommand({ converted: 0, tasks: ['definition'] }, null))
    await page.getByRole('radio', { name: 'Read for comprehension' }).check()
    await page.locator('.legend').getByText('Questions and answers').waitFor()

    await page.getByTestId('general-file').setInputFiles(file('general.jsonl'))
    await page.getByText('What is 0 and 1? It is 1. 好。').waitFor()
    const weights = { classic: 0, dialog: 30, numbered: 70, 'few-shot': 0, 'next-turn': 0 }
    const mixed = await corpusOf(page, '?weights=0-30-70-0-0&inversion=100&converted=50&general=0.5&seed=9')
    const change = { weights, inversion: 1, converted: 0.5, general: 0.5, seed: 9 }
    expect(mixed).toBe(await byCommand(change, file('general.jsonl')))
    expect(textsOf(mixed).some(text => text.startsWith('What is '))).toBe(true)
    expectQuiet(watched)
    await context.close()
  })

  it('CORPUSVIEW5, CORPUSVIEW6: a wrong file changes nothing; a file that is being written can be cancelled', async () => {
    const context = await browser.newContext({ acceptDownloads: true, locale: 'en-GB' })
    const watched = await openApp(context, app.url)
    const { page } = watched
    await dropPaths(page, [file('texts')])
    await page.getByText('plain.txt').first().waitFor()
    await writePairs(page)
    await go(page, 'corpus')
    await page.getByTestId('general-file').setInputFiles(file('general.jsonl'))
    await page.getByText('general.jsonl').waitFor()
    const wrong = { name: 'scores.jsonl', mimeType: '', buffer: Buffer.from('{"id":1,"score":0.2}\n') }
    await page.getByTestId('general-file').setInputFiles([wrong])
    await page.getByText(/Its columns are id, score\./u).waitFor()
    expect(await page.locator('.general__file').textContent()).toContain('general.jsonl')

    // So many tokens of general instructions that writing them takes a while.
    await go(page, 'corpus', '?general=1000')
    await page.getByRole('button', { name: 'Write the file' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Cancelled. No file was left.').waitFor({ timeout: 5_000 })
    expectQuiet(watched)
    await context.close()
  })
})

const LOOKS: readonly (BrowserContextOptions & { readonly look: string })[] = [
  { look: 'light', colorScheme: 'light', locale: 'en-GB', viewport: { width: 1360, height: 840 } },
  { look: 'dark', colorScheme: 'dark', locale: 'en-GB', viewport: { width: 1360, height: 840 } },
  { look: 'narrow', colorScheme: 'light', locale: 'en-GB', viewport: { width: 360, height: 780 } },
  { look: 'Chinese', colorScheme: 'dark', locale: 'zh-CN', viewport: { width: 1360, height: 840 } },
]

describe.each(LOOKS)('$look', ({ look: _look, ...options }) => {
  it('is clean for axe and no wider than the window, empty, full and when it is done', async () => {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce', acceptDownloads: true })
    const { page } = await openApp(context, app.url)
    const found: string[] = []
    const look = async (state: string): Promise<void> => {
      found.push(...(await violations(page)).map(line => `${state} ${line}`))
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wider > 0) found.push(`${state} is ${wider} px wider than the window`)
    }
    await go(page, 'corpus')
    await page.locator('.ui-empty').waitFor()
    await look('empty')
    await go(page, 'sources')
    await page.locator('.first__acts button').last().click()
    await page.getByText('tea.zh.md').first().waitFor()
    await go(page, 'write')
    await page.locator('.start-bar__acts button').last().click()
    if (options.locale === 'en-GB') await waitForRunEnd(page)
    else await page.getByText('这些段落已按同样的设置生成过。').waitFor()
    await go(page, 'corpus')
    await page.locator('.tinted').waitFor()
    await page.getByTestId('general-file').setInputFiles(file('general.jsonl'))
    await page.locator('.general__file').waitFor()
    await look('full')
    const about = page.locator('.preview__about')
    const before = await about.innerText()
    await go(page, 'corpus', '?converted=0&comprehension=100&kind=mined&tasks=definition')
    // The text of before stands until the new one is there; colours told in between are of neither.
    await expect
      .poll(async () => (await page.locator('.tinted').count()) > 0 && (await about.innerText()))
      .not.toBe(before)
    await page.locator('.tinted').waitFor()
    await look('read for comprehension')
    await download(page, () => page.locator('.action__button').click())
    await page.locator('.done').waitFor()
    await look('done')
    expect(found).toEqual([])
    await context.close()
  })
})
