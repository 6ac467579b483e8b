import { ProblemError } from '#core/problem'
import type { HtmlDocument, HtmlNode } from '#files/html/dom'
import { LEVEL, nodeText } from '#files/html/node-text'

/** Elements inside a sentence. */
const INLINE =
  'p span,p em,p strong,p b,p i,p a,p code,p kbd,p samp,p var,p tt,p abbr,p cite,p dfn,p q,p small,p sub,p sup,p u,' +
  'li span,li em,li strong,li b,li i,li a,li code,li kbd,td span,dd span,dt span'

/** As much of the library as is used, in terms of linkedom's documents. */
type ReaderClass = new (
  document: HtmlDocument,
  options: { disableJSONLD: boolean; serializer: (node: HtmlNode) => HtmlNode },
) => { parse(): { content?: HtmlNode | null | undefined } | null }

/**
 * The text of what the page is about, without navigation, footers and advertisements; null when no main content can be
 * told apart. Changes the document.
 */
export async function mainContent(document: HtmlDocument, title: string | null): Promise<string | null> {
  const library: unknown = await import('@mozilla/readability')
  if (!hasReader(library)) throw new ProblemError({ kind: 'unexpected', detail: 'Readability did not load' })
  // Readability lowers first-level headings by one and drops the one that repeats the title.
  for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    heading.setAttribute(LEVEL, heading.nodeName.slice(1))
  }
  // It also judges elements inside a sentence by their class: a “guimenuitem” would go as a menu, and leave a gap.
  for (const inline of document.querySelectorAll(INLINE)) {
    inline.removeAttribute('class')
    inline.removeAttribute('id')
  }
  const [first] = document.querySelectorAll('h1')
  const heading = first === undefined ? '' : nodeText(first)
  const reader = new library.Readability(document, { disableJSONLD: true, serializer: node => node })
  const article = reader.parse()?.content
  const text = article === null || article === undefined ? '' : nodeText(article)
  if (text.trim() === '') return null
  const dropped = heading !== '' && repeats(heading, title) && !text.split('\n').includes(heading)
  return dropped ? `${heading}\n\n${text}` : text
}

/** Its types speak of the browser's documents; it takes any that behave like them. */
function hasReader(library: unknown): library is { readonly Readability: ReaderClass } {
  return typeof library === 'object' && library !== null && 'Readability' in library
}

function repeats(heading: string, title: string | null): boolean {
  const words = heading.replace(/^#+ /, '').toLowerCase()
  return title !== null && title.toLowerCase().includes(words)
}
