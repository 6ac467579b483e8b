import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { checkNode } from '#cli/check-node.mjs'
import { ensureBuilt, PROJECT } from '#cli/ensure-built.mjs'
import { weighFirstScreen } from './support/bundle-budget.mjs'
import { ensureChineseFont, ensureChromium } from './support/find-chromium.mjs'
import { runNode, runProgram } from './support/run-command.mjs'
import { readResults } from './support/vitest-results.mjs'

// npm test: every check, then every test. Names choose some of them: `npm test -- lint unit`.
//   --audit    asks the registry for known weaknesses, as build servers (CI=true) always do

const MINUTE = 60_000
const AT_ONCE = 2

/**
 * @typedef {{ ok: boolean, output: string, skipped?: boolean }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Check
 */

checkNode()
process.chdir(PROJECT)
const out = path.join('test', 'out')
await mkdir(out, { recursive: true })

const flags = process.argv.slice(2).filter(arg => arg.startsWith('--'))
const chosen = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
const wantsAudit = flags.includes('--audit') || process.env['CI'] === 'true' || chosen.includes('audit')

/** @type {Check[]} */
const CHECKS = [
  // The longest first, so that two lanes end together.
  { name: 'lint', run: () => tool('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'types core', run: () => tool('typescript/bin/tsc', '-p', 'tsconfig.core.json') },
  { name: 'types worker', run: () => tool('typescript/bin/tsc', '-p', 'tsconfig.worker.json') },
  { name: 'types app', run: () => tool('typescript/bin/tsc', '-p', 'tsconfig.app.json') },
  { name: 'types node', run: () => tool('typescript/bin/tsc', '-p', 'tsconfig.node.json') },
  { name: 'format', run: () => tool('@biomejs/biome/bin/biome', 'format', '.') },
  {
    name: 'boundaries',
    run: () => tool('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.mjs'),
  },
  { name: 'dead code', run: () => tool('knip/bin/knip.js') },
  { name: 'build', run: build },
  ...(wantsAudit ? [{ name: 'audit', run: audit }] : []),
]

/** One run of Vitest each: a browser that hangs cannot take the results of the others with it. */
const SUITES = [
  { name: 'unit', projects: ['unit', 'contract'], limitMs: 6 * MINUTE },
  { name: 'browser', projects: ['browser (chromium)'], limitMs: 12 * MINUTE },
  // A real model on a processor in place of a GPU, where there is one (PAIRLOOM_MLC_FOLDER): a token a second.
  { name: 'webgpu', projects: ['browser (webgpu)'], limitMs: 35 * MINUTE },
  { name: 'e2e', projects: ['e2e'], limitMs: 50 * MINUTE },
]

const started = Date.now()
let passed = 0
/** @type {string[]} */
const failed = []
/** @type {string[]} */
const skipped = []

const wanted = /** @param {{ name: string }} entry */ ({ name }) =>
  chosen.length === 0 || chosen.some(word => name.startsWith(word))
const checks = CHECKS.filter(wanted)
const suites = SUITES.filter(wanted)
if (checks.length + suites.length === 0) {
  process.stderr.write(
    `Nothing is called ${chosen.join(' ')}. There is: ${[...CHECKS, ...SUITES].map(c => c.name).join(', ')}\n`,
  )
  process.exit(2)
}
if (suites.some(({ name }) => name !== 'unit')) prepareBrowser()
await runChecks(checks)
for (const suite of suites) await runSuite(suite)
summarise()

function prepareBrowser() {
  try {
    process.env['PAIRLOOM_CHROMIUM'] = ensureChromium()
    say(`Chromium: ${process.env['PAIRLOOM_CHROMIUM']}`)
    ensureChineseFont()
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown))
    failed.push('Chromium is there')
    summarise()
    process.exit(1)
  }
}

/** @param {readonly Check[]} list */
async function runChecks(list) {
  const waiting = [...list]
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) await runCheck(check)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

/** @param {Check} check */
async function runCheck({ name, run }) {
  const begun = Date.now()
  const outcome = await run().catch(thrown => ({
    ok: false,
    output: String(thrown?.message ?? thrown),
    skipped: false,
  }))
  const verdict = outcome.skipped === true ? 'skip' : outcome.ok ? 'ok  ' : 'FAIL'
  say(`${verdict}  ${name} (${seconds(begun)})${outcome.ok ? firstLine(outcome.output) : `\n${outcome.output}`}`)
  if (outcome.skipped === true) skipped.push(`${name}: ${outcome.output}`)
  else if (outcome.ok) passed += 1
  else failed.push(name)
}

/** @param {(typeof SUITES)[number]} suite */
async function runSuite({ name, projects, limitMs }) {
  say(`\n— ${projects.join(' and ')} —`)
  const report = path.join(out, `${name}.json`)
  await rm(report, { force: true })
  const { ok } = await runNode(
    [
      path.join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap(project => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { limitMs, stream: true },
  )
  const results = await readResults(report, ok)
  passed += results.passed
  failed.push(...results.failed.map(test => `${name}: ${test}`))
  skipped.push(...results.skipped.map(test => `${name}: ${test}`))
}

/**
 * A tool of node_modules, by its script.
 *
 * @param {string} script
 * @param {...string} args
 */
function tool(script, ...args) {
  return runNode([path.join('node_modules', script), ...args], { limitMs: 5 * MINUTE })
}

/** @returns {Promise<Outcome>} */
async function build() {
  const site = await ensureBuilt('dist')
  await ensureBuilt('dist-node')
  return weighFirstScreen(site)
}

/** @returns {Promise<Outcome>} Skipped when the registry gives no answer: that says nothing about the packages. */
async function audit() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { ok, output } = await runProgram(npm, ['audit', '--audit-level=high', '--json'], { limitMs: MINUTE })
  if (ok) return { ok, output: '' }
  const counts = /"vulnerabilities":\s*\{\s*"info":[^}]*\}/.exec(output)?.[0]
  return counts === undefined
    ? { ok: true, skipped: true, output: 'the registry gave no answer' }
    : { ok: false, output: `${counts}\nSee them with: npm audit` }
}

function summarise() {
  if (skipped.length > 0) say(`\nSkipped:\n${skipped.map(name => `  ${name}`).join('\n')}`)
  if (failed.length > 0) say(`\nFailed:\n${failed.map(name => `  ${name}`).join('\n')}`)
  say(`\nTook ${seconds(started)}.`)
  say(`${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

/** @param {string} output */
function firstLine(output) {
  const line = output.trim().split('\n')[0] ?? ''
  return line === '' || line.length > 100 ? '' : `: ${line}`
}

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`${text}\n`)
}
