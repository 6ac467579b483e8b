import { type Json, languageOf, type Meta } from '#core/documents/document'
import type { RecordSource } from '#core/export/export-row'
import type { Row } from '#core/export/json-line'
import { isRow } from '#core/export/shape'
import type { Check, CheckResult, Decision, Evidence, EvidenceKind, Original, Range, State } from '#core/synthesis/pair'
import { STATES } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'

export type ParsedRecord = { readonly record: RecordSource } | { readonly fault: string }

const RESULTS: readonly CheckResult[] = ['pass', 'doubt', 'fail']
const KINDS: readonly EvidenceKind[] = ['quoted', 'fuzzy', 'nearest']
const DECISIONS: readonly Decision[] = ['keep', 'drop']

/**
 * Reads a line of `records` back (rule EXPORT4). What is missing or of the wrong kind is repaired, keys that are not
 * known are left out; only a line that is no object, or has no instruction or response, is refused with a sentence.
 * Reasons of checks come back as the sentences that they were written as.
 */
export function parseRecord(line: string): ParsedRecord {
  const row = parsed(line)
  if (!isRow(row)) return { fault: 'the line is not a JSON object' }
  const { instruction, response } = row
  if (typeof instruction !== 'string') return { fault: 'there is no instruction' }
  if (typeof response !== 'string') return { fault: 'there is no response' }
  const passage = object(row['passage'])
  const document = object(row['document'])
  const chain = object(row['chain'])
  const options = texts(row['options'])
  const checks = items(row['checks'], readCheck)
  const decision = oneOf(DECISIONS, row['decision'])
  const passageText = text(passage['text'])
  const start = count(passage['start']) ?? 0
  return {
    record: {
      pair: {
        id: text(row['id']),
        instruction,
        response,
        options: options.length === 0 ? null : options,
        reasoning: textOrNull(row['reasoning']),
        task: text(row['task']),
        form: text(row['form'], 'open'),
        language: languageOf(row['language']),
        needsPassage: row['needs_passage'] === true,
        state: readState(row['state'], decision, checks),
        decision,
        checks,
        evidence: items(row['evidence'], readEvidence),
        passage: {
          start,
          end: count(passage['end']) ?? start + passageText.length,
          headings: texts(passage['headings']),
        },
        chain: { id: text(chain['id']), round: count(chain['round']) ?? 0, shots: items(chain['shots'], readShot) },
        provenance: readProvenance(object(row['provenance'])),
        original: readOriginal(row['original']),
      },
      document: {
        name: text(document['name']),
        row: count(document['row']),
        sha256: text(document['sha256']),
        meta: isMeta(document['meta']) ? document['meta'] : null,
      },
      passageText,
    },
  }
}

function readCheck(check: Row): Check | null {
  const result = oneOf(RESULTS, check['result'])
  if (result === null) return null
  return {
    name: text(check['name']),
    result,
    reason: text(check['reason']),
    ...(typeof check['score'] === 'number' ? { score: check['score'] } : {}),
    ...(Array.isArray(check['ranges']) ? { ranges: items(check['ranges'], readRange) } : {}),
  }
}

function readRange(range: Row): Range | null {
  const start = count(range['start'])
  const end = count(range['end'])
  return start === null || end === null || end < start ? null : { start, end }
}

function readEvidence(evidence: Row): Evidence | null {
  const range = readRange(evidence)
  const how = oneOf(KINDS, evidence['how'])
  if (range === null || how === null) return null
  return typeof evidence['score'] === 'number' ? { ...range, how, score: evidence['score'] } : { ...range, how }
}

function readShot(shot: Row): (Range & { document: string }) | null {
  const range = readRange(shot)
  return range === null ? null : { document: text(shot['document']), ...range }
}

function readProvenance(provenance: Row): RecordSource['pair']['provenance'] {
  return {
    run: text(provenance['run']),
    synthesizer: text(provenance['synthesizer']),
    recipe: text(provenance['recipe']),
    recipeVersion: text(provenance['recipe_version']),
    engine: text(provenance['engine']),
    model: textOrNull(provenance['model']),
    seed: typeof provenance['seed'] === 'number' ? provenance['seed'] : 0,
    promptSha256: textOrNull(provenance['prompt_sha256']),
    reused: count(provenance['reused']),
  }
}

function readOriginal(original: unknown): Original | null {
  if (!isRow(original)) return null
  const { instruction, response } = original
  return typeof instruction === 'string' && typeof response === 'string' ? { instruction, response } : null
}

/** `kept` and `dropped` belong to a decision and to nothing else; other states are believed when they exist. */
function readState(value: unknown, decision: Decision | null, checks: readonly Check[]): State {
  const state = oneOf(STATES, value)
  const decided = state === null || state === 'kept' || state === 'dropped'
  return decision !== null || decided ? stateOf(decision, checks) : state
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function text(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value.toWellFormed() : otherwise
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value.toWellFormed() : null
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

function object(value: unknown): Row {
  return isRow(value) ? value : {}
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | null {
  return known.find(item => item === value) ?? null
}

function items<T>(value: unknown, read: (item: Row) => T | null): T[] {
  if (!Array.isArray(value)) return []
  return value.flatMap(item => (isRow(item) ? (read(item) ?? []) : []))
}

function isMeta(value: unknown): value is Meta {
  return value === null || (isRow(value) && isJson(value))
}

/** Everything that JSON.parse gives is Json; only the compiler has to be told. */
function isJson(value: unknown): value is Json {
  return value !== undefined
}
