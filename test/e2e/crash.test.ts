import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomStream } from '#core/synthesis/random-stream'
import { launchChromium, removeFolder, spawnChromium, temporaryFolder } from '#test/support/launch-chromium'
import { makeChinese, makeEnglish } from '#test/support/make-text'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { addFiles, countStored, go, openApp, startPairs, storedPairs, waitForRunEnd, writePairs } from './app-page'

const KILLS = 20
const FILES = [
  { name: 'manual.md', text: makeEnglish(7_000_000, 11) },
  { name: 'notes.md', text: makeEnglish(60_000, 12) },
  { name: '手册.md', text: makeChinese(300_000, 13) },
]

let app: ServedApp
let profile: string

beforeAll(async () => {
  app = await serveApp()
  profile = await temporaryFolder()
})

afterAll(async () => {
  await app.close()
  await removeFolder(profile)
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

it(`a run that is killed ${KILLS} times at any moment ends as the same dataset`, async () => {
  const wanted = await undisturbed()
  expect(wanted.length).toBeGreaterThan(200)
  const random = randomStream(20, 'kills')
  let before: string[] = []
  let inMidRun = 0

  for (let kill = 0; kill < KILLS; kill++) {
    const chromium = await spawnChromium(profile, ['--lang=en-GB'])
    const context = chromium.browser.contexts()[0]
    if (context === undefined) throw new Error('the browser has no context')
    const { page } = await openApp(context, app.url)
    if (kill === 0) await addFiles(page, FILES)
    const stored = await storedPairs(page)
    // What was there before the kill is there after it, unchanged.
    const after = new Set(stored)
    expect(before.filter(row => !after.has(row))).toEqual([])
    before = stored
    if (stored.length < wanted.length) {
      await startPairs(page)
      while ((await countStored(page)) === stored.length) await page.waitForTimeout(5)
      await page.waitForTimeout(random.integer(60))
      if ((await countStored(page)) < wanted.length) inMidRun++
    }
    await chromium.kill()
  }

  const chromium = await spawnChromium(profile, ['--lang=en-GB'])
  const context = chromium.browser.contexts()[0]
  if (context === undefined) throw new Error('the browser has no context')
  const { page } = await openApp(context, app.url)
  if ((await storedPairs(page)).length < wanted.length) await startPairs(page)
  else await go(page, 'write')
  await waitForRunEnd(page)
  expect(await storedPairs(page)).toEqual(wanted)
  expect(inMidRun).toBeGreaterThanOrEqual(15)
  await chromium.kill()
}, 420_000)
