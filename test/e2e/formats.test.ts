import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CHINESE,
  docx,
  ENGLISH,
  encode,
  encryptedPdf,
  GERMAN,
  gzipped,
  HTML,
  type MadeFile,
  noise,
  pdf,
  scannedPdf,
  truncatedGzip,
  utf16,
  utf8,
} from '#test/fixtures/e2e/made-files'
import { launchChromium, removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { download, dropPaths, expectQuiet, go, openApp, writePairs } from './app-page'

let app: ServedApp
let browser: Browser
let folder: string

beforeAll(async () => {
  app = await serveApp()
  browser = await launchChromium()
  folder = await temporaryFolder()
})

afterAll(async () => {
  await browser.close()
  await app.close()
  await removeFolder(folder)
})

/** Tall, so that every row of the list is drawn. */
const TALL = { width: 1280, height: 2600 }

function newContext(): Promise<BrowserContext> {
  return browser.newContext({ acceptDownloads: true, locale: 'en-GB', viewport: TALL })
}

async function choose(page: Page, files: readonly MadeFile[]): Promise<void> {
  const chosen = files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }))
  await page.getByTestId('files').first().setInputFiles(chosen)
  for (const { name } of files) await toggle(page, name).waitFor()
  await read(page)
}

async function read(page: Page): Promise<void> {
  await page.getByText(/^Reading \d+ of \d+/u).waitFor({ state: 'detached' })
}

function toggle(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `Details of ${name}`, exact: true })
}

function rowOf(page: Page, name: string): Locator {
  return page.locator('article.source').filter({ has: toggle(page, name) })
}

/** The row of a source as one line of words. */
async function words(page: Page, name: string): Promise<string> {
  return (await rowOf(page, name).locator('.source__line').innerText()).replaceAll(/\s+/gu, ' ')
}

/** What the details of a source say, opened for the look and closed again. */
async function details(page: Page, name: string): Promise<string> {
  await toggle(page, name).click()
  const text = await rowOf(page, name).locator('.source-details').innerText()
  await toggle(page, name).click()
  return text.replaceAll(/\s+/gu, ' ')
}

interface PassageRow {
  readonly document: { readonly name: string; readonly row: number | null; readonly meta: unknown }
  readonly language: string
  readonly headings: readonly string[]
  readonly text: string
}

/** Every passage of the project, as its export gives it. */
async function passages(page: Page): Promise<readonly PassageRow[]> {
  await go(page, 'export', '?format=passages')
  const { text } = await download(page, () => page.getByRole('button', { name: 'Export', exact: true }).click())
  await go(page, 'sources')
  return text
    .trimEnd()
    .split('\n')
    .map(line => {
      const row: PassageRow = JSON.parse(line)
      return row
    })
}

function textOf(rows: readonly PassageRow[], name: string, row: number | null = null): string {
  return rows
    .filter(({ document }) => document.name === name && document.row === row)
    .map(({ text }) => text)
    .join('')
}

