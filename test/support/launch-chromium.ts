import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium } from 'playwright'
import { CHROMIUM_FLAGS } from './chromium-flags.mjs'
import { ensureChromium } from './find-chromium.mjs'

const START_LIMIT_MS = 30_000
const STARTS = 4

/** A headless Chromium with a fresh profile, driven and closed through Playwright. */
export function launchChromium(extraFlags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_FLAGS, ...extraFlags] })
}

/** A headless Chromium that keeps its profile (databases, caches) in a folder, so that a test can come back to it. */
export function launchWithProfile(folder: string, extraFlags: readonly string[] = []): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: ensureChromium(),
    args: [...CHROMIUM_FLAGS, ...extraFlags],
    acceptDownloads: true,
  })
}

export interface DetachedChromium {
  /** Connected over the debugging port. The browser's own context holds the profile: `browser.contexts()[0]`. */
  readonly browser: Browser
  /** For raw commands that Playwright withholds. */
  readonly debuggingPort: number
  /** SIGKILL to the whole process group, as a crash or a power cut would end it. Resolves once it is gone. */
  kill(): Promise<void>
}

/**
 * A Chromium in a process group of its own, for tests that kill it or need a page that can really be hidden or frozen:
 * under Playwright's own launch every page stays visible and awake.
 */
export async function spawnChromium(profile: string, extraFlags: readonly string[] = []): Promise<DetachedChromium> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await spawnOnce(profile, extraFlags)
    } catch (thrown) {
      // After a kill the browser itself sometimes hangs while it starts, before any page is open: nothing was tested yet.
      if (attempt === STARTS) throw thrown
    }
  }
}

async function spawnOnce(profile: string, extraFlags: readonly string[]): Promise<DetachedChromium> {
  const portFile = path.join(profile, 'DevToolsActivePort')
  await rm(portFile, { force: true })
  const child = spawn(
    ensureChromium(),
    [...CHROMIUM_FLAGS, '--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...extraFlags],
    { detached: true, stdio: 'ignore' },
  )
  const gone = new Promise<void>(resolve => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const kill = async (): Promise<void> => {
    killGroup(child.pid)
    await gone
  }
  try {
    const debuggingPort = await readPort(portFile, () => child.exitCode !== null)
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`, {
      timeout: START_LIMIT_MS / 2,
      // Else every page counts as seen and focused, whatever lies in front of it.
      noDefaults: true,
    })
    return { browser, debuggingPort, kill }
  } catch (thrown) {
    await kill()
    throw thrown
  }
}

/** A fresh folder for a profile; remove it with `removeFolder` when the test ends. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'pairloom-'))
}

/** Retries, because a browser that was just killed may still write its last files. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It had ended already.
  }
}

/** Chromium writes the port that it chose into its profile. */
async function readPort(file: string, ended: () => boolean): Promise<number> {
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    const port = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
    if (port > 0) return port
    if (ended()) throw new Error('Chromium ended before it opened its debugging port')
    await sleep(50)
  }
  throw new Error(`Chromium opened no debugging port within ${START_LIMIT_MS / 1000} s`)
}
