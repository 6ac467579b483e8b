import type { Language } from '#core/documents/document'
import type { Tally } from '#core/ports/project-store'
import type { Pair, State } from '#core/synthesis/pair'

/** What narrows an export or a corpus down. `Id` names a document: its key in a project, or its name in a file. */
export interface Narrowing<Id = number> {
  readonly states: readonly State[]
  /** null for all. */
  readonly documents: readonly Id[] | null
  /** Empty for all. */
  readonly tasks: readonly string[]
  /** Empty for all. */
  readonly languages: readonly Language[]
}

/** Which pairs and passages are taken (rule EXPORT1). */
export interface Selection<Id = number> {
  readonly pair: (document: Id, pair: Pick<Pair, 'state' | 'task' | 'language'>) => boolean
  readonly passage: (document: Id, language: Language) => boolean
}

export function selectionOf<Id>({ states, documents, tasks, languages }: Narrowing<Id>): Selection<Id> {
  const chosen = documents === null ? null : new Set(documents)
  const passage = (document: Id, language: Language): boolean =>
    (chosen === null || chosen.has(document)) && (languages.length === 0 || languages.includes(language))
  return {
    passage,
    pair: (document, { state, task, language }) =>
      passage(document, language) && states.includes(state) && (tasks.length === 0 || tasks.includes(task)),
  }
}

/** Those of the tallies (of the chosen documents) that are of chosen states, tasks and languages. */
export function chosenTallies(
  { states, tasks, languages }: Omit<Narrowing, 'documents'>,
  tallies: readonly Tally[],
): readonly Tally[] {
  return tallies.filter(
    ({ state, task, language }) =>
      states.includes(state) &&
      (tasks.length === 0 || tasks.includes(task)) &&
      (languages.length === 0 || languages.includes(language)),
  )
}

/** How many pairs they are. */
export function pairsIn(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0)
}
