import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Fence, ItemOutcome, Judged, PairFilter, ProjectStore } from '#core/ports/project-store'
import type { Pair } from '#core/synthesis/pair'
import { createProject, deleteProject } from '#storage/projects'
import { checkAnswers } from './storage/check-answers'
import { type FaultyStore, faultyStore, type Faults, noFaults } from './storage/faulty-store'
import { type ModelPair, ProjectModel } from './storage/model'
import { ownPair } from './storage/added-pairs'
import { ALL, addSource, CHECKS, everyPair, NEVER, newPair, newRun, outcomeOf, planOver } from './storage/samples'

/*
 * Random histories of a project: sources come and go, runs write, crash and are stolen, disks fill up, people decide and
 * undo. After every step the store must answer as plain lists do.
 */
const OPERATIONS = [
  'add-source',
  'create-run',
  'commit',
  'commit',
  'commit',
  'lease',
  'commit-quota',
  'reload',
  'crash-mid-commit',
  'steal',
  'decide-filter',
  'decide-keys',
  'rejudge',
  'add-pair',
  'undo',
  'redo',
  'remove',
  'restore',
  'delete-source',
  'delete-cancelled',
  'delete-when-full',
  'delete-run',
  'choose',
] as const

type Step = readonly [operation: (typeof OPERATIONS)[number], a: number, b: number]

const TASKS = ['definition', 'cause', 'list']
const RESULTS = ['pass', 'doubt', 'fail'] as const
const LANGUAGES = ['en', 'zh', 'other'] as const
const DECISIONS = ['keep', 'drop', null] as const

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % list.length]
}

class History {
  readonly model = new ProjectModel()
  readonly faults: Faults = noFaults()
  readonly project: string
  #opened: FaultyStore
  fence: Fence = 0

  private constructor(project: string, opened: FaultyStore) {
    this.project = project
    this.#opened = opened
  }

  static async begin(): Promise<History> {
    const { id } = await createProject('history', 1)
    const faults = noFaults()
    const history = new History(id, await faultyStore(id, faults))
    await history.reload()
    return history
  }

  get store(): ProjectStore {
    return this.#opened.store
  }

  async reload(): Promise<void> {
    this.#opened.close()
    this.#opened = await faultyStore(this.project, this.faults)
    await this.take()
  }

  async take(): Promise<void> {
    this.fence = await this.store.takeFence()
    for (const run of this.model.runs) if (run.status === 'running') run.status = 'paused'
  }

  async end(): Promise<void> {
    this.#opened.close()
    await deleteProject(this.project)
  }

  /** Another tab takes over; writes of this one must fail from now on. */
  async steal(): Promise<void> {
    const old = this.#opened
    const oldFence = this.fence
    this.#opened = await faultyStore(this.project, this.faults)
    await this.take()
    const late = old.store.decide(NEVER, oldFence, { filter: ALL }, 'drop', () => undefined)
    await expect(late).rejects.toMatchObject({ problem: { kind: 'lost-lock' } })
    old.close()
  }

