import type { DecodeEntities } from '#files/html/entities'
import { HtmlTokens } from '#files/html/html-tokens'

/** What a page says about itself, how many elements it has, and how deep they are nested at most. */
export interface Outline {
  readonly title: string | null
  readonly elements: number
  readonly depth: number
}

/** Elements that have no end tag, or may leave it out. */
const OPEN_ENDED: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup'.split(
    ' ',
  ),
)

export function outlineOf(html: string, decode: DecodeEntities): Outline {
  let title: string | null = null
  let elements = 0
  let depth = 0
  let deepest = 0
  const tokens = new HtmlTokens(
    {
      open(name) {
        elements += 1
        if (OPEN_ENDED.has(name)) return
        depth += 1
        deepest = Math.max(deepest, depth)
      },
      close(name) {
        if (!OPEN_ENDED.has(name)) depth = Math.max(0, depth - 1)
      },
      text: () => undefined,
      title(text) {
        title ??= plainTitle(text)
      },
    },
    decode,
  )
  tokens.push(html)
  tokens.end()
  return { title, elements, depth: deepest }
}

/** A title on one line; null when it is blank. */
export function plainTitle(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}
