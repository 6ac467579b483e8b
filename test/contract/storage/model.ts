import type { Language } from '#core/documents/document'
import type { PairFilter, Tally } from '#core/ports/project-store'
import type { PlanItem } from '#core/run/run'
import type { CheckResult, Decision, State } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'

export interface ModelPair {
  readonly run: number
  readonly document: number
  readonly start: number
  readonly place: number
  readonly task: string
  readonly language: Language
  readonly result: CheckResult
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
  readonly kind: 'keep' | 'drop' | 'clear'
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
