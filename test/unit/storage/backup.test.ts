import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import type { ProjectReader, ProjectStore } from '#core/ports/project-store'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { backupProject } from '#storage/backup'
import { type OpenedStore, openStore } from '#storage/open-store'
import { pairKeyOf } from '#storage/pairs/pair-key'
import { createProject, deleteProject, listProjects } from '#storage/projects'
import { restoreProject } from '#storage/restore'
import {
  ALL,
  addSource,
  fullRun,
  NEVER,
  newDocument,
  newPair,
  newRun,
  outcomeOf,
  passagesOf,
  planOver,
} from '#test/contract/storage/samples'
import { ownPair } from '#test/contract/storage/added-pairs'
import { sampleOf } from '#test/contract/storage/judging'
import { storedRecipe } from '#test/contract/storage/recipes'
import { nodeHash } from './node-hash'

const open = (id: string): Promise<OpenedStore> => openStore(id, { onTrouble: () => undefined })

async function sampleProject(): Promise<{ opened: OpenedStore; fence: number; run: number }> {
  const { id } = await createProject('A project', 5)
  const opened = await open(id)
  const { store } = opened
  const fence = await store.takeFence()
  const a = await addSource(store, fence, 'a', 3, 4)
  const b = await addSource(store, fence, 'b', 2, 4)
  const gone = await addSource(store, fence, 'gone', 1, 1)
  const large = await store.beginText(fence)
  const text = 'line 𝄞\r\n\ud800 中'.repeat(9_000)
  await store.appendText(fence, large, text)
  const { document } = newDocument(a.source, 'large', '')
  const meta = { author: 'A', year: 3, nested: [null, true, { deep: 'x' }] }
  await store.finishText(
    fence,
    large,
    { ...document, length: text.length, meta, pages: [0, 10], row: 3, title: 'T' },
    passagesOf(text.length, 5_000),
    DEFAULT_CHUNK_SETTINGS,
  )
  await fullRun(store, fence, 'one', [...a.keys, ...b.keys], 4)
  const { run } = await fullRun(store, fence, 'two', [...b.keys, ...gone.keys], 1)
  await store.commit(fence, run.sequence, [], [], 7)
  await store.decide(NEVER, fence, { filter: { ...ALL, states: ['unsure'] } }, 'keep', () => undefined)
  const [stored] = await store.pairs(ALL, '', 1)
  if (stored === undefined) throw new Error('none')
  await store.saveRecipe(fence, storedRecipe('v', 3))
  const { instruction, response } = stored.pair
  await store.edit(fence, stored.key, { ...stored.pair, response: 'Other.', original: { instruction, response } })
  await store.setSourceRemoved(fence, b.source, true)
  await store.deleteSource(NEVER, fence, gone.source)
  await addJudging(store, fence, a.keys[1] ?? -1)
  return { opened, fence, run: run.sequence }
}

/** Settings, a blind check, and own pairs: beside others, where a run wrote nothing yet, and outside of its plan. */
async function addJudging(store: ProjectStore, fence: number, document: number): Promise<void> {
  await store.saveSettings(fence, { thresholds: { ...DEFAULT_THRESHOLDS, repetition: 0.9 } })
  const entry = { pair: 'gone', words: 'w', stratum: 'failed', checks: ['cap'], verdict: null, why: null } as const
  // Of a document and a run that were deleted: their numbers are not to be given to others.
  const key = pairKeyOf({ document: 70, start: 3, run: 40, place: 0 })
  await store.saveSample(fence, { ...sampleOf('s', 4, [{ ...entry, key }]), written: { 1: 3, 41: 9 } })
  const plan = planOver([document], 3)
  const run = newRun('open', plan.length)
  const chains = { rounds: 2, shots: 'written', window: null } as const
  const { sequence } = await store.createRun(fence, { ...run, request: { ...run.request, chains } }, plan, [])
  const [first] = plan
  if (first === undefined) throw new Error('no item')
  const outcome = outcomeOf(first, [newPair('open', first, 0)])
  const rejected = [{ reason: 'truncated', raw: '<QUE> 什么' }]
  await store.commit(fence, sequence, [{ ...outcome, item: { ...outcome.item, rejected } }], [], 1)
  for (const start of [0, 100, 150]) await store.addPair(fence, sequence, { document, start }, ownPair(document, start))
  await store.undo(fence)
}

