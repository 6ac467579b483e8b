import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const FIXED_PLACES = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Where a browser build of Playwright keeps its program, below `chromium-NNNN`. */
const CACHED_PROGRAMS = [
  ['chrome-linux64', 'chrome'],
  ['chrome-linux', 'chrome'],
  ['chrome-mac-arm64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac-x64', 'Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win64', 'chrome.exe'],
  ['chrome-win', 'chrome.exe'],
]

/**
 * Looks for a Chromium on this machine: the path in PAIRLOOM_CHROMIUM, then the usual commands in PATH, then the usual
 * places of the system, then what Playwright downloaded.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} Path of the program. Undefined when there is none, or when PAIRLOOM_CHROMIUM names none:
 *   a wrong setting is reported, not replaced by another browser.
 */
export function findChromium(env = process.env) {
  const named = env['PAIRLOOM_CHROMIUM']
  if (named) return isProgram(named) ? named : undefined
  return [...inPath(env), ...fixedPlaces(), ...inPlaywrightCache(env)].find(isProgram)
}

/** @param {NodeJS.ProcessEnv} env */
function inPath(env) {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(folder => folder !== '')
  return COMMANDS.flatMap(command => folders.map(folder => path.join(folder, command)))
}

function fixedPlaces() {
  if (process.platform === 'darwin') return FIXED_PLACES.darwin
  return process.platform === 'win32' ? FIXED_PLACES.win32 : []
}

/** @param {NodeJS.ProcessEnv} env */
function inPlaywrightCache(env) {
  const cache = env['PLAYWRIGHT_BROWSERS_PATH'] || defaultCache(env)
  return listFolder(cache)
    .filter(name => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap(name => CACHED_PROGRAMS.map(parts => path.join(cache, name, ...parts)))
}

/** @param {NodeJS.ProcessEnv} env */
function defaultCache(env) {
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'ms-playwright')
  if (process.platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright')
  return path.join(env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'ms-playwright')
}

/** @param {string} folder */
function listFolder(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
