import type { ItemRecord } from '#core/run/run'
import { type ItemRow, LEASED, TROUBLED } from '#storage/database/rows'
import { textBytes } from '#storage/documents/text-blocks'

/** Bytes of an item's row without its texts, roughly. */
export const ITEM_ROW = 110

/** The row of an item, with the flag that its index needs. */
export function itemRow(run: number, item: ItemRecord): ItemRow {
  if (item.state === 'leased') return { ...item, run, flag: LEASED }
  return item.pairs === 0 ? { ...item, run, flag: TROUBLED } : { ...item, run }
}

export function itemTextBytes({ reason, raw }: ItemRecord): number {
  return textBytes(reason ?? '') + textBytes(raw ?? '')
}
