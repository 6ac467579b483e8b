/** A data file that was written and read again. */
export interface DataFile {
  readonly name: string
  /** Hex. */
  readonly sha256: string
}

/** A small file of a pack. */
export interface PackFile {
  readonly name: string
  readonly text: string
}
