import { parseArgs } from 'node:util'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, optionProblems, parseFileName } from '#core/export/export-plan'
import { FORMAT_NAMES } from '#core/export/format'
import { parseSplitRatio } from '#core/export/split-ratio'
import { rulesRequest } from '#core/mining/rules-request'
import { STATES } from '#core/synthesis/pair'
import type { HeadlessJob } from '#messages/headless'
import { readChainOptions } from './chain-options'
import { listOf } from './list-of'
import type { ModelWords } from './model-options'

export const USAGE = `Usage: npm run synthesize -- FILES… --out data.jsonl

  --out FILE              .jsonl or .jsonl.gz; the only option that must be given
  --format NAME           ${FORMAT_NAMES.join(', ')} (records)
  --states LIST           ${STATES.join(', ')} or all (kept,ready)
  --tasks LIST            definition, cause, … (the defaults of the synthesizer)
  --sample N              passages drawn by seed (all)
  --seed N                seed of every choice (1)
  --passage-tokens T[,M]  target and maximum size of a passage in tokens (600,1000)
  --split A/B/C           train, validation and test in percent, as NAME.train.jsonl … (none)
  --passage-in-prompt W   auto, yes or no (auto: where the pair needs it)
  --system TEXT           system prompt for every row (none)
  --engine NAME           webllm (WebGPU), wllama (CPU), or replay for answers made elsewhere; without it the rules write
  --model NAME|PATH       a model's id, a GGUF file (wllama) or a folder in MLC's layout (webllm)
  --model-lib FILE.wasm   library of such a folder, when it lies elsewhere
  --recipe NAME|FILE.json what the model is asked for (reading-comprehension)
  --teach FILE.jsonl      kept pairs, exported as records: the best that fit become the recipe's first examples (none)
  --context N             tokens of the model's context (4096)
  --synthesizer NAME      rules without an engine; else chat, or tagged for an instruction synthesizer (chat; tagged for replay,
                          and where the model's name says what it is)
  --rounds M              1 to 5: passages are written in chains of M, each with the earlier ones and their pairs as shots
                          (2 with tagged, where the paper takes 3 for texts of one domain; else 1)
  --shots WHICH           written: all pairs as written · passed: those that passed every check or were kept (written)
  --answers FILE.jsonl    for replay: rows {"text": the exact text of a passage, "completion": what a model wrote}
  --window N              for replay: tokens that shots and passage may take together (all shots are accepted)
  --profile DIR           keeps models, and resumes an unfinished run of the same inputs and options

Exit status: 0 every file gave a document · 1 some were refused or partly read, the rest is written
             2 wrong usage or a missing path · 3 no browser or no engine
`

/** A command line, understood. */
export interface SynthesizeOptions {
  readonly inputs: readonly string[]
  readonly out: string
  readonly profile: string | null
  readonly job: Omit<HeadlessJob, 'project' | 'names' | 'model'>
  readonly model: ModelWords
}

type Parsed = { readonly options: SynthesizeOptions } | { readonly fault: string } | { readonly help: true }

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/u.test(text.trim()) ? Number(text) : null
}

function member<T extends string>(names: readonly T[], name: string): T | undefined {
  return names.find(candidate => candidate === name)
}

/** Understands the arguments after `--`, or says in one sentence what is wrong with them. */
export function parseOptions(args: readonly string[]): Parsed {
  let parsed: ReturnType<typeof read>
  try {
    parsed = read(args)
  } catch (thrown) {
    return { fault: thrown instanceof Error ? thrown.message : String(thrown) }
  }
  const { values, positionals } = parsed
  if (values.help === true) return { help: true }
  if (positionals.length === 0) return { fault: 'Name at least one file or folder.' }
  if (values.out === undefined) return { fault: 'Say where the rows go: --out data.jsonl' }

  const format = member(FORMAT_NAMES, values.format ?? 'records')
  if (format === undefined) return { fault: `--format is one of ${FORMAT_NAMES.join(', ')}.` }
  const named = values.states === 'all' ? STATES : listOf(values.states ?? 'kept,ready')
  const states = named.map(name => member(STATES, name)).filter(state => state !== undefined)
  if (states.length !== named.length) return { fault: `--states takes ${STATES.join(', ')} or all.` }
  const seed = wholeNumber(values.seed ?? '1')
  if (seed === null) return { fault: '--seed is a whole number.' }
  const sample = values.sample === undefined ? null : wholeNumber(values.sample)
  if (values.sample !== undefined && (sample === null || sample === 0))
    return { fault: '--sample is a whole number above 0.' }
  const sizes = (values['passage-tokens'] ?? `${DEFAULT_CHUNK_SETTINGS.target}`).split(',').map(wholeNumber)
  const [target, maximum = Math.max(DEFAULT_CHUNK_SETTINGS.maximum, Math.ceil((target ?? 0) * 1.5))] = sizes
  if (
    target === null ||
    target === undefined ||
    maximum === null ||
    target < 1 ||
    maximum < target ||
    sizes.length > 2
  ) {
    return { fault: '--passage-tokens is a target, or a target and a maximum: 600,1000.' }
  }
  const split = values.split === undefined ? null : parseSplitRatio(values.split)
  if (values.split !== undefined && split === null) return { fault: '--split is three shares that add to 100: 90/5/5.' }
  const passageInPrompt = member(['auto', 'yes', 'no'] as const, values['passage-in-prompt'] ?? 'auto')
  if (passageInPrompt === undefined) return { fault: '--passage-in-prompt is auto, yes or no.' }
  const chosen = readChainOptions({
    engine: values.engine,
    synthesizer: values.synthesizer,
    rounds: values.rounds,
    shots: values.shots,
    window: values.window,
    model: values.model,
    recipe: values.recipe ?? values.teach,
  })
  if ('fault' in chosen) return chosen
  const { synthesizer, chains } = chosen

  const exportOptions: ExportOptions = {
    ...DEFAULT_EXPORT_OPTIONS,
    ...parseFileName(values.out.replace(/^.*[\\/]/u, '')),
    format,
    states,
    split,
    seed,
    passageInPrompt,
    systemPrompt: values.system ?? '',
  }
  if (optionProblems(exportOptions).length > 0) return { fault: '--out names a file: data.jsonl' }
  const rules = rulesRequest({ tasks: listOf(values.tasks), seed, documents: null, sample })
  // Left out where there are none: a profile is found again by what stands here.
  const run = chains === null ? rules : { ...rules, chains }
  return {
    options: {
      inputs: positionals,
      out: values.out,
      profile: values.profile ?? null,
      model: {
        engine: values.engine,
        model: values.model,
        library: values['model-lib'],
        recipe: values.recipe,
        context: values.context,
        teach: values.teach,
        answers: values.answers,
        synthesizer,
      },
      job: { chunk: { target, maximum }, run: format === 'passages' ? null : run, export: exportOptions },
    },
  }
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: text,
      format: text,
      states: text,
      tasks: text,
      sample: text,
      seed: text,
      'passage-tokens': text,
      split: text,
      'passage-in-prompt': text,
      system: text,
      engine: text,
      model: text,
      'model-lib': text,
      recipe: text,
      context: text,
      teach: text,
      synthesizer: text,
      rounds: text,
      shots: text,
      window: text,
      answers: text,
      profile: text,
      help: { type: 'boolean', short: 'h' },
    },
  })
}
