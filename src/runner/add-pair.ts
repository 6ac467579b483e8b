import type { PairKey, ProjectStore } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { runId } from '#core/run/plan'
import type { Run } from '#core/run/run'
import { PERSON_REQUEST, personPair } from '#core/synthesis/person-pair'
import { createJudge } from '#core/verification/judge'
import type { OwnPair } from '#messages/versions'
import type { RunContext } from '#runner/run-context'

type Store = Pick<ProjectStore, 'document' | 'cut' | 'text' | 'settings' | 'createRun' | 'addPair'>

export type AddContext = Pick<RunContext, 'fence' | 'hash' | 'detect' | 'checksVersion' | 'clock'> & {
  readonly store: Store
}

/** Stores a pair of the person's own in the run of such pairs, which is made with the first one (rule OWN2). */
export async function addPair(context: AddContext, own: OwnPair): Promise<PairKey> {
  const { store, fence, hash, detect, checksVersion } = context
  const { start, end } = own.passage
  const [document, cut, text, { thresholds }] = await Promise.all([
    store.document(own.document),
    store.cut(own.document),
    store.text(own.document, start, end),
    store.settings(),
  ])
  if (document === undefined) throw new ProblemError({ kind: 'unexpected', detail: 'the document is gone' })
  const passage = cut?.passages.find(one => one.start === start)
  const run = await personRun(context)
  const pair = await personPair(
    // Whether somebody wrote the same before is the person's own business.
    { hash, judge: createJudge({ thresholds, detect, version: checksVersion, wordsOf: () => Promise.resolve(null) }) },
    own,
    {
      document: own.document,
      documentSha256: document.sha256,
      passage: {
        start,
        end,
        text,
        headings: passage?.headings ?? [],
        language: passage?.language ?? document.language,
      },
    },
    run.id,
  )
  return store.addPair(fence, run.sequence, { document: own.document, start }, pair)
}

function personRun({ store, fence, hash, clock }: AddContext): Promise<Run> {
  const id = runId(hash, PERSON_REQUEST, [], () => '')
  return store.createRun(
    fence,
    {
      id,
      request: PERSON_REQUEST,
      status: 'done',
      problem: null,
      total: 0,
      done: 0,
      failed: 0,
      empty: 0,
      pairs: 0,
      chosen: true,
      activeMs: 0,
      createdAt: clock.now(),
    },
    [],
    [],
  )
}
