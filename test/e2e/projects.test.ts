import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, strFromU8, unzipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, removeFolder } from '#test/support/launch-chromium'
import { makeChinese, makeEnglish } from '#test/support/make-text'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { addFiles, download, dropPaths, expectQuiet, go, openApp, startPairs, writePairs } from './app-page'

const ONE = 'The valve was closed because salt water had entered the condenser during the night.\n'
const EVERY_STATE = 'states=kept,ready,unsure,failed,dropped'

let app: ServedApp
let browser: Browser

beforeAll(async () => {
  app = await serveApp()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await app.close()
})

function newContext(): Promise<BrowserContext> {
  // Tall, so that every row of Sources is drawn.
  return browser.newContext({ acceptDownloads: true, locale: 'en-GB', viewport: { width: 1280, height: 1800 } })
}

async function withPairs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try a sample' }).click()
  await page.getByText('tea.zh.md').first().waitFor()
  await writePairs(page)
}

/** One downloaded file, byte by byte. */
async function save(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  const parts: Buffer[] = []
  for await (const part of await file.createReadStream()) if (part instanceof Buffer) parts.push(part)
  return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) }
}

const press = (page: Page, name: string) => (): Promise<void> =>
  page.getByRole('button', { name, exact: true }).last().click()

/** Every pair of the project with everything that is known about it, as its lines. */
async function allRecords(page: Page): Promise<string> {
  await go(page, 'export', `?${EVERY_STATE}`)
  return (await download(page, press(page, 'Export'))).text
}

type Row = Readonly<Record<string, unknown>>

function rowsOf(text: string): readonly Row[] {
  return text
    .trimEnd()
    .split('\n')
    .map(line => {
      const row: Row = JSON.parse(line)
      return row
    })
}

describe('projects', () => {
  it('a backup brings pairs, decisions and edits to another browser; a damaged one changes nothing', async () => {
    const { page } = await openApp(await newContext(), app.url)
    await withPairs(page)
    await go(page, 'review')
    await page.getByText(/^1 of \d+$/u).waitFor()
    await page.keyboard.press('k')
    await page.getByText(/^Kept 1$/u).waitFor()
    await page.keyboard.press('d')
    await page.getByText(/^Dropped 1$/u).waitFor()
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: 'Response' }).fill('What the person wrote instead.')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Kept 2$/u).waitFor()
    const before = await allRecords(page)
    await go(page, 'storage')
    const { name, bytes } = await save(page, press(page, 'Back up now'))
    await page.getByText(`Saved as ${name}`).waitFor()
    await page.getByText('The last backup holds every pair.').waitFor()
    await page.context().close()

    const other = await openApp(await newContext(), app.url)
    const away = other.page
    await addFiles(away, [{ name: 'own.txt', text: ONE }])
    await go(away, 'storage')
    await away.getByRole('heading', { name: 'Storage' }).waitFor()
    const restore = (buffer: Buffer): Promise<void> =>
      away.locator('input[type=file]').first().setInputFiles({ name, mimeType: '', buffer })
    const bent = Buffer.from(bytes)
    const middle = bent.length >> 1
    bent.writeUInt8(bent.readUInt8(middle) ^ 0xff, middle)
    const damages = [bent, bytes.subarray(0, bytes.length >> 1), Buffer.from('no backup at all'), Buffer.alloc(0)]
    for (const damaged of damages) {
      await restore(damaged)
      const refusal = away.getByRole('alert').filter({ hasText: 'The backup file is damaged' })
      await refusal.getByText(/No project was changed\./u).waitFor()
      await refusal.getByRole('button', { name: 'Dismiss' }).click()
      await refusal.waitFor({ state: 'detached' })
      expect(await away.getByText('open here').count()).toBe(1)
      expect(await away.getByRole('banner').getByRole('button', { name: 'My project' }).count()).toBe(0)
    }
    await go(away, 'sources')
    await away.getByText('own.txt', { exact: true }).first().waitFor()

    await go(away, 'storage')
    await away.getByRole('heading', { name: 'Storage' }).waitFor()
    await restore(bytes)
    await away.getByRole('banner').getByRole('button', { name: 'My project' }).waitFor()
    await go(away, 'sources')
    await away.getByText('tea.zh.md').first().waitFor()
    expect(await allRecords(away)).toBe(before)
    expect(before).toContain('What the person wrote instead.')
    expectQuiet(other)
    await away.context().close()
  })
})

