import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Download, type Page } from 'playwright'
import { findChromium } from '#cli/find-chromium.mjs'
import type { InputFile } from './list-inputs'
import { serveFolder } from '#cli/static-server.mjs'
import { HEADLESS, type HeadlessAnswer, type HeadlessJob } from '#messages/headless'

/** A project lives under its address: with a profile that is kept, the address must be the same next time. */
const PROFILE_PORT = 47_317

const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface HeadlessPage {
  work(job: HeadlessJob, files: readonly InputFile[], modelFiles: readonly string[]): Promise<HeadlessAnswer>
  /** Files that the page wrote, as they lie on disk until the page closes. */
  downloads(): readonly { readonly name: string; readonly saved: string }[]
  close(): Promise<void>
}

/** Serves the app and opens it in a Chromium without a window. `profile` keeps its storage; null forgets everything. */
export async function openHeadlessPage(
  site: string,
  profile: string | null,
  say: (line: string) => void,
): Promise<HeadlessPage | { readonly fault: string }> {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    return {
      fault: 'No Chromium was found. Install one (npx playwright install chromium), or name it in PAIRLOOM_CHROMIUM.',
    }
  }
  const scratch = await mkdtemp(path.join(tmpdir(), 'pairloom-'))
  const folder = profile === null ? path.join(scratch, 'profile') : path.resolve(profile)
  await mkdir(folder, { recursive: true })
  const server = await serveFolder({ root: site, port: profile === null ? 0 : PROFILE_PORT, headers: true })
  let context: BrowserContext | null = null
  const close = async (): Promise<void> => {
    await context?.close()
    await server.close()
    await rm(scratch, { recursive: true, force: true })
  }
  try {
    // Chromium refuses its sandbox to root, which is what containers run as.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const extra = (process.env['PAIRLOOM_CHROMIUM_ARGS'] ?? '').split(/\s+/u).filter(flag => flag !== '')
    context = await chromium.launchPersistentContext(folder, {
      executablePath,
      acceptDownloads: true,
      args: [...FLAGS, ...root, ...extra],
    })
    const page = await context.newPage()
    return { ...(await drive(page, server.url, scratch, say)), close }
  } catch (thrown) {
    await close()
    return { fault: `The browser did not start: ${thrown instanceof Error ? thrown.message : String(thrown)}` }
  }
}

async function drive(
  page: Page,
  url: string,
  scratch: string,
  say: (line: string) => void,
): Promise<Omit<HeadlessPage, 'close'>> {
  const saved: { name: string; saved: string }[] = []
  const saving: Promise<void>[] = []
  page.on('download', (download: Download) => {
    const name = download.suggestedFilename()
    const target = path.join(scratch, `download-${String(saving.length)}`)
    saving.push(download.saveAs(target).then(() => void saved.push({ name, saved: target })))
  })
  await page.exposeFunction(HEADLESS.progress, (line: string) => say(line))
  await page.goto(`${url}#/${HEADLESS.route}`)
  await page.waitForSelector(`#${HEADLESS.input}`, { state: 'attached' })
  return {
    work: async (job, files, modelFiles) => {
      await page.setInputFiles(
        `#${HEADLESS.input}`,
        files.map(file => file.path),
      )
      if (modelFiles.length > 0) await page.setInputFiles(`#${HEADLESS.model}`, [...modelFiles])
      const call = `window[${JSON.stringify(HEADLESS.run)}](${JSON.stringify(job)})`
      const answer: HeadlessAnswer = await page.evaluate(call)
      const expected = answer.ok ? answer.result.written.length : 0
      while (saving.length < expected) await page.waitForTimeout(20)
      await Promise.all(saving)
      return answer
    },
    downloads: () => saved,
  }
}
