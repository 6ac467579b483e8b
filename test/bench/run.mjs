import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import process from 'node:process'
import { checkNode } from '#cli/check-node.mjs'
import { PROJECT } from '#cli/ensure-built.mjs'
import { bundled } from '#test/support/bundled.mjs'
import { onModulePage } from '#test/support/module-page.mjs'

// npm run bench: measures Pairloom beside named peers in one run. Names choose parts: `npm run bench -- chunking`.
//
// A part is a file `test/bench/NAME.ts` (runs in Node) or `test/bench/page/NAME.ts` (runs on a page in Chromium) that
// exports functions named bench…, each giving { name, rows: [{ metric, ours, peer, ratio, goal, met }] }.

/**
 * @typedef {{ metric: string, ours: string | number, peer: string | number, ratio: string | number | null, goal: string, met: boolean }} Row
 * @typedef {{ name: string, rows: Row[] }} Table
 * @typedef {{ part: string, file: string, onPage: boolean }} Part
 */

checkNode()
process.chdir(PROJECT)
const chosen = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
const found = [...(await partsIn('test/bench', false)), ...(await partsIn('test/bench/page', true))]
const parts = found.filter(({ part }) => chosen.length === 0 || chosen.includes(part))
if (parts.length === 0) {
  process.stderr.write(`No such part. There is: ${found.map(({ part }) => part).join(', ')}\n`)
  process.exit(2)
}

/** @type {(Table & { part: string })[]} */
const tables = []
/** @type {string[]} */
const broken = []
for (const part of parts) {
  process.stderr.write(`Measuring ${part.part} …\n`)
  try {
    for (const table of await (part.onPage ? measureOnPage(part) : measureInNode(part))) {
      tables.push({ part: part.part, ...table })
      process.stdout.write(`\n${draw(table)}\n`)
    }
  } catch (thrown) {
    broken.push(part.part)
    process.stderr.write(
      `${part.part}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
    )
  }
}

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node }
await mkdir('test/out', { recursive: true })
await writeFile('test/out/bench.json', `${JSON.stringify({ machine, tables }, null, 2)}\n`)
const rows = tables.flatMap(table => table.rows)
process.stdout.write(
  `\n${rows.filter(row => row.met).length} of ${rows.length} goals met; test/out/bench.json holds all.\n`,
)
process.exitCode = broken.length > 0 ? 1 : 0

/**
 * @param {string} folder
 * @param {boolean} onPage
 * @returns {Promise<Part[]>}
 */
async function partsIn(folder, onPage) {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .map(name => ({ part: name.slice(0, -3), file: `${folder}/${name}`, onPage }))
}

/**
 * @param {Part} part
 * @returns {Promise<Table[]>}
 */
async function measureInNode({ part, file }) {
  return measureAll(await bundled(file, `bench-${part}`))
}

/**
 * @param {Part} part
 * @returns {Promise<Table[]>}
 */
function measureOnPage({ file }) {
  return onModulePage(page =>
    page.evaluate(
      // Runs on the page; it knows nothing of this file.
      async address => {
        const module = await import(address)
        const results = []
        for (const [name, bench] of Object.entries(module)) {
          if (name.startsWith('bench') && typeof bench === 'function') results.push(await bench())
        }
        return results
      },
      `/${file}`,
    ),
  )
}

/**
 * @param {Record<string, unknown>} module
 * @returns {Promise<Table[]>}
 */
async function measureAll(module) {
  /** @type {Table[]} */
  const results = []
  for (const [name, bench] of Object.entries(module)) {
    if (name.startsWith('bench') && typeof bench === 'function') results.push(await bench())
  }
  return results
}

/** @param {Table} table */
function draw({ name, rows: lines }) {
  const head = ['metric', 'ours', 'peer', 'ratio', 'goal', 'met']
  const cells = lines.map(row => [
    row.metric,
    show(row.ours),
    show(row.peer),
    show(row.ratio),
    row.goal,
    row.met ? 'yes' : 'NO',
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map(row => (row[column] ?? '').length)))
  const line = /** @param {string[]} row */ row => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')
  return [name, line(head), widths.map(width => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n')
}

/** @param {string | number | null | undefined} value */
function show(value) {
  if (value === null || value === undefined) return '–'
  return typeof value === 'number' ? String(Number(value.toPrecision(4))) : value
}
