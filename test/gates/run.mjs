import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { isDeepStrictEqual } from 'node:util'
import { checkNode } from '#cli/check-node.mjs'
import { PROJECT } from '#cli/ensure-built.mjs'
import { bundled } from '#test/support/bundled.mjs'
import { onModulePage } from '#test/support/module-page.mjs'

// npm run gates: what two gates add to the checks by strings, with the model in PAIRLOOM_GGUF as the judge, on a sample of
// the labelled pairs. Writes the table into docs/checks.md. What the same model said of the same draw before (in
// test/out/gates.json) is not asked again.
//   --languages LIST   of en,zh; (en,zh)
//   --each N           pairs of each label in each language (2)
//   --passages N       of each language (8)
//   --seed N           of the draw (1)
//   --again            asks nobody and makes the table of the last answers anew

checkNode()
process.chdir(PROJECT)
const GATES = /** @type {const} */ (['grounded', 'round-trip'])
const LANGUAGES = /** @type {const} */ (['en', 'zh'])
const KEPT = path.join('test', 'out', 'gates.json')
const given = process.env['PAIRLOOM_GGUF']
const again = process.argv.includes('--again')
const wanted = (wordAfter('--languages') ?? 'en,zh').split(',')
const languages = LANGUAGES.filter(language => wanted.includes(language))
const [each, passages, seed] = [
  ['--each', 2],
  ['--passages', 8],
  ['--seed', 1],
].map(([name, otherwise]) => Number(wordAfter(String(name)) ?? otherwise))
const isWhole = [each, passages, seed].every(number => Number.isInteger(number) && Number(number) > 0)
if ((given === undefined && !again) || languages.length === 0 || !isWhole) {
  process.stderr.write(
    'PAIRLOOM_GGUF=model.gguf npm run gates -- [--languages en,zh] [--each N] [--passages N] [--seed N] [--again]\n',
  )
  process.exit(2)
}

/** @type {typeof import('./table.ts')} */
const { drawSample, judgedSet, writeTable } = await bundled('test/gates/table.ts', 'gates')
/** @type {import('./table.ts').GateRun | null} */
let run = await readFile(KEPT, 'utf8').then(JSON.parse, () => null)
if (!again) {
  const judge = path.basename(given ?? '', '.gguf')
  const all = await judgedSet()
  for (const language of languages) {
    const draw = { language, each: Number(each), passages: Number(passages), seed: Number(seed) }
    const { pairs, texts } = drawSample(all, draw)
    for (const gate of GATES) {
      const parts = run?.judge === judge ? run.parts : []
      const before = parts.find(part => isDeepStrictEqual(part.draw, draw))
      if (before?.answers[gate] !== undefined) continue
      const answers = { ...before?.answers, [gate]: await answersOf({ gate, judge, pairs, texts }) }
      const others = parts.filter(part => part.draw.language !== language)
      run = {
        judge,
        parts: [...others, { draw, answers }].sort((a, b) => (a.draw.language < b.draw.language ? -1 : 1)),
      }
      // An hour may lie between two gates.
      await writeFile(KEPT, JSON.stringify(run))
    }
  }
}
if (run === null) {
  process.stderr.write('There are no answers to make a table of.\n')
  process.exit(2)
}
await writeTable(run)
process.stderr.write('docs/checks.md holds the table.\n')

/**
 * @param {import('./page.ts').GateAsked} asked
 * @returns {Promise<import('./page.ts').GateAnswers>}
 */
function answersOf(asked) {
  return onModulePage(page => {
    page.on('console', message => process.stderr.write(`${message.text()}\n`))
    return page.evaluate(
      // Runs on the page; it knows nothing of this file.
      async ({ address, question }) => {
        const { judgeSample } = await import(address)
        return judgeSample(question)
      },
      { address: '/test/gates/page.ts', question: asked },
    )
  })
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
function wordAfter(name) {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