  #outcomes(a: number, b: number): { run: number; outcomes: ItemOutcome[]; pairs: ModelPair[] } | null {
    const run = pick(this.model.runs, a)
    if (run === undefined) return null
    const pending = run.plan.filter(item => !run.items.has(item.position)).slice(0, 1 + (b % 9))
    const pairs: ModelPair[] = []
    const outcomes = pending.map((item, i): ItemOutcome => {
      const kind = (a + b + i) % 7
      if (kind === 0) return { ...outcomeOf(item, []), item: { ...outcomeOf(item, []).item, state: 'failed' } }
      const made: Pair[] = []
      for (let place = 0; place < kind - 1; place++) {
        const task = pick(TASKS, b + place) ?? 'list'
        const result = pick(RESULTS, a + place) ?? 'pass'
        const language = pick(LANGUAGES, b + i) ?? 'en'
        const decision = (a + b) % 11 === 0 ? 'keep' : null
        const check = pick(CHECKS, a + b + place) ?? 'length'
        const made_ = newPair('r', item, place, { task, result, language, decision, check })
        made.push(made_)
        pairs.push({
          run: run.sequence,
          document: item.document,
          start: item.start,
          place,
          task,
          result,
          language,
          check,
          decision,
        })
      }
      return outcomeOf(item, made)
    })
    return { run: run.sequence, outcomes, pairs }
  }

  async #commit(a: number, b: number): Promise<void> {
    const batch = this.#outcomes(a, b)
    const run = this.model.runs.find(other => other.sequence === batch?.run)
    if (batch === null || run === undefined) return
    await this.store.commit(this.fence, batch.run, batch.outcomes, [], 1)
    for (const { item, document } of batch.outcomes) {
      const there = this.model.hasDocument(document)
      const state = item.state === 'failed' ? 'failed' : item.pairs === 0 ? 'empty' : 'done'
      run.items.set(item.position, there ? state : 'skipped')
    }
    this.model.append(batch.pairs.filter(pair => this.model.hasDocument(pair.document)))
  }

  async do([operation, a, b]: Step): Promise<void> {
    const { model, faults } = this
    const source = pick(model.sources, a)
    const run = pick(model.runs, a)
    switch (operation) {
      case 'add-source': {
        const { source: id, keys } = await addSource(this.store, this.fence, `s${a} ${b}`, 1 + (a % 4), 1 + (b % 5))
        model.sources.push({ id, keys, removed: false })
        return
      }
      case 'create-run': {
        const keys = model.sources.filter(each => !each.removed).flatMap(each => each.keys)
        if (keys.length === 0) return
        const plan = planOver(keys, 1 + (a % 4))
        const supersedes = b % 3 === 0 && run !== undefined ? [run] : []
        const created = await this.store.createRun(
          this.fence,
          newRun(
            `run ${model.runs.length} ${a} ${b} ${Math.max(0, ...model.runs.map(each => each.sequence))}`,
            plan.length,
          ),
          plan,
          supersedes.map(each => each.sequence),
        )
        for (const each of supersedes) each.chosen = false
        if (model.runs.some(each => each.sequence === created.sequence)) return
        model.runs.push({ sequence: created.sequence, plan, items: new Map(), chosen: true, status: 'running' })
        return
      }
      case 'commit':
        return this.#commit(a, b)
      case 'lease': {
        if (run === undefined) return
        const positions = run.plan.map(item => item.position).filter(at => at % (1 + (b % 5)) === 0)
        await this.store.commit(this.fence, run.sequence, [], positions, 0)
        return
      }
      case 'commit-quota': {
        const batch = this.#outcomes(a, b)
        if (batch === null) return
        Object.assign(faults, { after: b % 4, kind: 'quota', always: false })
        const commit = this.store.commit(this.fence, batch.run, batch.outcomes, [], 1)
        await expect(commit.then(() => (faults.after === null ? null : 'no fault')))
          .rejects.toMatchObject({
            problem: { kind: 'quota-full' },
          })
          .catch(async (thrown: unknown) => {
            // Fewer writes than the fault waited for: it was a commit like any other.
            if (faults.after === null) throw thrown
            faults.after = null
            await this.#commitDone(batch)
          })
        return
      }
      case 'crash-mid-commit': {
        const batch = this.#outcomes(a, b)
        if (batch === null) return
        // Nobody waits for this one: the tab closes while it is on its way. Either all of it is there, or nothing.
        const commit = this.store.commit(this.fence, batch.run, batch.outcomes, [], 1).then(
          () => true,
          () => false,
        )
        await this.reload()
        const settled = await this.store.settledPositions(batch.run)
        const all = batch.outcomes.every(({ item }) => settled.includes(item.position))
        if (await commit) expect(all).toBe(true)
        if (all && batch.outcomes.length > 0) await this.#commitDone(batch)
        return
      }
      case 'reload':
        return this.reload()
      case 'steal':
        return this.steal()
      case 'decide-filter': {
        const decision = pick(DECISIONS, a) ?? null
        const filter = this.filter(b)
        const changed = await this.store.decide(NEVER, this.fence, { filter }, decision, () => undefined)
        expect(changed).toBe(model.decide(model.visible(filter), decision))
        return
      }
      case 'decide-keys': {
        const decision = pick(DECISIONS, b) ?? null
        const shown = model.visible(ALL)
        const keys = await everyPair(this.store, ALL, 200)
        const chosen = shown.map((_, i) => i).filter(i => (i * 7 + a) % 5 === 0)
        const selection = { keys: chosen.map(i => keys[i] ?? '') }
        const changed = await this.store.decide(NEVER, this.fence, selection, decision, () => undefined)
        expect(changed).toBe(
          model.decide(
            shown.filter((_, i) => chosen.includes(i)),
            decision,
          ),
        )
        return
      }
      case 'rejudge': {
        const shown = model.visible(ALL)
        const stored = await this.store.pairs(ALL, '', 10_000)
        const chosen = shown.map((_, i) => i).filter(i => (i * 5 + a) % 3 === 0)
        const judged = chosen.map((i): Judged => {
          const result = pick(RESULTS, b + i) ?? 'pass'
          const check = pick(CHECKS, a + i) ?? 'length'
          // Another pair than the one that was judged stands there now: it is passed over.
          const meanwhile = (i + b) % 13 === 0
          const pair = shown[i]
          if (pair !== undefined && !meanwhile) Object.assign(pair, { result, check })
          const { key = '', pair: { id } = { id: '' } } = stored[i] ?? {}
          return {
            key,
            pair: meanwhile ? 'another' : id,
            checks: [{ name: check, result, reason: 'anew' }],
            checksVersion: undefined,
          }
        })
        const written = await this.store.rejudge(this.fence, judged)
        expect(written).toBe(judged.filter(({ pair }) => pair !== 'another').length)
        return
      }
      case 'add-pair': {
        const document = pick(
          model.sources.flatMap(each => each.keys),
          b,
        )
        if (run === undefined || document === undefined) return
        const start = (b % 7) * 50
        const own = ownPair(document, start, pick(TASKS, a))
        await this.store.addPair(this.fence, run.sequence, { document, start }, own)
        const { task, language } = own
        const place = { run: run.sequence, document, start, place: 0 }
        model.add({ ...place, task, language, result: 'pass', check: 'length', decision: 'keep' })
        return
      }
      case 'undo':
      case 'redo': {
        const act = operation === 'undo' ? model.undo() : model.redo()
        const summary = await this.store[operation](this.fence)
        expect(summary).toEqual(act === null ? null : { kind: act.kind, pairs: act.changes.length })
        return
      }
      case 'remove':
      case 'restore':
        if (source === undefined) return
        await this.store.setSourceRemoved(this.fence, source.id, operation === 'remove')
        source.removed = operation === 'remove'
        return
      case 'delete-source':
        if (source === undefined) return
        await this.store.deleteSource(NEVER, this.fence, source.id)
        model.deleteSource(source)
        return
      case 'delete-cancelled':
        if (source === undefined) return
        await this.store.deleteSource({ aborted: true }, this.fence, source.id).catch(() => undefined)
        model.deleteSource(source)
        return
      case 'delete-when-full':
        if (source === undefined) return
        Object.assign(faults, { after: 0, kind: 'quota', always: true })
        await this.store.deleteSource({ aborted: b % 3 === 0 }, this.fence, source.id).catch(() => undefined)
        model.deleteSource(source)
        await this.check(a)
        Object.assign(faults, noFaults())
        if (b % 2 === 0) await this.reload()
        return
      case 'delete-run':
        if (run === undefined) return
        await this.store.deleteRun(NEVER, this.fence, run.sequence)
        model.deleteRun(run)
        return
      case 'choose':
        if (run === undefined) return
        await this.store.chooseRun(this.fence, run.sequence, b % 2 === 0)
        run.chosen = b % 2 === 0
        return
    }
  }

  async #commitDone(batch: {
    run: number
    outcomes: readonly ItemOutcome[]
    pairs: readonly ModelPair[]
  }): Promise<void> {
    const run = this.model.runs.find(other => other.sequence === batch.run)
    for (const { item, document } of batch.outcomes) {
      const there = this.model.hasDocument(document)
      const state = item.state === 'failed' ? 'failed' : item.pairs === 0 ? 'empty' : 'done'
      run?.items.set(item.position, there ? state : 'skipped')
    }
    this.model.append(batch.pairs.filter(pair => this.model.hasDocument(pair.document)))
  }

  filter(seed: number): PairFilter {
    const document = this.model.sources.flatMap(source => source.keys)
    return {
      states: seed % 3 === 0 ? [] : seed % 3 === 1 ? ['kept', 'unsure'] : ['ready'],
      tasks: seed % 5 === 0 ? ['cause', 'list'] : [],
      languages: seed % 4 === 0 ? ['en'] : [],
      checks: seed % 6 === 0 ? ['support', 'tone'] : seed % 6 === 3 ? ['length'] : [],
      document: seed % 7 === 0 ? (pick(document, seed) ?? null) : null,
      text: '',
    }
  }

  check(seed: number): Promise<void> {
    return checkAnswers(this.model, this.store, this.filter(seed), seed)
  }
}

const step = fc.tuple(fc.constantFrom(...OPERATIONS), fc.nat(1_000), fc.nat(1_000))

it('LEDGER9: whatever happens to a project, it answers as plain lists do', { timeout: 120_000 }, async () => {
  const histories = fc.array(step, { minLength: 10, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(histories, async steps => {
      const history = await History.begin()
      try {
        const start: Step[] = [
          ['add-source', 3, 4],
          ['create-run', 3, 1],
          ['commit', 5, 8],
        ]
        for (const each of [...start, ...steps]) {
          await history.do(each)
          await history.check(each[1])
        }
      } finally {
        await history.end()
      }
    }),
    { numRuns: Number(process.env['HISTORIES'] ?? 20), seed: process.env['SEED'] ? Number(process.env['SEED']) : 7 },
  )
})