/** Everything that a reader can ask for. */
async function everything(reader: ProjectReader): Promise<unknown> {
  const documents = await reader.documents({ after: -1, limit: 1_000, removed: true })
  const runs = await reader.runs()
  return {
    sources: await reader.sources(),
    documents,
    cuts: await reader.cuts(documents.map(({ order }) => order)),
    texts: await reader.texts(documents.map(({ order, length }) => ({ document: order, start: 0, end: length }))),
    runs: runs.map(run => ({ ...run, status: run.status === 'running' ? 'paused' : run.status })),
    plans: await Promise.all(runs.map(({ sequence, total }) => reader.planItems(sequence, 0, total))),
    items: await Promise.all(
      runs.flatMap(({ sequence, total }) => Array.from({ length: total }, (_, at) => reader.item(sequence, at))),
    ),
    settled: await Promise.all(runs.map(({ sequence }) => reader.settledPositions(sequence))),
    troubled: await Promise.all(runs.map(({ sequence }) => reader.troubledItems(sequence, -1, 100))),
    pairs: await reader.pairs(ALL, '', 10_000),
    recipes: await reader.ownRecipes(),
    tallies: await reader.tallies(null),
    checks: await reader.checkTallies(null),
    settings: await reader.settings(),
    samples: await reader.samples(),
  }
}

async function backupOf(opened: OpenedStore): Promise<string> {
  let file = ''
  for await (const piece of backupProject(NEVER, opened, 'A project', nodeHash)) file += piece
  return file
}

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

const restore = (file: string | Uint8Array, size = 1_000) =>
  restoreProject(NEVER, piecesOf(typeof file === 'string' ? new TextEncoder().encode(file) : file, size), nodeHash, 9)

