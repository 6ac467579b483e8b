import type { Line } from '#files/pdf/line'

/** Share of the page's height, at its top and at its bottom, where headers and footers stand. */
const MARGIN = 0.12
const FEWEST_PAGES = 2
/** Share of pages that repeat it; odd and even pages may differ. */
const SHARE = 0.3

const PAGE_NUMBER = /^[\s\p{Pd}]*\d{1,4}[\s\p{Pd}]*$/u

/** Leaves out headers, footers and page numbers: lines in the margins that repeat from page to page but for figures. */
export function withoutRunningHeads(lines: readonly Line[], pages: number): readonly Line[] {
  if (pages < FEWEST_PAGES) return lines
  const pagesOf = new Map<string, Set<number>>()
  for (const line of lines) {
    const key = keyOf(line)
    if (key === null) continue
    const seen = pagesOf.get(key) ?? new Set()
    pagesOf.set(key, seen.add(line.page))
  }
  const enough = Math.max(FEWEST_PAGES, SHARE * pages)
  return lines.filter(line => {
    const key = keyOf(line)
    return key === null || ((pagesOf.get(key)?.size ?? 0) < enough && !PAGE_NUMBER.test(line.text))
  })
}

function keyOf({ text, y, height }: Line): string | null {
  const place = y < MARGIN * height ? 'top' : y > (1 - MARGIN) * height && y <= height ? 'bottom' : null
  return place === null ? null : `${place} ${text.replace(/\d+|\b[ivxlc]+\b/gi, '#')}`
}