describe('files of every kind', () => {
  const long = `${'a-name-that-goes-on-'.repeat(10)}.md`
  const rows = [
    { id: 1, text: ENGLISH.repeat(2) },
    { id: 2, text: CHINESE },
    { id: 3, text: `${ENGLISH}Third.` },
  ].map(row => JSON.stringify(row))
  const files: readonly MadeFile[] = [
    { name: 'gb.txt', bytes: encode(CHINESE.repeat(4), 'gb18030') },
    { name: 'wide.txt', bytes: utf16(`${CHINESE.repeat(4)}完。`) },
    { name: 'west.txt', bytes: encode(GERMAN.repeat(4), 'windows-1252') },
    { name: long, bytes: utf8(`# Engines\r\n\r\n${ENGLISH.repeat(3)}\r\n`) },
    { name: 'page.html', bytes: utf8(HTML) },
    {
      name: 'ragged.csv',
      bytes: utf8(`id,body\n1,"${ENGLISH}One."\n2\n3,"${CHINESE}三。"\n4,"${ENGLISH}Four.",more\n`),
    },
    { name: 'plain.tsv', bytes: utf8(`kind\ttext\nx\t${ENGLISH}Tabs.\ny\t${CHINESE}制表。\n`) },
    {
      name: 'list.json',
      bytes: utf8(
        JSON.stringify([
          { q: 'a', answer: `${ENGLISH}List.` },
          { q: 'b', answer: CHINESE.slice(0, 18) },
        ]),
      ),
    },
    { name: 'bad.jsonl', bytes: utf8([rows[0], '{oops', rows[1], 'nor is this', rows[2]].join('\n')) },
    { name: 'light.pdf', bytes: pdf() },
    { name: 'word.docx', bytes: docx() },
    { name: 'packed.txt.gz', bytes: gzipped(`${ENGLISH.repeat(5)}Packed.`) },
    { name: 'cut.txt.gz', bytes: truncatedGzip() },
    { name: 'scan.pdf', bytes: scannedPdf() },
    { name: 'locked.pdf', bytes: encryptedPdf() },
    { name: 'empty.txt', bytes: new Uint8Array() },
    { name: 'binary.txt', bytes: noise(6000) },
    { name: 'broken.docx', bytes: utf8('no zip at all') },
    { name: 'numbers.json', bytes: utf8('[{"a": 1, "b": 2}, {"a": 3, "b": 4}]') },
    { name: 'x-again.txt', bytes: utf8(CHINESE.repeat(4)) },
  ]

  it('says of each what it is, what it gave, and why it gave nothing', async () => {
    const watched = await openApp(await newContext(), app.url)
    const { page } = watched
    await choose(page, files)

    expect(await words(page, 'gb.txt')).toMatch(/Text · Chinese 1 passage · 204 characters/u)
    expect(await details(page, 'gb.txt')).toContain('Encoding gb18030')
    expect(await details(page, 'wide.txt')).toContain('Encoding utf-16le')
    expect(await words(page, 'west.txt')).toContain('Text · other language')
    expect(await details(page, 'west.txt')).toContain('Encoding windows-1252')
    expect(await words(page, long)).toContain('Text · English')
    expect(await words(page, 'page.html')).toContain('HTML · English')
    expect(await words(page, 'ragged.csv')).toMatch(/warnings? Table · English · Chinese 3 documents · 3 passages/u)
    expect(await details(page, 'ragged.csv')).toContain('2 rows have more or fewer cells than the header (lines 3, 5).')
    expect(await details(page, 'ragged.csv')).toContain('1 row has no text and was left out (line 3).')
    expect(await words(page, 'plain.tsv')).toContain('Table · English · Chinese 2 documents')
    expect(await words(page, 'list.json')).toContain('2 documents')
    expect(await details(page, 'list.json')).toContain('Text column answer')
    expect(await words(page, 'bad.jsonl')).toContain('1 warning Table · English · Chinese 3 documents')
    expect(await details(page, 'bad.jsonl')).toContain('2 lines could not be read and were left out (lines 2, 4).')
    expect(await words(page, 'light.pdf')).toContain('PDF · English')
    expect(await words(page, 'word.docx')).toContain('DOCX')
    expect(await words(page, 'packed.txt.gz')).toContain('Text · English 1 passage')
    expect(await words(page, 'cut.txt.gz')).toContain('1 warning Text · English')
    expect(await details(page, 'cut.txt.gz')).toContain('The file ends too early; what came before its end was read')

    const refused: readonly (readonly [name: string, why: string])[] = [
      ['scan.pdf', 'The PDF holds pictures of its 2 pages, but no text.'],
      ['locked.pdf', 'The PDF is protected by a password.'],
      ['empty.txt', 'The file is empty.'],
      ['binary.txt', 'This does not look like text: it holds binary data.'],
      ['broken.docx', 'The file is damaged, or is not really DOCX.'],
      ['numbers.json', 'No column of the table looks like text.'],
    ]
    for (const [name, why] of refused) {
      expect(await words(page, name)).toContain('not read')
      expect(await details(page, name)).toContain(why)
      expect(await details(page, name)).toContain('Your file was not changed, and the other files were read.')
    }
    expect(await words(page, 'x-again.txt')).toContain('already here')
    expect(await details(page, 'x-again.txt')).toContain('Already here as gb.txt.')
    await page.getByText('1 text was here already and was not added again').waitFor()
    await page.getByText('x-again.txt is already here as gb.txt').waitFor()
    await page.getByText(/^13 of 20 sources read/u).waitFor()
    await page.getByRole('button', { name: 'Not read 6' }).click()
    expect(await page.locator('article.source').count()).toBe(6)
    await page.getByRole('button', { name: 'All 20' }).click()

    const found = await passages(page)
    expect(textOf(found, 'gb.txt')).toBe(CHINESE.repeat(4))
    expect(textOf(found, 'wide.txt')).toBe(`${CHINESE.repeat(4)}完。`)
    expect(textOf(found, 'west.txt')).toBe(GERMAN.repeat(4))
    expect(textOf(found, long)).toBe(`# Engines\r\n\r\n${ENGLISH.repeat(3)}\r\n`)
    expect(textOf(found, 'page.html')).toContain('A safety valve is a device that opens')
    expect(textOf(found, 'page.html')).not.toMatch(/hurt|Navigation words|Footer words/u)
    expect(textOf(found, 'ragged.csv', 3)).toBe(`${CHINESE}三。`)
    expect(textOf(found, 'plain.tsv', 1)).toBe(`${ENGLISH}Tabs.`)
    expect(found.find(({ document }) => document.name === 'plain.tsv')?.document.meta).toEqual({ kind: 'x' })
    expect(textOf(found, 'list.json', 2)).toBe(CHINESE.slice(0, 18))
    expect(textOf(found, 'light.pdf')).toContain('a longer distance than a smoking one')
    expect(textOf(found, 'word.docx')).toContain(`# Boilers\n\n${ENGLISH.trim()}\n\n## 阀门\n\n${CHINESE}`)
    expect(textOf(found, 'packed.txt.gz')).toBe(`${ENGLISH.repeat(5)}Packed.`)
    expect(textOf(found, 'cut.txt.gz')).toMatch(/^Pump 0 ran for 0 hours and stopped\. Pump 1 /u)
    expect(found.filter(({ document }) => document.name === 'gb.txt').map(({ language }) => language)).toEqual(['zh'])

    await writePairs(page)
    await go(page, 'review', '?find=蒸汽')
    await page.locator('[aria-posinset="1"]').filter({ hasText: '蒸汽' }).waitFor()
    await page.locator('.passage mark').filter({ hasText: '蒸汽' }).first().waitFor()
    expectQuiet(watched)
    await page.context().close()
  })

  it('what was read wrongly is read again: another encoding, another column, the whole page', async () => {
    const { page } = await openApp(await newContext(), app.url)
    await choose(page, [
      { name: 'gb.txt', bytes: encode(CHINESE.repeat(4), 'gb18030') },
      { name: 'page.html', bytes: utf8(HTML) },
      { name: 'two.csv', bytes: utf8(`note,body\nshort,"${ENGLISH.repeat(2)}"\nbrief,"${CHINESE}"\n`) },
    ])

    const again = async (name: string, change: (row: Locator) => Promise<unknown>): Promise<void> => {
      await toggle(page, name).click()
      await change(rowOf(page, name))
      await rowOf(page, name).getByRole('button', { name: 'Read again' }).click()
      await rowOf(page, name).locator('.source-details').waitFor({ state: 'detached' })
      await read(page)
    }
    await again('gb.txt', row => row.getByLabel('Encoding').selectOption('windows-1252'))
    expect(await words(page, 'gb.txt')).toContain('other language')
    await again('gb.txt', row => row.getByLabel('Encoding').selectOption('gb18030'))
    expect(await words(page, 'gb.txt')).toContain('Text · Chinese')
    await again('page.html', row => row.getByRole('radio', { name: 'Whole page' }).check())
    await again('two.csv', async row => {
      await row.getByRole('region', { name: 'First rows' }).getByText(CHINESE).waitFor()
      expect(await row.getByRole('button', { name: 'body' }).getAttribute('aria-pressed')).toBe('true')
      await row.getByRole('button', { name: 'note' }).click()
      expect(await row.getByLabel('Column with the text').inputValue()).toBe('note')
    })

    const found = await passages(page)
    expect(textOf(found, 'gb.txt')).toBe(CHINESE.repeat(4))
    expect(textOf(found, 'page.html')).toContain('Navigation words')
    expect(textOf(found, 'page.html')).not.toContain('hurt')
    expect(textOf(found, 'two.csv', 1)).toBe('short')
    expect(found.find(({ document }) => document.name === 'two.csv')?.document.meta).toEqual({
      body: ENGLISH.repeat(2),
    })
    await page.context().close()
  })

  it('the cut can be tried on the own text, and all documents cut again', async () => {
    const { page } = await openApp(await newContext(), app.url)
    const text = Array.from({ length: 60 }, (_, at) => `${ENGLISH.trim()} Paragraph ${at} ends here.\n\n`).join('')
    await choose(page, [
      { name: 'long.md', bytes: utf8(text) },
      { name: 'zh.txt', bytes: utf8(CHINESE.repeat(20)) },
    ])
    const passagesOf = async (name: string): Promise<number> =>
      Number(/(\d+) passages?/u.exec(await words(page, name))?.[1])
    const before = await passagesOf('long.md')
    await page.getByRole('button', { name: 'Change the cut' }).click()
    const preview = page.getByRole('region', { name: 'Cut of this document' })
    await preview.getByText(/^1 · \d+ tokens$/u).waitFor()
    const first = await preview.locator('li').count()
    await page.getByLabel('About this many tokens').fill('100')
    await page.getByText('The most must not be less than the aim.').waitFor({ state: 'detached' })
    await page.getByLabel('At most').fill('150')
    await expect.poll(() => preview.locator('li').count()).toBeGreaterThan(first * 3)
    await page.getByLabel('At most').fill('50')
    await page.getByText('The most must not be less than the aim.').waitFor()
    expect(await page.getByRole('button', { name: 'Cut all documents again' }).isDisabled()).toBe(true)
    await page.getByLabel('At most').fill('150')
    await page.getByLabel('Preview on').selectOption({ label: 'zh.txt' })
    await preview
      .getByText(/蒸汽机/u)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Cut all documents again' }).click()
    await page.getByText(/about 100 tokens each, 150 at most/u).waitFor()
    await expect.poll(() => passagesOf('long.md')).toBeGreaterThan(before * 3)
    const found = await passages(page)
    expect(textOf(found, 'long.md')).toBe(text)
    expect(textOf(found, 'zh.txt')).toBe(CHINESE.repeat(20))
    await page.context().close()
  })

  it('a folder with 300 small files is read whole, in order, and one of them is found by name', async () => {
    const { page } = await openApp(await browser.newContext({ acceptDownloads: true, locale: 'en-GB' }), app.url)
    for (let at = 0; at < 300; at++) {
      const place = path.join(folder, 'notes', `part ${at % 5}`)
      await mkdir(place, { recursive: true })
      await writeFile(path.join(place, `note-${String(at).padStart(3, '0')}.txt`), `Note ${at}. ${ENGLISH}`)
    }
    await dropPaths(page, [path.join(folder, 'notes')])
    await page.getByText(/^300 sources · 300 documents · 300 passages/u).waitFor({ timeout: 60_000 })
    await read(page)
    await page.getByPlaceholder('Find a source').fill('note-299')
    await toggle(page, 'part 4/note-299.txt').waitFor()
    expect(await page.locator('article.source').count()).toBe(1)
    const found = await passages(page)
    const names = found.map(({ document }) => document.name)
    expect(names).toHaveLength(300)
    expect(names).toEqual(names.toSorted())
    await page.context().close()
  })
})