describe('backup and restore', () => {
  it('BACKUP1: a restored project answers every question as the first one did, and can be written to', async () => {
    const { opened } = await sampleProject()
    const file = await backupOf(opened)
    const entry = await restore(file)
    expect(entry).toMatchObject({ name: 'A project', createdAt: 9 })
    expect((await listProjects()).map(({ id }) => id)).toContain(entry.id)
    const again = await open(entry.id)
    expect(await everything(again.store)).toEqual(await everything(opened.store))
    expect(await again.store.pairsSinceBackup()).toBe(0)
    expect(await backupOf(again)).toBe(
      await (async () => {
        const fence = await opened.store.takeFence()
        await opened.store.noteBackup(fence)
        return backupOf(opened)
      })(),
    )
    const fence = await again.store.takeFence()
    const more = await addSource(again.store, fence, 'more', 1, 1)
    const known = await again.store.documents({ after: -1, limit: 100, removed: true })
    expect(new Set(known.map(({ order }) => order)).size).toBe(known.length)
    expect((await fullRun(again.store, fence, 'three', more.keys, 1)).run.pairs).toBe(3)
    opened.close()
    again.close()
  })

  it('BACKUP4: own pairs are in it wherever they lie, and numbers that a blind check names are not given again', async () => {
    const { opened } = await sampleProject()
    const again = await open((await restore(await backupOf(opened))).id)
    opened.close()
    const { store } = again
    const pairs = await store.pairs({ ...ALL, tasks: ['own'] }, '', 10)
    expect(pairs.map(({ pair }) => [pair.passage.start, pair.state])).toEqual([
      [0, 'kept'],
      [100, 'kept'],
      [150, 'dropped'],
    ])
    expect((await store.runs()).at(-1)).toMatchObject({ id: 'open', done: 1, pairs: 4 })
    const fence = await store.takeFence()
    const { keys } = await addSource(store, fence, 'later', 1, 2)
    expect(keys).toEqual([71])
    expect((await fullRun(store, fence, 'later', keys, 2)).run.sequence).toBe(42)
    // Where the run goes on, what it writes comes behind the person's pair.
    const [run] = (await store.runs()).filter(({ id }) => id === 'open')
    const [, item] = await store.planItems(run?.sequence ?? -1, 0, 2)
    if (run === undefined || item === undefined) throw new Error('no item')
    await store.commit(fence, run.sequence, [outcomeOf(item, [newPair('open', item, 1)])], [], 1)
    const twice = await open((await restore(await backupOf(again))).id)
    expect(await everything(twice.store)).toEqual(await everything(store))
    again.close()
    twice.close()
  })

  it('BACKUP1: each item of a run that goes on meanwhile is in the file with all of its pairs or not at all', async () => {
    const { id } = await createProject('busy', 1)
    const opened = await open(id)
    const { store } = opened
    const fence = await store.takeFence()
    const { keys } = await addSource(store, fence, 'a', 10, 60)
    const plan = planOver(keys, 60)
    const { sequence } = await store.createRun(fence, newRun('r', plan.length), plan, [])
    const commit = (at: number) =>
      store.commit(
        fence,
        sequence,
        plan.slice(at, at + 5).map(item => outcomeOf(item, [newPair('r', item, 0), newPair('r', item, 1)])),
        [],
        0,
      )
    let at = 0
    let file = ''
    for (; at < 100; at += 5) await commit(at)
    for await (const piece of backupProject(
      NEVER,
      { connection: slowed(opened, async () => commit((at += 5))) },
      'busy',
      nodeHash,
    )) {
      file += piece
    }
    expect(at).toBeGreaterThan(110)
    const entry = await restore(file)
    const again = await open(entry.id)
    const settled = await again.store.settledPositions(sequence)
    expect(settled.length).toBeGreaterThanOrEqual(100)
    const [run] = await again.store.runs()
    expect(run).toMatchObject({ done: settled.length, pairs: settled.length * 2, status: 'paused' })
    const pairs = await again.store.pairs(ALL, '', 10_000)
    expect(pairs.length).toBe(settled.length * 2)
    expect((await again.store.tallies(null)).reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length)
    opened.close()
    again.close()
  })

  it('BACKUP2: a file that was cut short or changed anywhere is refused and leaves no trace', async () => {
    const { opened } = await sampleProject()
    const file = new TextEncoder().encode(await backupOf(opened))
    opened.close()
    const before = await listProjects()
    const databases = (await indexedDB.databases()).length
    const broken: Uint8Array[] = []
    for (let i = 1; i <= 12; i++) {
      const at = Math.floor((file.length * i) / 13)
      broken.push(file.slice(0, at))
      const flipped = file.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 1
      broken.push(flipped)
    }
    broken.push(file.slice(0, -1), new Uint8Array(0), new TextEncoder().encode('{}\n'), Uint8Array.of(255, 254, 10))
    const twice = new Uint8Array(file.length * 2)
    twice.set(file)
    twice.set(file, file.length)
    broken.push(twice)
    for (const bytes of broken) {
      await expect(restore(bytes, 70_000)).rejects.toMatchObject({ problem: { kind: 'backup-damaged' } })
    }
    expect(await listProjects()).toEqual(before)
    expect((await indexedDB.databases()).length).toBe(databases)
  })

  it('BACKUP2: rows of a wrong shape are refused though the checksum is right', async () => {
    const { opened } = await sampleProject()
    const file = await backupOf(opened)
    opened.close()
    const changes: [string, string][] = [
      ['"language":"en"', '"language":"de"'],
      ['"task\\":\\"cause', '"task\\":7,\\"x\\":\\"cause'],
      ['{"plan":', '{"unknown":'],
      ['"position":0', '"position":1.5'],
      ['"block":0', '"block":7'],
      ['"closed":true', '"closed":1'],
      ['"decisions":[', '"decisions":["maybe",'],
      ['"verdict":null', '"verdict":"maybe"'],
      ['"repetition":0.9', '"repetition":"0.9"'],
      ['"added":true', '"added":false'],
      [`"key":"${pairKeyOf({ document: 70, start: 3, run: 40, place: 0 })}"`, '"key":"no key"'],
    ]
    for (const [from, to] of changes) {
      const body = file.slice(0, file.lastIndexOf('\n', file.length - 2) + 1)
      expect(body).toContain(from)
      const changed = body.replace(from, to)
      const end = JSON.stringify({ ...JSON.parse(file.slice(body.length)), sha256: nodeHash.sha256(changed) })
      await expect(restore(`${changed}${end}\n`), from).rejects.toMatchObject({ problem: { kind: 'backup-damaged' } })
    }
  })

  it('BACKUP3, BACKUP4: files of versions 1 and 2, which knew no recipes or no blind checks, are read as they are', async () => {
    const { opened } = await sampleProject()
    const all = Object(await everything(opened.store))
    const recipes = await opened.store.ownRecipes()
    const file = (await backupOf(opened)).split('\n').filter(line => line !== '')
    const later = [
      ['settings', 'sample'],
      ['settings', 'sample', 'recipe'],
    ] as const
    for (const [version, kinds] of [
      [2, later[0]],
      [1, later[1]],
    ] as const) {
      const lines = file.filter(line => !kinds.some(kind => line.startsWith(`{"${kind}"`)))
      const header = (lines[0] ?? '').replace('"version":3', `"version":${version}`)
      const end: unknown = JSON.parse(
        kinds.reduce((line, kind) => line.replace(`"${kind}":1,`, ''), lines.at(-1) ?? ''),
      )
      const body = [header, ...lines.slice(1, -1), ''].join('\n')
      const { id } = await restore(`${body}${JSON.stringify({ ...Object(end), sha256: nodeHash.sha256(body) })}\n`)
      const { store } = await open(id)
      expect(await everything(store)).toEqual({
        ...all,
        settings: { thresholds: DEFAULT_THRESHOLDS },
        samples: [],
        recipes: version === 1 ? [] : recipes,
      })
    }
  })

  it('BACKUP3: a file of a newer version is refused by name, and a restoration can be cancelled', async () => {
    const newer = `${JSON.stringify({ format: 'pairloom-backup', version: 4, project: 'x' })}\n`
    await expect(restore(newer)).rejects.toMatchObject({ problem: { kind: 'backup-newer', version: 4 } })
    const { opened } = await sampleProject()
    const cancel = { aborted: true }
    await expect(async () => {
      for await (const _ of backupProject(cancel, opened, 'x', nodeHash)) throw new Error('gave a piece')
    }).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
    const fence = await opened.store.takeFence()
    const source = await opened.store.beginSource(fence, { name: 'large', kind: 'text', bytes: 1 })
    const large = newDocument(source, 'large', 'x'.repeat(3_000_000))
    await opened.store.addDocuments(fence, [large], DEFAULT_CHUNK_SETTINGS)
    const bytes = new TextEncoder().encode(await backupOf(opened))
    const before = await listProjects()
    await expect(restoreProject(cancel, piecesOf(bytes, 9_000), nodeHash, 1)).rejects.toMatchObject({
      problem: { kind: 'cancelled' },
    })
    expect(await listProjects()).toEqual(before)
    opened.close()
    await deleteProject(opened.project)
  })
})

/** A connection that lets something happen before each read. */
function slowed({ connection }: OpenedStore, before: () => Promise<unknown>): OpenedStore['connection'] {
  return {
    ...connection,
    read: async (tables, work) => {
      await before()
      return connection.read(tables, work)
    },
  }
}
