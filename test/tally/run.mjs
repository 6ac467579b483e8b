import process from 'node:process'
import { checkNode } from '#cli/check-node.mjs'
import { PROJECT } from '#cli/ensure-built.mjs'
import { bundled } from '#test/support/bundled.mjs'

// npm run tally: whether the rules of the checks earn their place, counted over the opened labelled sets.
//   --sets LIST   of first,fresh,varied,fourth,fifth,sixth,seventh (all)
//   --show WORD   prints the pairs of rules whose name holds the word: right ones that it held back, wrong ones that it alone did

checkNode()
process.chdir(PROJECT)
/** @type {typeof import('./tally.ts')} */
const { tally } = await bundled('test/tally/tally.ts', 'tally')
const sets = wordAfter('--sets')?.split(',')
const shown = wordAfter('--show')
if (sets?.includes('blind') === true) {
  process.stderr.write('The blind set is only counted.\n')
  process.exit(2)
}
const { right, wrong, rows, took } = await tally(/** @type {any} */ (sets))

process.stdout.write(`${right} right pairs, ${wrong} wrong ones. Held back (of these, by this rule alone):\n\n`)
for (const row of rows) {
  const of = `right ${cell(row.right, row.rightAlone)}  wrong ${cell(row.wrong, row.wrongAlone)}`
  process.stdout.write(`${of}  ${row.rule}\n`)
}
process.stdout.write('\nMicroseconds a pair:\n')
for (const [judge, microseconds] of took) process.stdout.write(`${microseconds.toFixed(1).padStart(7)}  ${judge}\n`)
for (const row of shown === undefined ? [] : rows.filter(({ rule }) => rule.includes(shown)))
  process.stdout.write(`\n${row.rule}\nright:\n${lines(row.right)}\nwrong, alone:\n${lines(row.wrongAlone)}\n`)

/** @param {readonly string[]} all @param {readonly string[]} alone */
function cell(all, alone) {
  return `${String(all.length).padStart(4)} (${String(alone.length).padStart(3)})`
}

/** @param {readonly string[]} pairs */
function lines(pairs) {
  return pairs.map(line => `  ${line}`).join('\n')
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
function wordAfter(name) {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
