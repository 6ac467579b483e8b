import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { findChromium } from '#cli/find-chromium.mjs'

const DEBIAN_PACKAGES = 'chromium fonts-noto-cjk'
const DEBIAN_COMMAND = `apt-get update && apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES}`
const PLAYWRIGHT_COMMAND = 'npx playwright install --with-deps chromium'

/**
 * The Chromium that the tests drive. When there is none it is installed if this process may do so (it is root, or runs
 * on a build server); otherwise the error carries the one command to run.
 *
 * @returns {string} Path of the program.
 */
export function ensureChromium() {
  const found = findChromium()
  if (found !== undefined) return found
  if (process.env['PAIRLOOM_CHROMIUM']) {
    throw new Error(`PAIRLOOM_CHROMIUM names no program: ${process.env['PAIRLOOM_CHROMIUM']}`)
  }
  if (!isRoot() && !process.env['CI']) {
    throw new Error(`No Chromium was found. Install one, then run this again:\n\n    ${commandForPerson()}\n`)
  }
  for (const command of isDebian() && isRoot() ? [DEBIAN_COMMAND, PLAYWRIGHT_COMMAND] : [PLAYWRIGHT_COMMAND]) {
    shell(command)
    const installed = findChromium()
    if (installed !== undefined) return installed
  }
  throw new Error(`Chromium could not be installed. Try by hand:\n\n    ${commandForPerson()}\n`)
}

/** Installs a Chinese font for screenshots where that is allowed; without one they show boxes, and no test fails. */
export function ensureChineseFont() {
  if (process.platform !== 'linux') return
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (listed.status === 0 && listed.stdout.trim() !== '') return
  if (isDebian() && isRoot()) shell('apt-get update && apt-get install -y --no-install-recommends fonts-noto-cjk')
}

export function isRoot() {
  return process.getuid?.() === 0
}

function isDebian() {
  return existsSync('/etc/debian_version')
}

function commandForPerson() {
  return isDebian() ? `sudo sh -c '${DEBIAN_COMMAND}'` : PLAYWRIGHT_COMMAND
}

/** @param {string} command */
function shell(command) {
  process.stderr.write(`Installing: ${command}\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('sh', ['-c', command], { stdio: ['ignore', 2, 2], env, timeout: 10 * 60_000 })
}
