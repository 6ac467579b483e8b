import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import type { ProjectStore } from '#core/ports/project-store'
import type { Check, Pair } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'
import { newDocument, newPair, newRun, outcomeOf, passagesOf, planOver } from '#test/contract/storage/samples'

/** A check as no code gives it now. */
export const stale: Check = { name: 'completeness', result: 'fail', reason: 'empty-response' }

/** Sources of one document each, whose passages of 100 characters say their own number. */
export async function addNumberedTexts(
  store: ProjectStore,
  fence: number,
  count: number,
  passages: number,
): Promise<{ sources: number[]; keys: number[] }> {
  const [sources, keys]: [number[], number[]] = [[], []]
  for (let i = 0; i < count; i++) {
    const source = await store.beginSource(fence, { name: `s${i}`, kind: 'text', bytes: 1 })
    const text = Array.from({ length: passages }, (_, p) =>
      `Passage ${i}.${p} tells of the harbour of town ${p}.`.padEnd(100, ' '),
    ).join('')
    const added = { ...newDocument(source, `s${i}`, text), passages: passagesOf(text.length, 100) }
    keys.push(...(await store.addDocuments(fence, [added], DEFAULT_CHUNK_SETTINGS)))
    await store.finishSource(fence, {
      id: source,
      name: `s${i}`,
      kind: 'text',
      bytes: 1,
      encoding: null,
      column: null,
      columns: null,
      documents: 1,
      passages,
      characters: text.length,
      languages: ['en'],
      warnings: [],
      problem: null,
      firstDocument: keys.at(-1) ?? null,
      lastDocument: keys.at(-1) ?? null,
    })
    sources.push(source)
  }
  return { sources, keys }
}

/** A run of one pair for each passage; every seventh says what the first one says. All carry checks of long ago. */
export async function addStaleRun(
  store: ProjectStore,
  fence: number,
  keys: readonly number[],
  passages: number,
  others: (i: number) => readonly Check[],
) {
  const plan = planOver(keys, passages)
  const { sequence } = await store.createRun(fence, newRun('r', plan.length), plan, [])
  const outcomes = plan.map((item, i) => {
    const number = i % 7 === 0 ? 0 : i
    const pair: Pair = {
      ...newPair('r', item, 0, { instruction: `What does passage number ${number} tell?` }),
      response: `It tells of the harbour of town ${number}.`,
      evidence: i % 5 === 0 ? [{ start: 0, end: 400, how: 'quoted' }] : [{ start: 0, end: 10, how: 'quoted' }],
    }
    const checks = [stale, ...others(i)]
    return outcomeOf(item, [{ ...pair, checks, state: stateOf(null, checks) }])
  })
  await store.commit(fence, sequence, outcomes, [], 1)
}
