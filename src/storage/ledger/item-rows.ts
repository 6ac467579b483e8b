import type { ItemRecord, Run } from '#core/run/run'
import { type ItemRow, LEASED, TROUBLED } from '#storage/database/rows'
import { textBytes } from '#storage/documents/text-blocks'

/** Bytes of an item's row without its texts, roughly. */
export const ITEM_ROW = 110

/** The row of an item, with the flag that its index needs. */
export function itemRow(run: number, item: ItemRecord): ItemRow {
  if (item.state === 'leased') return { ...item, run, flag: LEASED }
  return item.pairs === 0 ? { ...item, run, flag: TROUBLED } : { ...item, run }
}

export function itemTextBytes({ reason, raw, rejected = [] }: ItemRecord): number {
  const pieces = rejected.reduce((sum, piece) => sum + textBytes(piece.reason) + textBytes(piece.raw), 0)
  return textBytes(reason ?? '') + textBytes(raw ?? '') + pieces
}

/** Counts of rejected pieces by reason, with those of one more item. */
export function countRejected(counts: Run['rejected'], { rejected = [] }: ItemRecord): Run['rejected'] {
  if (rejected.length === 0) return counts
  const more: Record<string, number> = { ...counts }
  for (const { reason } of rejected) more[reason] = (more[reason] ?? 0) + 1
  return more
}
