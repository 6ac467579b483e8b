import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomStream } from '#core/synthesis/random-stream'
import { launchChromium, removeFolder, spawnChromium, temporaryFolder } from '#test/support/launch-chromium'
import { makeChinese, makeEnglish } from '#test/support/make-text'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { addFiles, countStored, go, openApp, startPairs, storedPairs, waitForRunEnd, writePairs } from './app-page'

const KILLS = 20
/** What the card of the newest run says once it is done. */
const WRITTEN = 'These passages have been written with these settings.'
const FILES = [
  { name: 'manual.md', text: makeEnglish(7_000_000, 11) },
  { name: 'notes.md', text: makeEnglish(60_000, 12) },
  { name: '手册.md', text: makeChinese(300_000, 13) },
]

/** Runs that a fast machine may need for so many kills. */
const RUNS = 5

let app: ServedApp
const random = randomStream(20, 'kills')

beforeAll(async () => {
  app = await serveApp()
})

afterAll(async () => {
  await app.close()
})

/** Pairs of the run that goes on without a break. */
async function undisturbed(): Promise<string[]> {
  const browser = await launchChromium()
  const { page } = await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)
  await addFiles(page, FILES)
  await writePairs(page)
  const pairs = await storedPairs(page)
  await browser.close()
  return pairs
}

async function openProfile(profile: string): Promise<{ page: Page; kill: () => Promise<void> }> {
  const chromium = await spawnChromium(profile, ['--lang=en-GB'])
  const context = chromium.browser.contexts()[0]
  if (context === undefined) throw new Error('the browser has no context')
  const { page } = await openApp(context, app.url)
  return { page, kill: () => chromium.kill() }
}

/** Lets the run end; the last passages may be without pairs, so that all pairs are there and the run is not done. */
async function finish(page: Page): Promise<void> {
  await go(page, 'write')
  const resume = page.getByRole('button', { name: 'Resume this run' })
  await resume.or(page.getByText(WRITTEN)).waitFor()
  if (await resume.isVisible()) await resume.click()
  await waitForRunEnd(page)
}

/** Kills one run up to so many times, in its middle, and lets it end; gives how often it was killed there. */
async function killed(most: number, wanted: readonly string[]): Promise<number> {
  const profile = await temporaryFolder()
  let before: string[] = []
  let kills = 0
  let sessions = 0
  for (;;) {
    const { page, kill } = await openProfile(profile)
    if (sessions++ === 0) await addFiles(page, FILES)
    const stored = await storedPairs(page)
    // What was there before the kill is there after it, unchanged.
    const after = new Set(stored)
    expect(before.filter(row => !after.has(row))).toEqual([])
    before = stored
    if (stored.length === wanted.length || kills === most) {
      await finish(page)
      expect(await storedPairs(page)).toEqual(wanted)
      await kill()
      await removeFolder(profile)
      return kills
    }
    await startPairs(page)
    while ((await countStored(page)) === stored.length) await page.waitForTimeout(5)
    await page.waitForTimeout(random.integer(60))
    if ((await countStored(page)) < wanted.length) kills++
    await kill()
  }
}

it(`a run that is killed ${KILLS} times at any moment ends as the same dataset`, async () => {
  const wanted = await undisturbed()
  expect(wanted.length).toBeGreaterThan(200)
  let kills = 0
  // The faster the machine, the fewer kills fit into one run: then the next run takes the rest.
  for (let run = 0; run < RUNS && kills < KILLS; run++) kills += await killed(KILLS - kills, wanted)
  expect(kills).toBe(KILLS)
}, 420_000)
