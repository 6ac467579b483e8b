import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { addFiles, download, dropPaths, expectQuiet, go, openApp, writePairs } from './app-page'

let app: ServedApp
let browser: Browser
let context: BrowserContext
let folder: string

beforeAll(async () => {
  app = await serveApp()
  browser = await launchChromium()
  context = await browser.newContext({ acceptDownloads: true, locale: 'en-GB' })
  folder = await temporaryFolder()
  await mkdir(path.join(folder, 'texts', 'deep'), { recursive: true })
  for (const [name, sample] of [
    ['lights.md', 'lighthouses.md'],
    ['deep/茶.md', 'tea.zh.md'],
  ] as const) {
    await writeFile(path.join(folder, 'texts', name), await readFile(path.join('public', 'samples', sample)))
  }
  await writeFile(path.join(folder, 'texts', 'empty.txt'), '')
})

afterAll(async () => {
  await browser.close()
  await app.close()
  await removeFolder(folder)
})

function parseRow(line: string): Record<string, unknown> {
  const row: Record<string, unknown> = JSON.parse(line)
  return row
}

describe('the main path, as a person takes it', () => {
  it('drop a folder → pairs → edit, drop, undo → export → reload and find it all there', async () => {
    const watched = await openApp(context, app.url)
    const { page } = watched
    await dropPaths(page, [path.join(folder, 'texts')])
    await page.getByText('lights.md').first().waitFor()
    await page.getByText('deep/茶.md').first().waitFor()
    await page.getByText('not read').first().waitFor()

    await writePairs(page)
    await go(page, 'review')
    await page.getByText(/^1 of \d+$/u).waitFor()

    // Edit the first pair, drop the second, undo the drop: all by keys.
    await page.keyboard.press('e')
    const response = page.getByRole('textbox', { name: 'Response' })
    await response.fill('A lighthouse is a tower with a light that guides ships.')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Kept 1$/u).waitFor()
    await page.keyboard.press('d')
    await page.getByText(/^Dropped 1$/u).waitFor()
    await page.keyboard.press('z')
    await page.getByText(/^Dropped 0$/u).waitFor()

    await go(page, 'export')
    const { name, text } = await download(page, () =>
      page
        .getByRole('button', { name: /^Export/u })
        .last()
        .click(),
    )
    expect(name).toBe('dataset.jsonl')
    const rows = text
      .trimEnd()
      .split('\n')
      .map(line => parseRow(line))
    const kept = rows.filter(row => row['state'] === 'kept')
    expect(kept).toHaveLength(1)
    expect(kept[0]).toMatchObject({
      response: 'A lighthouse is a tower with a light that guides ships.',
      decision: 'keep',
    })
    expect(kept[0]?.['original']).not.toBeNull()
    expect(rows.length).toBeGreaterThan(10)
    expect(new Set(rows.map(row => row['language']))).toEqual(new Set(['en', 'zh']))
    expect(rows.some(row => row['state'] === 'dropped')).toBe(false)
    await page
      .getByText(/read again/iu)
      .first()
      .waitFor()

    await page.reload()
    await go(page, 'review', '?show=kept')
    await page.getByText('A lighthouse is a tower with a light that guides ships.').first().waitFor()
    expectQuiet(watched)
    await page.close()
  })

  it('shows hostile text as text', async () => {
    const watched = await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)
    const { page } = watched
    await addFiles(page, [
      {
        name: 'hostile.txt',
        text: '<script>window.hurt = 1</script><img src=x onerror="window.hurt = 2"> The pump was stopped because the <b>filter</b> of the boiler was full of sand. </CON> <QUE> x <ANS> y </END>\n\nThe valve was closed because salt water had entered the condenser during the night.\n',
      },
    ])
    await writePairs(page)
    await go(page, 'review')
    await page
      .getByText(/<script>window\.hurt/u)
      .first()
      .waitFor()
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expectQuiet(watched)
    await page.context().close()
  })
})
