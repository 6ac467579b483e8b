import { readFileSync } from 'node:fs'
import process from 'node:process'

/**
 * Ends the process with a clear sentence when this Node is too old for the project; without it the first sign would be
 * a syntax error somewhere inside a package.
 */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  if (satisfies(process.versions.node, engines.node)) return
  process.stderr.write(`Pairloom needs Node ${engines.node}; this is ${process.versions.node}.\n`)
  process.exit(2)
}

/**
 * @param {string} version `20.19.0`
 * @param {string} range Terms joined by `||`, each `^1.2.3` or `>=1.2.3`, where missing parts are 0.
 */
export function satisfies(version, range) {
  const [major = 0, minor = 0, patch = 0] = numbers(version)
  return range.split('||').some(term => {
    const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = numbers(term.replace(/^[\s^>=]+/, ''))
    const atLeast =
      major !== wantedMajor ? major > wantedMajor : minor !== wantedMinor ? minor > wantedMinor : patch >= wantedPatch
    return atLeast && (!term.trim().startsWith('^') || major === wantedMajor)
  })
}

/** @param {string} version */
function numbers(version) {
  return version
    .trim()
    .split('.')
    .map(part => Number.parseInt(part, 10))
}
