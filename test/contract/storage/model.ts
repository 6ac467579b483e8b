import type { Language } from '#core/documents/document'
import type { CheckTally, PairFilter, PassageTally, Tally } from '#core/ports/project-store'
import type { PlanItem } from '#core/run/run'
import type { CheckResult, Decision, State } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'

const DOUBT: readonly State[] = ['unsure', 'failed', 'ready', 'kept', 'dropped']
const EVERY: PairFilter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }

export interface ModelPair {
  readonly run: number
  readonly document: number
  readonly start: number
  readonly place: number
  readonly task: string
  readonly language: Language
  result: CheckResult
  /** Name of its only check. */
  check: string
  decision: Decision | null
}

export interface ModelRun {
  readonly sequence: number
  readonly plan: readonly PlanItem[]
  /** Settled positions with what became of them. */
  readonly items: Map<number, 'done' | 'empty' | 'failed' | 'skipped'>
  chosen: boolean
  status: string
}

interface ModelAct {
  readonly kind: 'keep' | 'drop' | 'clear' | 'add'
  readonly changes: readonly {
    readonly pair: ModelPair
    readonly before: Decision | null
    readonly after: Decision | null
  }[]
}

export interface ModelSource {
  readonly id: number
  readonly keys: readonly number[]
  removed: boolean
}

/** A project in plain lists: what the store is compared with. It knows nothing of tables, blocks or leaves. */
export class ProjectModel {
  sources: ModelSource[] = []
  runs: ModelRun[] = []
  pairs: ModelPair[] = []
  done: ModelAct[] = []
  undone: ModelAct[] = []

  stateOfPair(pair: ModelPair): State {
    return stateOf(pair.decision, [{ result: pair.result }])
  }

  hasDocument(document: number): boolean {
    return this.sources.some(({ keys }) => keys.includes(document))
  }

  visible(filter: PairFilter): ModelPair[] {
    const chosen = new Set(this.runs.filter(run => run.chosen).map(run => run.sequence))
    const hidden = new Set(this.sources.filter(source => source.removed).flatMap(source => source.keys))
    const has = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value)
    return this.pairs
      .filter(
        pair =>
          chosen.has(pair.run) &&
          !hidden.has(pair.document) &&
          has(filter.states, this.stateOfPair(pair)) &&
          has(filter.tasks, pair.task) &&
          has(filter.languages, pair.language) &&
          (filter.checks.length === 0 || (pair.result !== 'pass' && filter.checks.includes(pair.check))) &&
          (filter.document === null || filter.document === pair.document),
      )
      .sort((a, b) => a.document - b.document || a.start - b.start || a.run - b.run || a.place - b.place)
  }

  tallies(filter: PairFilter): Tally[] {
    const counts = new Map<string, Tally>()
    for (const pair of this.visible(filter)) {
      const state = this.stateOfPair(pair)
      const key = `${state} ${pair.task} ${pair.language}`
      const count = (counts.get(key)?.count ?? 0) + 1
      counts.set(key, { state, task: pair.task, language: pair.language, count })
    }
    return [...counts.values()]
  }

  checkTallies(filter: PairFilter): CheckTally[] {
    const counts = new Map<string, number>()
    for (const { check, result } of this.visible(filter)) {
      if (result !== 'pass') counts.set(check, (counts.get(check) ?? 0) + 1)
    }
    return [...counts].map(([check, count]) => ({ check, count }))
  }

  passageTallies(document: number): PassageTally[] {
    const counts = new Map<string, PassageTally>()
    for (const pair of this.visible(EVERY)) {
      if (pair.document !== document) continue
      const tally = { start: pair.start, state: this.stateOfPair(pair), task: pair.task }
      const key = JSON.stringify(tally)
      counts.set(key, { ...tally, count: (counts.get(key)?.count ?? 0) + 1 })
    }
    return [...counts.values()]
  }

  /** Visible pairs, most doubtful first. */
  byDoubt(filter: PairFilter): ModelPair[] {
    const rank = (pair: ModelPair): number =>
      DOUBT.indexOf(this.stateOfPair(pair)) * 2 + (pair.result === 'pass' ? 1 : 0)
    return this.visible(filter).sort((a, b) => rank(a) - rank(b))
  }

  /** Takes in pairs behind those of their passages. */
  append(pairs: readonly ModelPair[]): void {
    for (const pair of pairs) {
      const { run, document, start } = pair
      const before = this.pairs.filter(
        other => other.run === run && other.document === document && other.start === start,
      )
      this.pairs.push(Object.assign(pair, { place: before.length }))
    }
  }

  /** Takes in a pair of the person's own, as an act. */
  add(pair: ModelPair): void {
    this.append([pair])
    const act: ModelAct = { kind: 'add', changes: [{ pair, before: 'drop', after: 'keep' }] }
    this.done = [...this.done, act].slice(-50)
    this.undone = []
  }

  decide(pairs: readonly ModelPair[], decision: Decision | null): number {
    const changes = pairs
      .filter(pair => pair.decision !== decision)
      .map(pair => ({ pair, before: pair.decision, after: decision }))
    if (changes.length === 0) return 0
    for (const { pair } of changes) pair.decision = decision
    const act: ModelAct = { kind: decision ?? 'clear', changes }
    this.done = [...this.done, act].slice(-50)
    this.undone = []
    return changes.length
  }

  undo(): ModelAct | null {
    const act = this.done.pop()
    if (act === undefined) return null
    for (const { pair, before } of act.changes) pair.decision = before
    this.undone.push(act)
    return act
  }

  redo(): ModelAct | null {
    const act = this.undone.pop()
    if (act === undefined) return null
    for (const { pair, after } of act.changes) pair.decision = after
    this.done.push(act)
    return act
  }

  deleteSource(source: ModelSource): void {
    this.sources = this.sources.filter(other => other !== source)
    this.pairs = this.pairs.filter(pair => !source.keys.includes(pair.document))
  }

  deleteRun(run: ModelRun): void {
    this.runs = this.runs.filter(other => other !== run)
    this.pairs = this.pairs.filter(pair => pair.run !== run.sequence)
  }
}