describe('review', () => {
  it('what a search and filters show is decided in one step and undone in one; the URL brings it back', async () => {
    const watched = await openApp(await newContext(), app.url)
    const { page } = watched
    await withPairs(page)
    await go(page, 'review')
    const total = Number(/\d+/u.exec((await page.getByText(/^To review \d+$/u).textContent()) ?? '')?.[0])
    expect(total).toBeGreaterThan(10)
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByLabel('Language', { exact: true }).selectOption({ value: 'zh' })
    await page.getByPlaceholder(/^Search \d+ pairs/u).fill('茶')
    await page.getByText(/^\d+ found$/u).waitFor()
    const keep = page.getByRole('button', { name: /^Keep all \d+$/u })
    const shown = Number(/\d+/u.exec((await keep.textContent()) ?? '')?.[0])
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThan(total)
    const url = page.url()
    expect(url).toContain('language=zh')
    await page.reload()
    await page.getByText(/^\d+ found$/u).waitFor()
    expect(page.url()).toBe(url)
    expect(await page.getByPlaceholder(/^Search/u).inputValue()).toBe('茶')
    for (const text of await page.locator('[aria-posinset]').allTextContents()) expect(text).toMatch(/\p{Script=Han}/u)

    await keep.click()
    await page.getByRole('button', { name: `Keep ${shown}`, exact: true }).click()
    await page.getByText(new RegExp(`^${shown} pairs? kept`, 'u')).waitFor()
    await go(page, 'review')
    await page.getByText(new RegExp(`^To review ${total - shown}$`, 'u')).waitFor()
    await page.getByText(new RegExp(`^Kept ${shown}$`, 'u')).waitFor()
    await page.keyboard.press('z')
    await page.getByText(new RegExp(`^To review ${total}$`, 'u')).waitFor()
    await page.keyboard.press('Shift+Z')
    await page.getByText(new RegExp(`^Kept ${shown}$`, 'u')).waitFor()

    await page.getByPlaceholder(/^Search/u).fill('no such words anywhere')
    await page.getByText('No pair matches').waitFor()
    expectQuiet(watched)
    await page.context().close()
  })

  it('the evidence of each pair is in sight, with nothing of other passages above it', async () => {
    const { page } = await openApp(await newContext(), app.url)
    await addFiles(page, [
      { name: 'long.md', text: makeEnglish(60_000, 11) },
      { name: '长.md', text: makeChinese(20_000, 12) },
    ])
    await writePairs(page)
    await go(page, 'review')
    for (let at = 1; at <= 25; at++) {
      await page.getByText(new RegExp(`^${at} of [\\d,]+$`, 'u')).waitFor()
      await page.locator('.passage[aria-busy=false]').waitFor()
      const mark = page.locator('.passage mark').first()
      await mark.waitFor()
      const [box, frame] = [await mark.boundingBox(), await page.locator('.passage').boundingBox()]
      const top = (box?.y ?? -1) - (frame?.y ?? 0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(top).toBeLessThan(frame?.height ?? 0)
      expect(await page.locator('.passage-around').count()).toBe(0)
      await page.keyboard.press('j')
    }
    await page.context().close()
  })

  it('the chosen language and look stay', async () => {
    const { page } = await openApp(await newContext(), app.url)
    await page.getByRole('button', { name: '切换到中文' }).click()
    await page.getByRole('button', { name: '外观' }).click()
    await page.locator('.ui-menu').getByRole('button', { name: '深色' }).click()
    await page.reload()
    await page.getByRole('heading', { name: '把你的文档变成指令数据' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.context().close()
  })
})

describe('runs and tabs', () => {
  it('a tab that reads along sees a run go; after a reload it waits in the header; stopped, it leaves it', async () => {
    const context = await newContext()
    const { page } = await openApp(context, app.url)
    // Much more than is written, on any machine, until the other tab has drawn the run and Pause is pressed here.
    await addFiles(page, [{ name: 'long.md', text: makeEnglish(20_000_000, 13) }])
    const reader = (await openApp(context, app.url)).page
    await reader.getByText('Another tab holds this project.').waitFor()
    // Each tab comes to the front when it is used: one in the background draws once a second.
    await page.bringToFront()
    await startPairs(page)
    const line = (tab: Page) => tab.getByRole('region', { name: 'The run' })
    await reader.bringToFront()
    await line(reader)
      .getByText(/^[1-9][\d,]* of [\d,]+/u)
      .waitFor()
    await page.bringToFront()
    await line(page).getByRole('button', { name: 'Pause' }).click()
    await line(page).getByRole('button', { name: 'Resume' }).waitFor()
    await line(reader)
      .getByText(/paused/u)
      .waitFor()
    expect(await line(reader).getByRole('button').count()).toBe(0)
    // Else it would take the project over while the other one reloads.
    await reader.close()
    await page.reload()
    await line(page).getByRole('button', { name: 'Resume' }).waitFor()
    await go(page, 'write')
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await line(page).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Resume this run' }).click()
    await line(page).getByRole('button', { name: 'Pause' }).waitFor()
    await context.close()
  })

  it('files that are dropped on another screen are added, and the app stays', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pairloom-'))
    await writeFile(path.join(folder, 'dropped.txt'), ONE)
    const { page } = await openApp(await newContext(), app.url)
    await go(page, 'storage')
    await page.getByRole('heading', { name: 'Storage' }).waitFor()
    await dropPaths(page, [path.join(folder, 'dropped.txt')])
    await page.getByText('dropped.txt', { exact: true }).first().waitFor()
    expect(page.url()).toContain('#/sources')
    await page.context().close()
    await removeFolder(folder)
  })
})

describe('export', () => {
  const SHAPES: Readonly<Record<string, readonly string[]>> = {
    records: ['id', 'instruction', 'response', 'evidence', 'passage', 'document', 'provenance', 'original'],
    passages: ['document', 'start', 'end', 'headings', 'language', 'text'],
    alpaca: ['instruction', 'input', 'output'],
    messages: ['messages'],
    sharegpt: ['conversations'],
    text: ['text'],
  }

  it('every format as a zip for trainers: split, every line well-formed, every checksum right', async () => {
    const watched = await openApp(await newContext(), app.url)
    const { page } = watched
    await addFiles(
      page,
      Array.from({ length: 24 }, (_, at) =>
        at % 2 === 0
          ? { name: `en-${at}.md`, text: makeEnglish(3000, 100 + at) }
          : { name: `中文-${at}.md`, text: makeChinese(1500, 100 + at) },
      ),
    )
    await writePairs(page)
    const sizes = new Map<string, number>()
    for (const [format, keys] of Object.entries(SHAPES)) {
      await go(page, 'export', `?format=${format}&split=90/5/5&pack=1&title=Boilers&licence=CC0-1.0&name=set`)
      await page.locator(`input[type=radio][value=${format}]`).and(page.locator(':checked')).waitFor()
      const { name, bytes } = await save(page, press(page, 'Export'))
      expect(name).toBe('set.zip')
      await page.getByText('Exported and checked').waitFor()
      const files = unzipSync(bytes)
      const text = (file: string): string => strFromU8(files[file] ?? new Uint8Array())
      const sums = text('checksums.txt').trimEnd().split('\n')
      expect(sums.map(sum => sum.slice(66)).toSorted()).toEqual(
        Object.keys(files)
          .filter(file => file !== 'checksums.txt')
          .toSorted(),
      )
      for (const sum of sums) {
        const data = files[sum.slice(66)] ?? new Uint8Array()
        expect(createHash('sha256').update(data).digest('hex')).toBe(sum.slice(0, 64))
      }
      expect(text('README.md')).toContain('cc0-1.0')
      const parts = ['train', 'validation', 'test'].map(split => rowsOf(text(`set.${split}.jsonl`)))
      const rows = parts.flat()
      sizes.set(format, rows.length)
      for (const row of rows) for (const key of keys) expect(row).toHaveProperty(key)
      const [train = [], validation = [], test = []] = parts
      expect(train.length).toBeGreaterThan(0.75 * rows.length)
      expect(validation.length).toBeGreaterThan(0)
      expect(test.length).toBeGreaterThan(0)
      if (format === 'records') {
        const sides = parts.map(part => new Set(part.map(row => JSON.stringify(row['document']))))
        expect(sides.reduce((sum, side) => sum + side.size, 0)).toBe(new Set(sides.flatMap(side => [...side])).size)
      }
      await page.getByRole('button', { name: 'Put away' }).click()
    }
    const { records } = Object.fromEntries(sizes)
    for (const format of ['alpaca', 'messages', 'sharegpt']) expect(sizes.get(format)).toBe(records)

    await go(page, 'export', '?gzip=1&format=messages&system=Answer%20briefly.')
    await page.getByRole('heading', { name: 'Export' }).waitFor()
    await page.getByText('dataset.jsonl.gz').first().waitFor()
    const packed = await save(page, press(page, 'Export'))
    expect(packed.name).toBe('dataset.jsonl.gz')
    const rows = rowsOf(strFromU8(gunzipSync(packed.bytes)))
    expect(rows).toHaveLength(records ?? 0)
    for (const row of rows) {
      expect(row['messages']).toMatchObject([
        { role: 'system', content: 'Answer briefly.' },
        { role: 'user' },
        { role: 'assistant' },
      ])
    }
    await go(page, 'export', '?pack=1')
    expect(await page.getByRole('button', { name: 'Export', exact: true }).isDisabled()).toBe(true)
    await page.getByText('State a licence; the card needs one.').first().waitFor()
    expectQuiet(watched)
    await page.context().close()
  })
})
