/** A problem in words: what happened, what is safe, what to do next. */
export interface ProblemSentences {
  readonly happened: string
  readonly safe: string
  readonly next: string
}
