/** Answers that were made elsewhere, by the texts that they answer (rules REPLAY1 to REPLAY5). */
export interface Answers {
  /** Names them by their content; the model of runs and pairs that are made of them. */
  readonly name: string
  /** SHA-256 of texts that have several answers. */
  readonly repeated: ReadonlySet<string>
  /**
   * The answer to a text, by its SHA-256; null where there is none.
   *
   * @param turn which one of several, from 0; the last one where there are fewer
   */
  answer(textSha256: string, turn: number): Promise<string | null>
}
