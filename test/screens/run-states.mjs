/* global document, window -- inside page.evaluate */
import { mkdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { CHROMIUM_FLAGS } from '../support/chromium-flags.mjs'
import { ensureChineseFont, ensureChromium } from '../support/find-chromium.mjs'

// node test/screens/run-states.mjs [FOLDER [STATE …]]: Write pairs, Models, Review, Evaluate, Export and Pre-training text in their states, on fake services.

/** @type {readonly { name: string, width: number, height: number, theme: 'light' | 'dark', locale: string }[]} */
const LOOKS = [
  { name: 'light', width: 1360, height: 1000, theme: 'light', locale: 'en' },
  { name: 'dark', width: 1360, height: 1000, theme: 'dark', locale: 'en' },
  { name: 'narrow', width: 360, height: 780, theme: 'light', locale: 'en' },
  { name: 'zh', width: 1360, height: 1000, theme: 'light', locale: 'zh' },
]
const STATES = [
  ...['no-model', 'not-loaded', 'loading', 'load-failed', 'loaded', 'taught', 'running', 'resuming', 'keeps-failing'],
  ...['models-empty', 'models-loaded', 'models-loading', 'models-failed', 'models-no-gpu', 'models-software'],
  ...['models-downloads', 'models-follower'],
  ...['gates-empty', 'gates-no-model', 'gates-loaded', 'gates-follower'],
  ...['evaluate-empty', 'evaluate-none', 'evaluate-open', 'evaluate-figure', 'evaluate-void', 'evaluate-follower'],
  ...['marking-pair', 'marking-done', 'marking-follower', 'export-none', 'export-measured', 'export-void'],
  ...['corpus-empty', 'corpus-no-pairs', 'corpus-full', 'corpus-mined', 'corpus-narrowed', 'corpus-faults'],
  ...['review-list', 'review-failed', 'review-repetition', 'review-check', 'review-map', 'review-map-long'],
]
/** Where no model is loaded, the rules are chosen at first. */
const CHOOSES_MODEL = ['not-loaded', 'loading', 'load-failed']
/** @param {import('playwright').Page} page */
const judge = async page => {
  await page.locator('.gates-start button').click()
  await page.locator('.gate-working, .gate-outcome').waitFor()
}
/** What is done on the screen before the picture, by state. */
const ACTS = {
  /** @param {import('playwright').Page} page */
  editor: async page => {
    await page.locator('.recipe input').nth(1).check()
    await page.locator('.recipe-acts button').first().click()
    await page.locator('dialog').waitFor()
  },
  /** @param {import('playwright').Page} page */
  example: async page => {
    await ACTS.editor(page)
    await page.locator('.recipe-editor__examples details summary').first().click()
    await page.locator('.recipe-editor__examples').scrollIntoViewIfNeeded()
  },
  /** @param {import('playwright').Page} page */
  mixture: async page => {
    await page.locator('.recipe input').last().check()
    await page.locator('.recipe-acts button').first().click()
    await page.locator('dialog').waitFor()
  },
  /** @param {import('playwright').Page} page */
  teaching: async page => {
    await page.locator('.teach input').first().check()
    await page.locator('.teach details summary').first().click()
  },
  /** @param {import('playwright').Page} page */
  compared: async page => {
    await comparePanel(page)
    await page.locator('.compare__head .ui-button--primary').click()
    await page.locator('.compare__table').waitFor()
    await page.locator('.blind__start button').click()
    for (let pair = 0; pair < 9; pair++)
      await page
        .locator('.blind__acts button')
        .nth(pair % 4 === 3 ? 1 : 0)
        .click()
    await page.locator('.blind__acts button').last().click()
  },
  /** @param {import('playwright').Page} page */
  comparing: async page => {
    await page.locator('.compare__progress').waitFor()
  },
  /** @param {import('playwright').Page} page */
  blind: async page => {
    await ACTS.compared(page)
    await page.locator('.blind__start button').click()
  },
  /** @param {import('playwright').Page} page */
  trial: async page => {
    const panel = page.locator('.write-setup > details').first()
    await panel.locator('summary').click()
    await panel.locator('select').selectOption({ index: 2 })
    await panel.locator('.tryout__head button').first().click()
    await page.waitForTimeout(400)
    await panel.scrollIntoViewIfNeeded()
  },
  /** @param {import('playwright').Page} page */
  rounds: async page => {
    await page.locator('.rounds input[value="3"]').check()
    await page.waitForTimeout(400)
    await page.locator('.rounds details summary').last().click()
    await page.locator('.rounds pre').first().waitFor()
  },
  /** @param {import('playwright').Page} page */
  synthesizer: async page => {
    await page.locator('.rounds details summary').last().click()
    await page.locator('.rounds pre').first().waitFor()
  },
  /** @param {import('playwright').Page} page */
  rejected: async page => {
    const lists = page.locator('.run').last().locator('> details')
    for (const at of [0, 1]) await lists.nth(at).locator('summary').first().click()
    await lists.nth(1).locator('pre').first().waitFor()
  },
  /** @param {import('playwright').Page} page */
  'corpus-general': async page => {
    const rows = '{"question":"Why is the sky blue?","response":"Air scatters short waves most."}\n{"id":1}\n'
    const buffer = Buffer.from(rows)
    await page.getByTestId('general-file').setInputFiles([{ name: 'orca.jsonl', mimeType: '', buffer }])
    await page.locator('.general__file').waitFor()
  },
  /** @param {import('playwright').Page} page */
  'corpus-done': async page => {
    await page.locator('.action__button').click()
    await page.locator('.done').waitFor()
  },
  'gates-working': judge,
  'gates-measuring': judge,
  'gates-done': judge,
  'gates-stopped': judge,
  'gates-unfit': judge,
  'gates-failed': judge,
  /** @param {import('playwright').Page} page */
  'models-trial': async page => {
    await page.locator('.trial__acts .ui-button--primary').click()
    await page.locator('.trial__done').waitFor()
    await page.locator('.ui-panel:has(.trial__acts) > details summary').click()
    await page.locator('.prompt pre').first().waitFor()
  },
  /** @param {import('playwright').Page} page */
  'models-picked': async page => {
    const buffer = Buffer.alloc(5_000_000)
    await page.getByTestId('model-files').setInputFiles([{ name: 'house.gguf', mimeType: '', buffer }])
    await page.locator('.picked').waitFor()
  },
  /** @param {import('playwright').Page} page */
  'models-address': async page => {
    await page.locator('.own-start button').last().click()
    await page.locator('.address-form label').nth(1).click()
  },
  /** @param {import('playwright').Page} page */
  'models-delete': async page => {
    await page.locator('.stored .ui-icon-button').last().click()
    await page.locator('dialog').waitFor()
  },
  /** @param {import('playwright').Page} page */
  'evaluate-trial': async page => {
    await page.locator('.thresholds__fields input').first().fill('0.7')
    await page.locator('.thresholds__acts button').first().click()
    await page.locator('.thresholds__told').waitFor()
    await page.locator('.blind-samples').evaluate(list => list.closest('details')?.setAttribute('open', ''))
  },
  /** @param {import('playwright').Page} page */
  'models-privacy': async page => {
    await page.locator('.ui-page__lead button').click()
    await page.locator('dialog').waitFor()
  },
}

/** Where the states of a screen do not have the name of what is done on it. */
const STATE_OF = {
  rounds: 'rounds',
  synthesizer: 'synthesizer',
  rejected: 'rejected',
  'corpus-general': 'corpus-full',
  'corpus-done': 'corpus-full',
  teaching: 'taught',
  compared: 'taught',
  blind: 'taught',
  comparing: 'comparing',
}

/** @param {import('playwright').Page} page */
async function comparePanel(page) {
  await page.locator('.write-setup > details').nth(1).locator('summary').first().click()
}

const out = path.resolve(process.argv[2] ?? 'test/out/states')
const wanted = process.argv.slice(3)
await mkdir(out, { recursive: true })
ensureChineseFont()
const cacheDir = path.join(os.tmpdir(), `pairloom-gallery-${process.pid}`)
const server = await createServer({
  configFile: false,
  cacheDir,
  logLevel: 'error',
  plugins: [react()],
  server: { host: '127.0.0.1', port: 0, watch: null, hmr: false },
})
await server.listen()
const address = server.httpServer?.address()
const port = typeof address === 'object' ? address?.port : undefined
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })

