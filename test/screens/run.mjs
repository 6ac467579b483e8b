/* global location -- inside page.evaluate */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright'
import { ensureBuilt } from '#cli/ensure-built.mjs'
import { serveFolder } from '#cli/static-server.mjs'
import { CHROMIUM_FLAGS } from '../support/chromium-flags.mjs'
import { ensureChineseFont, ensureChromium } from '../support/find-chromium.mjs'

// npm run screens [-- FOLDER]: every screen of the real app with the sample in it, as pictures: light, dark, narrow, Chinese.

/** @type {readonly { name: string, width: number, height: number, theme: 'light' | 'dark', locale: string }[]} */
const LOOKS = [
  { name: 'light', width: 1360, height: 840, theme: 'light', locale: 'en-GB' },
  { name: 'dark', width: 1360, height: 840, theme: 'dark', locale: 'en-GB' },
  { name: 'narrow', width: 360, height: 780, theme: 'light', locale: 'en-GB' },
  { name: 'zh', width: 1360, height: 840, theme: 'light', locale: 'zh-CN' },
  { name: 'wide', width: 2560, height: 1300, theme: 'light', locale: 'en-GB' },
]
const SCREENS = ['sources', 'write', 'review', 'export', 'corpus', 'evaluate', 'models', 'storage']

const out = path.resolve(process.argv[2] ?? 'test/out/screens')
await mkdir(out, { recursive: true })
ensureChineseFont()
const server = await serveFolder({ root: await ensureBuilt('dist'), port: 0, headers: true })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })

for (const look of LOOKS) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    locale: look.locale,
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    hasTouch: look.name === 'narrow',
  })
  const page = await context.newPage()
  /** @param {string} name */
  const picture = name => page.screenshot({ path: path.join(out, `${name}-${look.name}.png`) })
  /** @param {string} screen */
  const open = async screen => {
    await page.evaluate(hash => {
      location.hash = hash
    }, `#/${screen}`)
    await page.waitForTimeout(900)
  }
  await page.goto(server.url)
  await page.locator('.first__acts').waitFor()
  await page.waitForTimeout(500)
  await picture('home')
  await page.locator('.first__acts button').last().click()
  await page.getByText('tea.zh.md').first().waitFor()
  await page.waitForTimeout(500)
  await open('write')
  await page.locator('.start-bar__acts button').last().click()
  await page.waitForTimeout(2_500)
  for (const screen of SCREENS) {
    await open(screen)
    await picture(screen)
  }
  await context.close()
  process.stdout.write(`${look.name}\n`)
}

await browser.close()
await server.close()
process.stdout.write(`Pictures: ${out}\n`)
