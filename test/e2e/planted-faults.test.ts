import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PlantedFault, plantedFault } from '#engines/fake/planted-faults'
import { labelledPassages } from '#test/support/labelled-set'
import { launchChromium } from '#test/support/launch-chromium'
import { type ServedFakeApp, serveFakeApp } from '#test/support/serve-fake-app'
import { addFiles, download, expectQuiet, go, openApp, type Watched } from './app-page'
import { addModel, startModelRun } from './model-page'

/** What of an exported row is looked at. */
interface Row {
  readonly instruction: string
  readonly response: string
  readonly state: string
  readonly checks: readonly { readonly name: string; readonly result: string; readonly reason: string }[]
}

let browser: Browser
let app: ServedFakeApp
let watched: Watched
let rows: readonly Row[] = []

/** All passages of a language, one after another. */
function textIn(language: 'en' | 'zh'): string {
  return [...labelledPassages(language).values()].map(({ text }) => text).join('\n\n')
}

beforeAll(async () => {
  browser = await launchChromium()
  app = await serveFakeApp()
  watched = await openApp(await browser.newContext(), app.url)
  const { page } = watched
  await addFiles(page, [
    { name: 'passages.txt', text: textIn('en') },
    { name: '文章.txt', text: textIn('zh') },
  ])
  await addModel(page, 'fake-planted.gguf')
  await startModelRun(page)
  await page.getByRole('region', { name: 'Now' }).getByText('done', { exact: true }).waitFor({ timeout: 90_000 })
  rows = await exportRows(page)
}, 240_000)

afterAll(async () => {
  await browser.close()
  await app.close()
})

/** The rows of every state, as the person gets them. */
async function exportRows(page: Page): Promise<readonly Row[]> {
  await go(page, 'export', '?states=kept,ready,unsure,failed')
  const { text } = await download(page, () =>
    page
      .getByRole('button', { name: /^Export/u })
      .last()
      .click(),
  )
  const lines = text.trimEnd().split('\n')
  return lines.map(line => {
    const row: Row = JSON.parse(line)
    return row
  })
}

const having = (fault: PlantedFault | null) => rows.filter(({ instruction }) => plantedFault(instruction) === fault)

const told = ({ instruction, response, state, checks }: Row): string => {
  const reasons = checks.filter(({ result }) => result !== 'pass').map(({ name, reason }) => `${name}: ${reason}`)
  return `${state} · ${instruction} · ${response} · ${reasons.join(' ')}`
}

describe('a run of which three pairs in ten are wrong', () => {
  it('writes what was planted', () => {
    expect(rows.length).toBeGreaterThan(60)
    const share = 1 - having(null).length / rows.length
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.4)
  })

  it.each(['number', 'date', 'cut-off', 'language', 'duplicate', 'leak'] as const)(
    'no pair with a planted fault is ready: %s',
    fault => {
      expect(having(fault).length).toBeGreaterThan(0)
      expect(
        having(fault)
          .filter(({ state }) => state === 'ready')
          .map(told),
      ).toEqual([])
    },
  )

  it('of right pairs at least 95 in 100 are ready', () => {
    const right = having(null)
    const others = right.filter(({ state }) => state !== 'ready')
    expect(others.length / right.length, others.map(told).join('\n')).toBeLessThanOrEqual(0.05)
  })

  it('each failed pair says why beside the marked passage', async () => {
    const { page } = watched
    const failed = rows.filter(({ state }) => state === 'failed').length
    expect(failed).toBeGreaterThan(0)
    await go(page, 'review', '?show=failed')
    const wrong: string[] = []
    for (let place = 1; place <= failed; place++) {
      await page.getByText(`${place} of ${failed}`, { exact: true }).waitFor()
      const why = await page.locator('.pair-check--fail').allInnerTexts()
      await page
        .locator('.passage mark')
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => wrong.push(`${place}: no mark`))
      // A reason without a sentence would be shown as its key.
      if (why.length === 0 || why.some(words => !/[A-Z].* /su.test(words))) wrong.push(`${place}: ${why.join(' | ')}`)
      if (place < failed) await page.getByRole('button', { name: 'Next pair' }).first().click()
    }
    expect(wrong).toEqual([])
    expectQuiet(watched)
  }, 240_000)
})
