import type { Language } from '#core/documents/document'
import type { Passage } from '#core/documents/passage'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import type { Fence, ItemOutcome, NewDocument, PairFilter, ProjectStore } from '#core/ports/project-store'
import type { PlanItem, Run } from '#core/run/run'
import type { CheckResult, Decision, Pair } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'
import { provenanceOf } from '#test/support/provenance'

export const NEVER = { aborted: false }
export const ALL: PairFilter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }

export function passagesOf(length: number, size: number, language: Language = 'en'): Passage[] {
  const passages: Passage[] = []
  for (let start = 0; start < length; start += size) {
    const end = Math.min(length, start + size)
    passages.push({ start, end, headings: start % (2 * size) === 0 ? ['Top', `At ${start}`] : ['Top'], language })
  }
  return passages
}

export function newDocument(source: number, name: string, text: string, language: Language = 'en'): NewDocument {
  return {
    document: {
      source,
      name,
      row: null,
      sha256: `hash of ${name}`,
      length: text.length,
      language,
      title: null,
      pages: null,
      meta: null,
    },
    text,
    passages: passagesOf(text.length, 100, language),
  }
}

/** One source with documents of `passages` passages each, finished. Gives the keys of the documents. */
export async function addSource(
  store: ProjectStore,
  fence: Fence,
  name: string,
  documents: number,
  passages: number,
  textOf = (i: number): string => `${name} ${i} `,
): Promise<{ source: number; keys: readonly number[] }> {
  const source = await store.beginSource(fence, { name, kind: 'text', bytes: 10 })
  const added = Array.from({ length: documents }, (_, i) =>
    newDocument(source, `${name}/${i}`, textOf(i).padEnd(passages * 100, '.'), i % 2 === 0 ? 'en' : 'zh'),
  )
  const keys = await store.addDocuments(fence, added, DEFAULT_CHUNK_SETTINGS)
  await store.finishSource(fence, {
    id: source,
    name,
    kind: 'text',
    bytes: 10,
    encoding: 'utf-8',
    column: null,
    columns: null,
    documents,
    passages: documents * passages,
    characters: documents * passages * 100,
    languages: ['en'],
    warnings: [],
    problem: null,
    firstDocument: keys[0] ?? null,
    lastDocument: keys.at(-1) ?? null,
  })
  return { source, keys }
}

export function planOver(keys: readonly number[], passages: number): PlanItem[] {
  const items: PlanItem[] = []
  for (let p = 0; p < passages; p++) {
    for (const document of keys) {
      items.push({
        position: items.length,
        chain: items.length,
        round: 0,
        document,
        start: p * 100,
        end: p * 100 + 100,
        headings: [`Heading ${p % 3}`],
        language: 'en',
      })
    }
  }
  return items
}

export function newRun(id: string, total: number): Omit<Run, 'sequence'> {
  return {
    id,
    request: {
      synthesizer: 'rules',
      engine: 'none',
      model: null,
      recipe: 'rules',
      recipeVersion: '1',
      tasks: [],
      seed: 1,
      documents: null,
      sample: null,
    },
    status: 'running',
    problem: null,
    total,
    done: 0,
    failed: 0,
    empty: 0,
    pairs: 0,
    chosen: true,
    activeMs: 0,
    createdAt: 1,
  }
}

export interface PairShape {
  readonly task?: string
  readonly language?: Language
  readonly result?: CheckResult
  readonly decision?: Decision | null
  readonly instruction?: string
  /** Name of its only check. */
  readonly check?: string
}

export function newPair(run: string, item: PlanItem, place: number, shape: PairShape = {}): Pair {
  const { task = 'definition', language = 'en', result = 'pass', decision = null, check = 'length' } = shape
  const instruction = shape.instruction ?? `What is ${item.document}.${item.start}.${place}?`
  const checks = [{ name: check, result, reason: result === 'pass' ? 'ok' : 'odd', values: { count: place } }]
  return {
    id: `${run} ${item.document} ${item.start} ${place}`,
    instruction,
    response: `It is ${item.document}. 它是 ${item.start}。`,
    options: null,
    reasoning: null,
    task,
    form: 'open',
    needsPassage: false,
    evidence: [{ start: 0, end: 5, how: 'quoted' }],
    language,
    passage: { start: item.start, end: item.end, headings: item.headings },
    chain: { id: `chain ${item.chain}`, round: item.round, shots: [] },
    provenance: provenanceOf({ run }),
    checks,
    decision,
    state: stateOf(decision, checks),
    original: null,
  }
}

export function outcomeOf(item: PlanItem, pairs: readonly Pair[]): ItemOutcome {
  return {
    item: {
      position: item.position,
      state: 'done',
      attempts: 1,
      pairs: pairs.length,
      reason: pairs.length === 0 ? 'nothing-found' : null,
      raw: null,
    },
    document: item.document,
    start: item.start,
    pairs,
  }
}

/** Checks with a bit of their own in the index, and without. */
export const CHECKS = ['length', 'support', 'tone', 'evidence'] as const

/** A run over all passages of the documents, committed, with pairs of changing task, language and checks. */
export async function fullRun(
  store: ProjectStore,
  fence: Fence,
  id: string,
  keys: readonly number[],
  passages: number,
  pairsEach = 3,
): Promise<{ run: Run; plan: readonly PlanItem[] }> {
  const plan = planOver(keys, passages)
  const created = await store.createRun(fence, newRun(id, plan.length), plan, [])
  const tasks = ['definition', 'cause', 'list'] as const
  const results = ['pass', 'doubt', 'fail'] as const
  const outcomes = plan.map((item, i) =>
    outcomeOf(
      item,
      Array.from({ length: pairsEach }, (_, place) =>
        newPair(id, item, place, {
          task: tasks[(i + place) % 3] ?? 'list',
          language: i % 2 === 0 ? 'en' : 'zh',
          result: results[(i * 7 + place) % 3] ?? 'pass',
          check: CHECKS[(i + place) % 4] ?? 'length',
        }),
      ),
    ),
  )
  let run = created
  for (let at = 0; at < outcomes.length; at += 64) {
    run = await store.commit(fence, created.sequence, outcomes.slice(at, at + 64), [], 5)
  }
  return { run, plan }
}

/** All visible pairs of a filter, page by page. */
export async function everyPair(store: Pick<ProjectStore, 'pairs'>, filter: PairFilter, limit = 7): Promise<string[]> {
  const keys: string[] = []
  for (let after = ''; ; ) {
    const page = await store.pairs(filter, after, limit)
    keys.push(...page.map(stored => stored.key))
    const last = page.at(-1)
    if (last === undefined) return keys
    after = last.key
  }
}
