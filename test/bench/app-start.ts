import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { dropPaths, go } from '#test/e2e/app-page'
import { weighFirstScreen } from '#test/support/bundle-budget.mjs'
import { makeEnglish } from '#test/support/make-text'
import { openBenchBrowser, site, timeOf, waitForRun } from './app/bench-browser'
import { alone, type BenchRow, type BenchTable, median, megabytes, seconds } from './app/row'
import { mixedText } from './app/texts'

const ROUNDS = 3
const SIZE = 100_000_000
/** Pairs looked at one after the other. */
const LOOKS = 40

async function firstLoad(): Promise<BenchRow> {
  const { ok, output } = await weighFirstScreen(site)
  const [verdict = ''] = output.split('\n')
  return alone('JavaScript of the first screen, gzipped', verdict.replace('first screen ', ''), '≤ 200 kB', ok)
}

/** Everything from a blank tab to the first kept pair of a dropped file, as quickly as hands could go; gives ms. */
async function firstKept(): Promise<number> {
  const browser = await openBenchBrowser()
  try {
    const file = path.join(browser.folder, 'manual.md')
    await writeFile(file, makeEnglish(200_000, 1))
    const started = performance.now()
    const page = await browser.openApp()
    await page.getByTestId('files').first().waitFor({ state: 'attached' })
    await dropPaths(page, [file])
    await timeOf(page, 'ingest')
    await go(page, 'write')
    await page.getByRole('button', { name: /^Write from all/u }).click()
    await waitForRun(page)
    await go(page, 'review')
    await page.getByText(/^1 of \d+$/u).waitFor()
    await page.keyboard.press('k')
    await page.getByText(/^Kept 1$/u).waitFor()
    return performance.now() - started
  } finally {
    await browser.close()
  }
}

interface Look {
  readonly ms: number
  readonly blocks: number
}

/** Goes to the next pair; tells how long its passage took where it is another one. */
async function nextPassage(page: Page): Promise<Look | null> {
  return page.evaluate(async () => {
    const shown = (): string => document.querySelector('[data-passage]')?.textContent ?? ''
    const [before, reads, started] = [shown(), window.pairloomProbe?.textReads ?? 0, performance.now()]
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    while (shown() === before || shown() === '') {
      if (performance.now() - started > 400) return null
      await new Promise(resolve => setTimeout(resolve))
    }
    return { ms: performance.now() - started, blocks: (window.pairloomProbe?.textReads ?? 0) - reads }
  })
}

async function openPassages(): Promise<BenchRow> {
  const browser = await openBenchBrowser()
  try {
    const page = await browser.openApp()
    const input = page.getByTestId('files').first()
    await input.waitFor({ state: 'attached' })
    const file = path.join(browser.folder, 'book.txt')
    const text = mixedText(SIZE, 1)
    await writeFile(file, text)
    await input.setInputFiles(file)
    await timeOf(page, 'ingest')
    await go(page, 'write')
    await page.getByRole('button', { name: /^Write from a sample/u }).click()
    await waitForRun(page)
    await go(page, 'review')
    await page.getByText(/^1 of \d+$/u).waitFor()
    const looks: Look[] = []
    for (let look = 0; look < LOOKS; look++) {
      const seen = await nextPassage(page)
      if (seen !== null) looks.push(seen)
    }
    const most = Math.max(...looks.map(({ blocks }) => blocks))
    const ms = median(looks.map(look => look.ms))
    return {
      metric: `opening a passage of a document of ${megabytes(SIZE)} in Review (${String(looks.length)} passages)`,
      ours: `${ms.toFixed(0)} ms, ${String(most)} blocks of text at most`,
      peer: `${String(Math.ceil(text.length / 32_768))} blocks in the document`,
      ratio: null,
      goal: '≤ 100 ms, ≤ 4 blocks',
      met: looks.length >= 5 && ms <= 100 && most <= 4,
    }
  } finally {
    await browser.close()
  }
}

/** What a person waits for first. */
export async function benchStart(): Promise<BenchTable> {
  const kept: number[] = []
  for (let round = 0; round < ROUNDS; round++) kept.push(await firstKept())
  const ms = median(kept)
  return {
    name: 'First steps',
    rows: [
      await firstLoad(),
      alone('open the page → first kept pair of a dropped file of 0.2 MB', seconds(ms), '≤ 10 s', ms <= 10_000),
      await openPassages(),
    ],
  }
}
