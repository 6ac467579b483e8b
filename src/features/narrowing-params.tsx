import { LANGUAGES } from '#core/documents/document'
import type { Narrowing } from '#core/export/selection'
import { STATES } from '#core/synthesis/pair'

/** Which pairs a URL says; what it does not say, or says wrongly, is the default. */
export function narrowingOf(params: URLSearchParams, standard: Narrowing): Narrowing {
  const list = (name: string): readonly string[] | null => params.get(name)?.split(',').filter(Boolean) ?? null
  const among = <T extends string>(known: readonly T[], names: readonly string[] | null): readonly T[] | null =>
    names === null ? null : known.filter(name => names.includes(name))
  const documents = list('documents')?.map(Number).filter(Number.isSafeInteger)
  return {
    states: among(STATES, list('states')) ?? standard.states,
    documents: documents === undefined || documents.length === 0 ? null : documents,
    tasks: list('tasks')?.map(decodeURIComponent) ?? [],
    languages: among(LANGUAGES, list('languages')) ?? [],
  }
}

/** The parameters that `narrowingOf` reads back, without the defaults. */
export function narrowingParams(
  { states, documents, tasks, languages }: Narrowing,
  standard: Narrowing,
): Readonly<Record<string, string>> {
  return {
    ...(states.join() !== standard.states.join() && { states: states.join() || ',' }),
    ...(documents !== null && { documents: documents.join() }),
    ...(tasks.length > 0 && { tasks: tasks.map(encodeURIComponent).join() }),
    ...(languages.length > 0 && { languages: languages.join() }),
  }
}
