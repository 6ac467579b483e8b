import { ProblemError } from '#core/problem'
import { wholeBytes } from '#files/bytes/byte-source'
import { damaged, wordParts } from '#files/docx/word-parts'
import { entityDecoder } from '#files/html/entities'
import { HtmlTokens } from '#files/html/html-tokens'
import { plainTitle } from '#files/html/outline'
import { PageText } from '#files/html/page-text'
import type { Reading, ReadResult } from '#files/reader'

/** Share of the limit for formats in memory: the tree of a Word file takes several times the room of its XML. */
const XML_SHARE = 1 / 8

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"]

const REFERENCES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }))

/** The text of a Word file: headings as `#` lines, lists, tables as rows; notes stand at the end. */
export async function readDocx(reading: Reading): Promise<ReadResult> {
  const bytes = await wholeBytes(reading.bytes, reading.limits.inMemory)
  const { file, title } = wordParts(bytes, Math.floor(reading.limits.inMemory * XML_SHARE))
  const text = textOf(await htmlOf(file))
  if (text.trim() === '') throw new ProblemError({ kind: 'no-text' })
  const stated = title === null ? null : plainTitle(decode(title))
  await reading.sink.document({
    name: reading.name,
    row: null,
    title: stated,
    pages: null,
    meta: null,
    text: text.toWellFormed(),
  })
  return { encoding: null, column: null, columns: null }
}

async function htmlOf(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  try {
    // In a browser it takes the first, in Node the second.
    const input = { arrayBuffer: file.buffer, buffer: file }
    const { value } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    })
    return value
  } catch (failure) {
    throw damaged(failure instanceof Error ? failure.message : String(failure))
  }
}

const decode = entityDecoder(name => REFERENCES.get(name) ?? null)

function textOf(html: string): string {
  let text = ''
  const page = new PageText(piece => {
    text += piece
  })
  const tokens = new HtmlTokens(
    {
      open: name => {
        page.open(name)
      },
      close: name => {
        page.close(name)
      },
      text: piece => {
        page.text(piece)
      },
      title: () => undefined,
    },
    decode,
  )
  // The arrow that leads from a note back to its place is no text.
  tokens.push(html.replace(/<a href="#[^"]*-ref-[^"]*">↑<\/a>/g, ''))
  tokens.end()
  page.end()
  return text
}
