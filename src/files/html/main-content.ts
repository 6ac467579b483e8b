import type { Readability } from '@mozilla/readability'
import type { HtmlDocument, HtmlNode } from '#files/html/dom'
import { LEVEL, nodeText } from '#files/html/node-text'

type ReadabilityDocument = ConstructorParameters<typeof Readability>[0]

/**
 * The text of what the page is about, without navigation, footers and advertisements; null when no main content can be
 * told apart. Changes the document.
 */
export async function mainContent(document: HtmlDocument, title: string | null): Promise<string | null> {
  const library = await import('@mozilla/readability')
  // Readability lowers first-level headings by one and drops the one that repeats the title.
  for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    heading.setAttribute(LEVEL, heading.nodeName.slice(1))
  }
  const [first] = document.querySelectorAll('h1')
  const heading = first === undefined ? '' : nodeText(first)
  const reader = new library.Readability<HtmlNode>(
    // A document in everything but name: linkedom's own.
    document as unknown as ReadabilityDocument,
    { disableJSONLD: true, serializer: node => node as unknown as HtmlNode },
  )
  const article = reader.parse()?.content
  const text = article === null || article === undefined ? '' : nodeText(article)
  if (text.trim() === '') return null
  const dropped = heading !== '' && repeats(heading, title) && !text.split('\n').includes(heading)
  return dropped ? `${heading}\n\n${text}` : text
}

function repeats(heading: string, title: string | null): boolean {
  const words = heading.replace(/^#+ /, '').toLowerCase()
  return title !== null && title.toLowerCase().includes(words)
}
