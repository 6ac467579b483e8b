import type { RecipeDraft } from './recipe-draft'

/** What each group of fields of the editor is handed. */
export interface EditorFields {
  readonly draft: RecipeDraft
  readonly onChange: (draft: RecipeDraft) => void
  /** What is wrong with a field, if it is to be said now. */
  readonly say: (at: string) => string | undefined
  /** How many fields with such a beginning have something wrong that is said. */
  readonly faultsUnder: (at: string) => number
}
