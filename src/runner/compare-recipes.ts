import { type ComparedWriting, type Comparison, type Side, SIDES } from '#core/evaluation/comparison'
import type { Verdict } from '#core/evaluation/blind-sample'
import type { Hash } from '#core/ports/hash'
import type { DetectLanguage } from '#core/ports/language'
import type { ProjectReader } from '#core/ports/project-store'
import type { Synthesizer } from '#core/ports/synthesizer'
import { ProblemError } from '#core/problem'
import { createPace } from '#core/run/pace'
import type { PlanItem, Run, RunRequest } from '#core/run/run'
import { chatSynthesizer } from '#core/synthesis/chat-synthesizer'
import { canonicalJson } from '#core/synthesis/canonical-json'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { taughtPlaces } from '#core/synthesis/teach'
import { createJudge, type PairWords } from '#core/verification/judge'
import type { ComparisonAsk, ComparisonProgress } from '#messages/teaching'
import type { EngineDesk } from '#runner/engine-desk'
import { freezePlan } from '#runner/freeze-plan'
import { createPersistence } from '#runner/persistence'
import { writeItem } from '#runner/write-item'

/** Passages that one recipe writes before the other: an engine keeps the beginning of its prompts meanwhile. */
const TURN = 5

export interface ComparingTools {
  readonly reader: ProjectReader
  readonly hash: Hash
  readonly detect: DetectLanguage
  readonly desk: Pick<EngineDesk, 'model' | 'restart'>
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number
}

/** A comparison that can be stopped and gone on with; held in memory. */
export interface Comparing {
  readonly ask: ComparisonAsk
  readonly comparison: () => Comparison
  mark(id: string, verdict: Verdict | null): void
  /** Writes what is not written yet. Rejects with what befell the engine; what is written stays. */
  write(signal: AbortSignal, tell: (progress: Omit<ComparisonProgress, 'revision'>) => void): Promise<void>
}

interface Task {
  readonly side: Side
  readonly item: PlanItem
}

/**
 * Writes a fair sample of passages with a recipe and with what teaching made of it (rules COMPARE1, COMPARE5): the same
 * passages, places and seed for both, in turns of five that begin with the one and the other alternately, so that a
 * comparison that is stopped has both, and neither is always the first. Pairs are checked as in a run, repetitions within
 * their own side alone. Throws `nothing-to-write` where there is no passage.
 */
export async function createComparing(tools: ComparingTools, ask: ComparisonAsk): Promise<Comparing> {
  const { reader, hash, detect, desk, elapsed } = tools
  const tasks = tasksOf(await passagesOf(tools, ask))
  if (tasks.length === 0) throw new ProblemError({ kind: 'nothing-to-write' })
  const written: ComparedWriting[] = []
  const marks = new Map<string, Verdict>()
  const { thresholds } = await reader.settings()
  const words = new Map<string, PairWords>()
  const judge = () => createJudge({ thresholds, detect, wordsOf: id => Promise.resolve(words.get(id) ?? null) })
  const judges = { without: judge(), with: judge() } satisfies Readonly<Record<Side, unknown>>
  const versions = { without: recipeVersion(hash, ask.without), with: recipeVersion(hash, ask.with) }

  const writeOne = async (signal: AbortSignal, { side, item }: Task): Promise<ComparedWriting | null> => {
    const document = await reader.document(item.document)
    if (document === undefined || document.removed) return null
    const text = await reader.text(item.document, item.start, item.end)
    const noted = noting(
      chatSynthesizer({
        recipe: ask[side],
        version: versions[side],
        model: desk.model(ask.model),
        hash,
        onText: () => undefined,
      }),
    )
    const run = runOf(ask, ask[side].name, versions[side])
    const all = { hash, judge: judges[side], synthesizer: noted.synthesizer }
    const { pairs, item: record } = await writeItem(
      signal,
      { ...all, carryOver: pair => pair, noteWords: pair => words.set(pair.id, pair) },
      run,
      { item, document, text, earlier: [] },
    )
    return {
      side,
      ...placeOf(item),
      name: document.name,
      row: document.row,
      text,
      pairs,
      reason: record.reason,
      usage: noted.usage(),
    }
  }

  return {
    ask,
    comparison: () => ({
      passages: tasks.length / 2,
      written: [...written],
      marks: Object.fromEntries(marks),
      seed: ask.seed,
    }),
    mark: (id, verdict) => {
      if (verdict === null) marks.delete(id)
      else marks.set(id, verdict)
    },
    write: async (signal, tell) => {
      const persist = createPersistence(desk.restart)
      const pace = createPace()
      const pairs = (): number => written.reduce((sum, one) => sum + one.pairs.length, 0)
      const say = (running: boolean): void => {
        pace.note(elapsed(), written.length, pairs())
        const { msLeft } = pace.read(tasks.length - written.length)
        tell({ running, done: written.length, total: tasks.length, pairs: pairs(), msLeft })
      }
      try {
        say(true)
        for (const task of tasks.slice(written.length)) {
          if (signal.aborted) break
          const outcome: { written: ComparedWriting | null } = { written: null }
          const { item } = await persist(signal, task.item, async () => {
            outcome.written = await writeOne(signal, task)
            return { item: nothing(task.item), document: task.item.document, start: task.item.start, pairs: [] }
          })
          written.push(outcome.written ?? { ...missing(task), reason: item.reason ?? 'document-deleted' })
          say(true)
        }
      } finally {
        say(false)
      }
    },
  }
}

