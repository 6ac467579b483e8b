import type { Draft } from '#core/synthesis/pair'
import type { ParsedPiece, RejectedPiece, TaggedPair } from '#core/synthesis/wire/parsed'

/** What an answer gave. */
export interface Sorted {
  readonly drafts: readonly Draft[]
  readonly rejected: readonly RejectedPiece[]
}

/** Pieces of an answer as drafts, and what is none with its words and reason (rule PARSE12). */
export function sortedPieces(
  pieces: readonly ParsedPiece[],
  draftOf: (pair: TaggedPair) => Draft | RejectedPiece,
): Sorted {
  const drafts: Draft[] = []
  const rejected: RejectedPiece[] = []
  for (const piece of pieces) {
    const draft = piece.kind === 'pair' ? draftOf(piece) : piece
    if ('kind' in draft) rejected.push(draft)
    else drafts.push(draft)
  }
  return { drafts, rejected }
}
