/** The part of an AbortSignal that core needs. */
export interface Cancel {
  readonly aborted: boolean
}
