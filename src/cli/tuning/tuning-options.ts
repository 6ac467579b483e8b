import { parseArgs } from 'node:util'
import { type Parsed, understand } from '../command'
import { TUNING_SETTINGS, type SequenceSettings } from '#core/tuning/sequences'

export const TUNING_FORMATS = ['spans', 'segments', 'completion'] as const
export type TuningFormat = (typeof TUNING_FORMATS)[number]

export const TUNING_USAGE = `Usage: npm run tuning-data -- --from squad.json --from race.jsonl --out tuning.jsonl

  --from [NAME=]FILE   a reading-comprehension set as .json or .jsonl, again for each: SQuAD, CoQA, RACE, rows of
                       context, question and answer, or records of Pairloom; NAME is what the set is called
  --out FILE           .jsonl
  --format NAME        spans: {text, loss_spans} (default) · segments: {segments} as Axolotl's input_output has them ·
                       completion: {prompt, completion}
  --unseen LIST        names of sets that go into FILE.unseen.jsonl instead, to measure on
  --states LIST        of records: kept,ready,unsure,failed,dropped (kept)
  --tokens N           of a sequence, estimated (4096)
  --per-set N          examples of a set, those with most pairs first (10000)
  --seed N             seed of every choice (1)
  --configs            writes configurations for a trainer beside it (LoRA and full)

Exit status: 0 done · 1 rows were left out, the rest is written · 2 wrong usage or a missing file
`

export interface TuningOptions {
  readonly sets: readonly { readonly name: string; readonly file: string }[]
  readonly out: string
  readonly format: TuningFormat
  readonly unseen: readonly string[]
  readonly states: readonly string[]
  readonly settings: SequenceSettings
  readonly configs: boolean
}

/** Understands the arguments, or says in one sentence what is wrong with them. */
export function parseTuningOptions(args: readonly string[]): Parsed<TuningOptions> {
  return understand(() => read(args), decide)
}

function decide(values: ReturnType<typeof read>): Parsed<TuningOptions> {
  if (values.from === undefined) return { fault: 'Name at least one set: --from squad.json' }
  if (values.out?.endsWith('.jsonl') !== true) return { fault: 'Say where the rows go: --out tuning.jsonl' }
  const format = TUNING_FORMATS.find(name => name === (values.format ?? 'spans'))
  if (format === undefined) return { fault: `--format is one of ${TUNING_FORMATS.join(', ')}.` }
  const sets = values.from.map(setOf)
  const unseen = listOf(values.unseen ?? '')
  const unknown = unseen.find(name => !sets.some(set => set.name === name))
  if (unknown !== undefined) return { fault: `--unseen names ${unknown}, which is no set of --from.` }
  const [seed, tokens, most] = [values.seed ?? '1', values.tokens ?? '4096', values['per-set'] ?? '10000'].map(whole)
  if (seed === undefined || Number.isNaN(seed)) return { fault: '--seed is a whole number.' }
  if (tokens === undefined || !(tokens >= 64)) return { fault: '--tokens is a whole number of 64 or more.' }
  if (most === undefined || !(most >= 1)) return { fault: '--per-set is a whole number above 0.' }
  return {
    options: {
      sets,
      out: values.out,
      format,
      unseen,
      states: listOf(values.states ?? 'kept'),
      settings: { ...TUNING_SETTINGS, seed, maximumTokens: tokens, perDataset: most },
      configs: values.configs === true,
    },
  }
}

/** `NAME=FILE`, or a file that lends its name. */
function setOf(given: string): TuningOptions['sets'][number] {
  const at = given.indexOf('=')
  if (at > 0 && !/[\\/]/u.test(given.slice(0, at))) return { name: given.slice(0, at), file: given.slice(at + 1) }
  const base = given.replace(/^.*[\\/]/u, '').replace(/\.jsonl?$/u, '')
  return { name: base, file: given }
}

function listOf(list: string): string[] {
  return list
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
}

function whole(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : Number.NaN
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args: [...args],
    options: {
      from: { type: 'string', multiple: true },
      out: text,
      format: text,
      unseen: text,
      states: text,
      tokens: text,
      'per-set': text,
      seed: text,
      configs: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values
}
