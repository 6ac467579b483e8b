import { parseArgs } from 'node:util'
import { type Parsed, understand } from '../command'
import { STATES, type State } from '#core/synthesis/pair'
import { statesNamed } from '../corpus/states-named'

export const COMPARE_USAGE = `Usage: npm run compare -- --from records.jsonl --passages passages.jsonl --out FOLDER

Corpora of equal size out of the same documents, to train the same model on each and compare:
  vanilla    passages as they are
  instruct   texts with their pairs, in chains as they were written
  one-shot   the same pairs, each passage in a text of its own
  rules      reading comprehension texts mined from the passages themselves (AdaptLLM), without a model
  mix        passages and training data of the synthesizer, half of the tokens each (with --tuning)

  --from FILE        rows of the format records, as export and synthesize write them
  --passages FILE    rows of the format passages of the same documents
  --out FOLDER       new or empty; gets the corpora, manifest.json, and configurations for Axolotl and LLaMA-Factory
  --tuning FILE      rows with a text, as npm run tuning-data writes them
  --states LIST      ${STATES.join(', ')} or all (kept,ready)
  --tokens N         estimated tokens of each corpus; without it as many as the smallest has
  --general-words F  words of everyday language, one a line: keywords for rules are long words that are not among them
  --base NAME        the model that configurations name (meta-llama/Meta-Llama-3-8B)
  --seed N           seed of every choice (1)

Exit status: 0 done · 1 rows were left out, or a corpus is smaller than --tokens; the rest is written · 2 wrong usage or a
missing file
`

export interface CompareOptions {
  readonly from: string
  readonly passages: string
  readonly out: string
  readonly tuning: string | null
  readonly states: readonly State[]
  /** null for as many as the smallest corpus has. */
  readonly tokens: number | null
  readonly generalWords: string | null
  readonly base: string
  readonly seed: number
}

/** Understands the arguments, or says in one sentence what is wrong with them. */
export function parseCompareOptions(args: readonly string[]): Parsed<CompareOptions> {
  return understand(() => read(args), decide)
}

function decide(values: ReturnType<typeof read>): Parsed<CompareOptions> {
  if (values.from === undefined) return { fault: 'Say where the pairs are: --from records.jsonl' }
  if (values.passages === undefined) return { fault: 'Say where all passages are: --passages passages.jsonl' }
  if (values.out === undefined) return { fault: 'Say where the pack goes: --out FOLDER' }
  const states = statesNamed(values.states)
  if (states === null) return { fault: `--states takes ${STATES.join(', ')} or all.` }
  const seed = Number(values.seed ?? '1')
  if (!Number.isSafeInteger(seed) || seed < 0) return { fault: '--seed is a whole number.' }
  const tokens = values.tokens === undefined ? null : Number(values.tokens)
  if (tokens !== null && !(Number.isSafeInteger(tokens) && tokens > 0))
    return { fault: '--tokens is a whole number above 0.' }
  return {
    options: {
      from: values.from,
      passages: values.passages,
      out: values.out,
      tuning: values.tuning ?? null,
      states,
      tokens,
      generalWords: values['general-words'] ?? null,
      base: values.base ?? 'meta-llama/Meta-Llama-3-8B',
      seed,
    },
  }
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args: [...args],
    options: {
      from: text,
      passages: text,
      out: text,
      tuning: text,
      states: text,
      tokens: text,
      'general-words': text,
      base: text,
      seed: text,
      help: { type: 'boolean', short: 'h' },
    },
  }).values
}
