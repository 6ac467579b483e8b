/** What the split has to know about a row. */
export interface SplitItem {
  readonly id: string
  /** Key of the document. */
  readonly document: number
  /** Range of the passage. */
  readonly start: number
  readonly end: number
  /** The words by which near-duplicates are told. */
  readonly text: string
}