/** Whether a comparison that is held is the one that is asked for. */
export function isSameComparison(a: ComparisonAsk, b: ComparisonAsk): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** Passages that no example comes from: what was kept of them says already what they give. */
async function passagesOf({ reader, hash }: ComparingTools, ask: ComparisonAsk): Promise<readonly PlanItem[]> {
  const taught = taughtPlaces(ask.with)
  const { items } = await freezePlan(reader, hash, {
    ...requestOf(ask, ask.without.name, ''),
    documents: ask.documents,
    sample: ask.passages + taught.length * 2,
  })
  const documents = await reader.documentsAt(items.map(item => item.document))
  return items
    .filter(
      (item, index) =>
        !taught.some(
          ({ document, start, end }) => document === documents[index]?.sha256 && start < item.end && item.start < end,
        ),
    )
    .slice(0, ask.passages)
}

function tasksOf(items: readonly PlanItem[]): readonly Task[] {
  const tasks: Task[] = []
  for (let from = 0, turn = 0; from < items.length; from += TURN, turn++) {
    for (const side of turn % 2 === 0 ? SIDES : SIDES.toReversed()) {
      tasks.push(...items.slice(from, from + TURN).map(item => ({ side, item })))
    }
  }
  return tasks
}

/** Hears what an answer cost, which a run does not keep. */
function noting(synthesizer: Synthesizer): {
  readonly synthesizer: Synthesizer
  readonly usage: () => ComparedWriting['usage']
} {
  let usage: ComparedWriting['usage'] = null
  return {
    usage: () => usage,
    synthesizer: {
      ...synthesizer,
      synthesize: async (cancel, passage) => {
        const completion = await synthesizer.synthesize(cancel, passage)
        usage = completion.usage
        return completion
      },
    },
  }
}

function placeOf(item: PlanItem): Pick<ComparedWriting, 'document' | 'start' | 'end' | 'headings' | 'language'> {
  const { document, start, end, headings, language } = item
  return { document, start, end, headings, language }
}

function missing({ side, item }: Task): ComparedWriting {
  return {
    side,
    ...placeOf(item),
    name: '',
    row: null,
    text: '',
    pairs: [],
    reason: null,
    usage: null,
  }
}

function nothing({ position }: PlanItem) {
  return { position, state: 'done', attempts: 1, pairs: 0, reason: null, raw: null } as const
}

function requestOf({ engine, model, seed }: ComparisonAsk, recipe: string, version: string): RunRequest {
  return {
    synthesizer: 'chat',
    engine,
    model,
    recipe,
    recipeVersion: version,
    tasks: [],
    seed,
    documents: null,
    sample: null,
  }
}

/** What pairs are told to come of; it is never stored. */
function runOf(ask: ComparisonAsk, recipe: string, version: string): Run {
  return {
    id: `comparison-${version}`,
    sequence: 0,
    request: requestOf(ask, recipe, version),
    status: 'running',
    problem: null,
    total: 0,
    done: 0,
    failed: 0,
    empty: 0,
    pairs: 0,
    chosen: false,
    activeMs: 0,
    createdAt: 0,
  }
}