for (const look of LOOKS) {
  const page = await browser.newPage({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    hasTouch: look.name === 'narrow',
  })
  page.on('pageerror', error => process.stderr.write(`${error}\n`))
  for (const name of [...STATES, ...Object.keys(ACTS)]) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const act = Object.entries(ACTS).find(([one]) => one === name)?.[1]
    const own = Object.entries(STATE_OF).find(([one]) => one === name)?.[1]
    const state =
      own ??
      (act === undefined || name.startsWith('gates-')
        ? name
        : name.startsWith('models-')
          ? 'models-loaded'
          : name.startsWith('evaluate-')
            ? 'evaluate-figure'
            : 'loaded')
    await page.goto(`http://127.0.0.1:${port}/test/screens/gallery/index.html?state=${state}&locale=${look.locale}`)
    await page.locator('.ui-page, .marking, .review, .coverage, .ui-empty').first().waitFor()
    await page.waitForTimeout(500)
    if (CHOOSES_MODEL.includes(name)) await page.locator('.writer input').nth(1).check()
    await act?.(page)
    // All of the page, as far as it can be scrolled.
    const tall = await page.evaluate(() => {
      const scroller = document.querySelector('dialog .ui-dialog__body') ?? document.querySelector('.ui-page')
      return scroller === null ? 0 : scroller.scrollHeight + window.innerHeight - scroller.clientHeight
    })
    const dialog = await page.locator('dialog').count()
    await page.setViewportSize({ width: look.width, height: dialog > 0 ? look.height : Math.max(look.height, tall) })
    await page.screenshot({ path: path.join(out, `${name}-${look.name}.png`) })
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('.ui-page, .marking, dialog .ui-dialog__body')].some(
        box => box.scrollWidth > box.clientWidth,
      ),
    )
    if (wide) process.stdout.write(`${name} ${look.name}: scrolls sideways\n`)
    await page.setViewportSize({ width: look.width, height: look.height })
  }
  await page.close()
  process.stdout.write(`${look.name}\n`)
}

await browser.close()
await server.close()
await rm(cacheDir, { recursive: true, force: true })
process.stdout.write(`Pictures: ${out}\n`)
