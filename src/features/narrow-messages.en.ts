import type { Language } from '#core/documents/document'
import type { Format } from '#features/format'

/** Which tasks, languages and documents go into a file. */
export const narrowEn = {
  narrow: 'Only some tasks, languages or documents',
  tasks: 'Tasks',
  languages: 'Languages',
  documents: 'Documents',
  allDocuments: 'All documents',
  chosenDocuments: (count: number, format: Format) =>
    `${format.number(count)} ${count === 1 ? 'document' : 'documents'}`,
  findDocument: 'Find a document',
  onlyFirst: (count: number, format: Format) => `The first ${format.number(count)} that match. Type more of the name.`,
  noDocument: 'No document has this in its name.',
  clear: 'All again',
  languageNames: { en: 'English', zh: 'Chinese', other: 'Other' } satisfies Record<Language, string>,
}

export type NarrowMessages = typeof narrowEn
