import type { PlanItem } from '#core/run/run'
import type { PlanRow } from '#storage/database/rows'
import { headingDictionary } from '#storage/documents/heading-dictionary'
import { LANGUAGES } from '#storage/index/codes'

/** Items a row: a plan of 100 000 items is 25 rows. */
export const PLAN_BLOCK = 4_096
const WIDTH = 6

export function packPlan(run: number, plan: readonly PlanItem[]): PlanRow[] {
  const rows: PlanRow[] = []
  for (let from = 0; from < plan.length; from += PLAN_BLOCK) {
    const items = plan.slice(from, from + PLAN_BLOCK)
    const headings = headingDictionary()
    const numbers = new Uint32Array(items.length * WIDTH)
    items.forEach((item, i) => {
      const { chain, round, document, start, end } = item
      numbers.set([chain, round, document, start, end, headings.number(item.headings)], i * WIDTH)
    })
    const languages = Uint8Array.from(items, item => LANGUAGES.indexOf(item.language))
    rows.push({ run, block: from / PLAN_BLOCK, numbers, headings: headings.list, languages })
  }
  return rows
}

/** Items of a row whose positions lie in `[from, to)`. */
export function unpackPlan(row: PlanRow, from: number, to: number): PlanItem[] {
  const base = row.block * PLAN_BLOCK
  const items: PlanItem[] = []
  const end = Math.min(to - base, row.languages.length)
  for (let i = Math.max(0, from - base); i < end; i++) {
    const at = i * WIDTH
    items.push({
      position: base + i,
      chain: row.numbers[at] ?? 0,
      round: row.numbers[at + 1] ?? 0,
      document: row.numbers[at + 2] ?? 0,
      start: row.numbers[at + 3] ?? 0,
      end: row.numbers[at + 4] ?? 0,
      headings: row.headings[row.numbers[at + 5] ?? 0] ?? [],
      language: LANGUAGES[row.languages[i] ?? 0] ?? 'other',
    })
  }
  return items
}

/** Estimated bytes of a row on disk. */
export function planBytes(row: PlanRow): number {
  const words = row.headings.reduce((sum, path) => sum + path.reduce((length, word) => length + word.length * 2, 8), 0)
  return 150 + row.numbers.byteLength + row.languages.length + words
}
