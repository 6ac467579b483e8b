import { ProblemError } from '#core/problem'
import { openText } from '#files/encoding/text-file'
import type { TextFile } from '#files/encoding/text-file'
import { declaredEncoding } from '#files/html/declared-encoding'
import { type HtmlTools, loadHtmlTools } from '#files/html/dom'
import { HtmlTokens } from '#files/html/html-tokens'
import { mainContent } from '#files/html/main-content'
import { outlineOf, plainTitle } from '#files/html/outline'
import { PageText } from '#files/html/page-text'
import type { Reading, ReadResult } from '#files/reader'
import { streamDocument } from '#files/stream-document'

/** Nesting and numbers of elements beyond these make the search for main content take longer than a person waits. */
const DEEPEST = 400
const MOST_ELEMENTS = 25_000

/**
 * A page as readable text: its main content, or all of it when the person asked for that, when the page is large or
 * strangely nested, or when no main content can be told apart. Scripts and styles are never text, and nothing runs.
 */
export async function readHtml(reading: Reading): Promise<ReadResult> {
  const file = await openText(reading, declaredEncoding)
  const tools = await loadHtmlTools()
  const result = { encoding: file.encoding, column: null, columns: null }
  const { limits, options } = reading
  const tooMuch = () => {
    if (options.html === 'main') reading.warnings.note({ kind: 'whole-page', limitBytes: limits.mainContent })
    return null
  }
  if (file.bytes > limits.mainContent) {
    tooMuch()
    await streamPage(reading, file, tools)
    return result
  }
  let html = ''
  for await (const piece of file.pieces('reading')) html += piece
  const { title, elements, depth } = outlineOf(html, tools.decode)
  const main = depth > DEEPEST || elements > MOST_ELEMENTS ? tooMuch() : await mainOf(reading, html, title, tools)
  const text = main ?? wholeText(html, tools)
  if (text.trim() === '') throw new ProblemError({ kind: 'no-text' })
  await reading.sink.document({ name: reading.name, row: null, title, pages: null, meta: null, text })
  return result
}

function mainOf({ options }: Reading, html: string, title: string | null, tools: HtmlTools): Promise<string | null> {
  if (options.html === 'whole') return Promise.resolve(null)
  // linkedom trusts these tags to be where they belong; they go, and new ones stand around the rest.
  const body = html.replace(/<\/?(?:html|head|body)\b[^>]*>|<!doctype[^>]*>/gi, '')
  return mainContent(tools.parse(body, title ?? ''), title)
}

function wholeText(html: string, tools: HtmlTools): string {
  let text = ''
  const page = new PageText(piece => {
    text += piece
  })
  const tokens = pageTokens(page, tools, () => undefined)
  tokens.push(html)
  tokens.end()
  page.end()
  return text
}

function pageTokens(page: PageText, tools: HtmlTools, title: (text: string) => void): HtmlTokens {
  return new HtmlTokens(
    {
      open: name => {
        page.open(name)
      },
      close: name => {
        page.close(name)
      },
      text: text => {
        page.text(text)
      },
      title,
    },
    tools.decode,
  )
}

async function streamPage(reading: Reading, file: TextFile, tools: HtmlTools): Promise<void> {
  let title: string | null = null
  let blocks: string[] = []
  const page = new PageText(text => blocks.push(text))
  const tokens = pageTokens(page, tools, text => {
    title ??= plainTitle(text)
  })
  const texts = async function* (): AsyncGenerator<string, void> {
    for await (const piece of file.pieces('reading')) {
      tokens.push(piece)
      if (blocks.length > 0) yield blocks.join('')
      blocks = []
    }
    tokens.end()
    page.end()
    if (blocks.length > 0) yield blocks.join('')
  }
  const all = texts()
  const first = await all.next()
  if (first.done === true) throw new ProblemError({ kind: 'no-text' })
  const whole = async function* (): AsyncGenerator<string, void> {
    yield first.value
    yield* all
  }
  await streamDocument(reading.sink, { name: reading.name, row: null, title, pages: null, meta: null }, whole())
}
