import type { Language } from '#core/documents/document'
import type { ExportOptions } from '#core/export/export-plan'
import type { Pair } from '#core/synthesis/pair'

/** Which pairs and passages the options of an export take (rule EXPORT1). `document` is the key of the document. */
export interface Selection {
  readonly pair: (document: number, pair: Pick<Pair, 'state' | 'task' | 'language'>) => boolean
  readonly passage: (document: number, language: Language) => boolean
}

export function selectionOf({
  states,
  documents,
  tasks,
  languages,
}: Pick<ExportOptions, 'states' | 'documents' | 'tasks' | 'languages'>): Selection {
  const chosen = documents === null ? null : new Set(documents)
  const passage = (document: number, language: Language): boolean =>
    (chosen === null || chosen.has(document)) && (languages.length === 0 || languages.includes(language))
  return {
    passage,
    pair: (document, { state, task, language }) =>
      passage(document, language) && states.includes(state) && (tasks.length === 0 || tasks.includes(task)),
  }
}
