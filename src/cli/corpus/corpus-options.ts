import { parseArgs } from 'node:util'
import { type Parsed, understand } from '../command'
import { LANGUAGES } from '#core/documents/document'
import { type CorpusSettings, corpusSettings } from '#core/corpus/corpus-options'
import { DOMAIN_MIXTURE } from '#core/corpus/mixture'
import { MODES, type ModeWeights, PAPER_TEMPLATES } from '#core/corpus/style'
import type { Narrowing } from '#core/export/selection'
import { STATES } from '#core/synthesis/pair'
import { listOf } from '../list-of'
import { statesNamed } from './states-named'

export const CORPUS_USAGE = `Usage: npm run corpus -- --from records.jsonl --out corpus.jsonl

  --from FILE             rows of the format records, as export and synthesize write them
  --out FILE              .jsonl; a row is {"text": …}
  --passages FILE         rows of the format passages of the same documents: those without a pair stay raw text
  --states LIST           ${STATES.join(', ')} or all (kept,ready)
  --tasks LIST            only pairs of these tasks; passages without one of them stay raw (all)
  --languages LIST        only passages and pairs in these: en, zh, other (all)
  --document NAME         only this document; once for each of several (all)
  --weights LIST          of ${MODES.join(', ')} (classic=80,dialog=5,numbered=5,few-shot=5,next-turn=5)
  --inversion P           percent of classic and dialog texts whose pairs stand before the passage (5)
  --converted P           percent of texts that get their pairs; the others stay raw (100)
  --comprehension P       percent of raw passages that become reading comprehension texts, mined by rules (0)
  --general FILE          JSONL of general instructions (question and response, instruction and output, messages …)
  --general-ratio N       tokens of general instructions for each token of the rest (1)
  --seed N                seed of every choice (1)

Exit status: 0 done · 1 rows were left out (the rest is written), or there was nothing to write · 2 wrong usage or a missing file
`

/** Files of the command, and what is made of them. */
export interface CommandOptions {
  readonly from: string
  readonly out: string
  readonly passages: string | null
  readonly general: string | null
  readonly narrowing: Narrowing<string>
  readonly settings: CorpusSettings
}

/** Understands the arguments, or says in one sentence what is wrong with them. */
export function parseCorpusOptions(args: readonly string[]): Parsed<CommandOptions> {
  return understand(() => read(args), decide)
}

function decide(values: ReturnType<typeof read>): Parsed<CommandOptions> {
  if (values.from === undefined) return { fault: 'Say where the pairs are: --from records.jsonl' }
  if (values.out === undefined) return { fault: 'Say where the texts go: --out corpus.jsonl' }
  if (values.out === values.from) return { fault: '--out and --from are the same file.' }
  const states = statesNamed(values.states)
  if (states === null) return { fault: `--states takes ${STATES.join(', ')} or all.` }
  const languages = LANGUAGES.filter(language => listOf(values.languages).includes(language))
  if (languages.length !== listOf(values.languages).length) return { fault: '--languages takes en, zh and other.' }
  const seed = numberIn(values.seed ?? '1', 0, Number.MAX_SAFE_INTEGER)
  if (seed === null || !Number.isInteger(seed)) return { fault: '--seed is a whole number.' }
  const inversion = numberIn(values.inversion ?? '5', 0, 100)
  if (inversion === null) return { fault: '--inversion is a percentage from 0 to 100.' }
  const converted = numberIn(values.converted ?? '100', 0, 100)
  if (converted === null) return { fault: '--converted is a percentage from 0 to 100.' }
  const comprehension = numberIn(values.comprehension ?? '0', 0, 100)
  if (comprehension === null) return { fault: '--comprehension is a percentage from 0 to 100.' }
  const ratio = numberIn(values['general-ratio'] ?? String(DOMAIN_MIXTURE.general), 0, 1_000)
  if (ratio === null) return { fault: '--general-ratio is a number of 0 or more.' }
  if (values['general-ratio'] !== undefined && values.general === undefined) {
    return { fault: '--general-ratio needs --general FILE.' }
  }
  const weights = values.weights === undefined ? PAPER_TEMPLATES.weights : readWeights(values.weights)
  if (weights === null)
    return { fault: `--weights names modes with numbers: ${MODES.map(mode => `${mode}=1`).join(',')}` }
  return {
    options: {
      from: values.from,
      out: values.out,
      passages: values.passages ?? null,
      general: values.general ?? null,
      narrowing: { states, documents: values.document ?? null, tasks: listOf(values.tasks), languages },
      settings: corpusSettings(
        {
          seed,
          weights,
          inversion: inversion / 100,
          converted: converted / 100,
          comprehension: comprehension / 100,
          general: ratio,
        },
        values.general !== undefined,
      ),
    },
  }
}

function readWeights(list: string): ModeWeights | null {
  const weights = { classic: 0, dialog: 0, numbered: 0, 'few-shot': 0, 'next-turn': 0 }
  for (const entry of list.split(',')) {
    const [name, value = ''] = entry.split('=').map(part => part.trim())
    const mode = MODES.find(known => known === name)
    const weight = numberIn(value, 0, 1e9)
    if (mode === undefined || weight === null) return null
    weights[mode] = weight
  }
  return Object.values(weights).some(weight => weight > 0) ? weights : null
}

function numberIn(text: string, least: number, most: number): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && value >= least && value <= most ? value : null
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args: [...args],
    options: {
      from: text,
      out: text,
      passages: text,
      general: text,
      states: text,
      tasks: text,
      languages: text,
      document: { type: 'string', multiple: true },
      weights: text,
      inversion: text,
      converted: text,
      comprehension: text,
      'general-ratio': text,
      seed: text,
      help: { type: 'boolean', short: 'h' },
    },
  }).values
}
