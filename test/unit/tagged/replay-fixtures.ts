import type { Language } from '#core/documents/document'
import type { Answers } from '#core/ports/answers'
import type { StoredPair } from '#core/ports/project-store'
import type { Chains, Run, RunRequest } from '#core/run/run'
import { taggedRequest } from '#core/synthesis/tagged/tagged-request'
import { openAnswers } from '#files/open-answers'
import { loadHash } from '#files/sha256'
import type { RunContext } from '#runner/run-context'
import { driveRun } from '#runner/run-loop'
import { startRun } from '#runner/start-run'
import { synthesizerFor } from '#runner/synthesizer-for'
import { type OpenedStore, openStore } from '#storage/open-store'
import { createProject } from '#storage/projects'
import { deskOf } from '#test/unit/tagged/desk-of'

let projects = 0

/** What a passage of these tests says, told apart by a word that stands nowhere else. */
export function textOf(n: number): string {
  return `The keeper of tower number ${String(n)} lit lamp ${WORDS[n % WORDS.length] ?? ''}${String(n)} at dusk, and wrote it down.\n\n`
}

const WORDS = ['amber', 'birch', 'copper', 'drift', 'elder', 'flint', 'grove']

/** A good answer to it. */
export function answerTo(n: number): string {
  return `<QUE> Which lamp did the keeper of tower number ${String(n)} light? <ANS> Lamp ${WORDS[n % WORDS.length] ?? ''}${String(n)}. </END>`
}

export interface Row {
  readonly text: string
  readonly completion: string
}

export const rowsFor = (numbers: readonly number[]): Row[] =>
  numbers.map(n => ({ text: textOf(n), completion: answerTo(n) }))

export function fileOf(rows: readonly Row[]): Blob {
  return new Blob([rows.map(row => `${JSON.stringify(row)}\n`).join('')])
}

export interface Room {
  readonly context: RunContext
  readonly opened: OpenedStore
  /** The model of the answers. */
  readonly model: string
  /** Called before each answer is given. */
  readonly hook: { asked: () => void }
  /** The same project in a tab that was opened after this one died. */
  reopened(): Promise<Room>
}

/** A project whose documents have these passages, and answers that were handed over. */
export async function roomWith(
  documents: readonly (readonly string[])[],
  answers: Blob,
  language: Language = 'en',
  model = 'answers-test',
): Promise<Room> {
  const { id } = await createProject(`chains ${String(++projects)}`, 0)
  const room = await opening(id, answers, language, model)
  for (const [number, texts] of documents.entries()) {
    await addDocument(room.context, `doc ${String(number)}`, texts, language)
  }
  return room
}

async function opening(project: string, file: Blob, language: Language, model: string): Promise<Room> {
  const opened = await openStore(project, { onTrouble: () => undefined })
  const hash = await loadHash()
  const hook = { asked: (): void => undefined }
  const held = await openAnswers(file, model, hash)
  const answers: Answers = {
    ...held,
    answer: (sha256, turn) => {
      hook.asked()
      return held.answer(sha256, turn)
    },
  }
  let elapsed = 0
  const context: RunContext = {
    store: opened.store,
    fence: await opened.store.takeFence(),
    hash,
    detect: () => language,
    clock: { now: () => 0, elapsed: () => (elapsed += 10) },
    breathe: () => Promise.resolve(),
    synthesizer: (request, onText) =>
      synthesizerFor(opened.store, hash, { desk: deskOf(null), answers }, request, onText),
  }
  return { context, opened, model, hook, reopened: () => opening(project, file, language, model) }
}

async function addDocument(
  { store, fence, hash }: RunContext,
  name: string,
  texts: readonly string[],
  language: Language,
): Promise<void> {
  const text = texts.join('')
  let at = 0
  const passages = texts.map(({ length }) => ({ start: at, end: (at += length), headings: [], language }))
  const source = await store.beginSource(fence, { name, kind: 'text', bytes: text.length })
  const [order = -1] = await store.addDocuments(
    fence,
    [
      {
        document: {
          source,
          name,
          row: null,
          sha256: hash.sha256(text),
          length: text.length,
          language,
          title: null,
          pages: null,
          meta: null,
        },
        text,
        passages,
      },
    ],
    { target: 600, maximum: 1_000 },
  )
  await store.finishSource(fence, {
    id: source,
    name,
    kind: 'text',
    bytes: text.length,
    encoding: null,
    column: null,
    columns: null,
    documents: 1,
    passages: passages.length,
    characters: text.length,
    languages: [language],
    warnings: [],
    problem: null,
    firstDocument: order,
    lastDocument: order,
  })
}

export function replayOf({ model }: Room, chains: Partial<Chains>, more: Partial<RunRequest> = {}): RunRequest {
  const asked = { rounds: 2, shots: 'written', window: null, ...chains } as const
  return {
    ...taggedRequest({ engine: 'replay', model, seed: 1, documents: null, sample: null, chains: asked }),
    ...more,
  }
}

export async function write({ context }: Room, request: RunRequest): Promise<Run> {
  return driveRun(new AbortController().signal, context, await startRun(context, request), () => undefined)
}

/** The same, stopped while the passage of that number in the plan (from 1) is in hand. */
export async function writeUntil(room: Room, request: RunRequest, stop: number): Promise<Run> {
  const control = new AbortController()
  let asked = 0
  room.hook.asked = () => {
    if (++asked === stop) control.abort()
  }
  const run = await driveRun(control.signal, room.context, await startRun(room.context, request), () => undefined)
  room.hook.asked = () => undefined
  return run
}

const ALL = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }

/** Pairs of a run, in order of passages. */
export async function pairsOf({ context }: Room, { sequence }: Run): Promise<readonly StoredPair[]> {
  return (await context.store.pairs(ALL, '', 10_000)).filter(({ run }) => run === sequence)
}

/** The number of the passage that a pair is about, and those of the passages that it saw. */
export async function sawOf(room: Room, run: Run): Promise<ReadonlyMap<number, readonly number[]>> {
  const numbers = new Map<string, number>()
  const stored = await pairsOf(room, run)
  const orders = [...new Set(stored.map(({ document }) => document))]
  const shas = new Map(
    (await room.context.store.documentsAt(orders)).flatMap(document =>
      document === undefined ? [] : [[document.order, document.sha256] as const],
    ),
  )
  for (const { document, pair } of stored) {
    const number = Number(/number (\d+)/u.exec(pair.instruction)?.[1] ?? -1)
    numbers.set(`${shas.get(document) ?? ''} ${String(pair.passage.start)}`, number)
  }
  return new Map(
    stored.map(({ document, pair }) => [
      numbers.get(`${shas.get(document) ?? ''} ${String(pair.passage.start)}`) ?? -1,
      pair.chain.shots.map(shot => numbers.get(`${shot.document} ${String(shot.start)}`) ?? -1),
    ]),
  )
}
