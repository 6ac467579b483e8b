import type { TextRow } from '#storage/database/rows'

/** UTF-16 units a block: a passage touches one or two, and a block stays far below the size where rows get slow. */
export const BLOCK = 32_768

/** Cuts a text that starts at the start of block `first` into rows. The last one is closed only when `ends` is set. */
export function blocksOf(document: number, first: number, text: string, ends: boolean): TextRow[] {
  const rows: TextRow[] = []
  for (let at = 0; at < text.length; at += BLOCK) {
    const piece = text.slice(at, at + BLOCK)
    rows.push({
      document,
      block: first + at / BLOCK,
      text: piece,
      closed: piece.length === BLOCK || ends,
    })
  }
  return rows
}

/** Estimated bytes of a string as browsers store it: one a unit where all fit into one, else two. */
export function textBytes(text: string): number {
  return /^[\u0000-\u00ff]*$/.test(text) ? text.length : text.length * 2
}
