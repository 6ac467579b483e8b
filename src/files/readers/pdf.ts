import { ProblemError } from '#core/problem'
import { wholeBytes } from '#files/bytes/byte-source'
import { nextTask } from '#files/next-task'
import { fragmentsOf, type PdfItem, type PdfPageShape } from '#files/pdf/fragments'
import type { Line } from '#files/pdf/line'
import { loadPdfjs } from '#files/pdf/load-pdfjs'
import { pagedText } from '#files/pdf/paragraphs'
import { linesInOrder } from '#files/pdf/reading-order'
import { withoutRunningHeads } from '#files/pdf/running-heads'
import type { Reading, ReadResult } from '#files/reader'

/** Lines of pages named in a warning. */
const PAGES_KEPT = 20
/** Only errors; warnings of pdfjs are about drawing. */
const QUIET = 0

/** The text layer of a PDF as paragraphs, with the offset of each page. */
export async function readPdf(reading: Reading): Promise<ReadResult> {
  const pdfjs = await loadPdfjs()
  const pdfData =
    reading.options.pdfData ?? (async name => (await import('#files/pdf/pdf-data')).ownOriginPdfData(name))
  const task = pdfjs.getDocument({
    data: await wholeBytes(reading.bytes, reading.limits.inMemory),
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    verbosity: QUIET,
    BinaryDataFactory: dataFactory(pdfData),
  })
  try {
    const pdf = await task.promise
    const lines: Line[] = []
    const blank: number[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const found = await linesOfPage(reading, pdf, number)
      if (found.length === 0) blank.push(number)
      lines.push(...found)
      reading.sink.progress({
        phase: 'reading',
        bytes: Math.round((reading.bytes.size * number) / pdf.numPages),
        total: reading.bytes.size,
      })
    }
    if (lines.length === 0) throw new ProblemError({ kind: 'pdf-no-text-layer', pages: pdf.numPages })
    if (blank.length > 0) {
      reading.warnings.note({ kind: 'pages-without-text', count: blank.length, pages: blank.slice(0, PAGES_KEPT) })
    }
    const { text, pages } = pagedText(withoutRunningHeads(lines, pdf.numPages), pdf.numPages)
    const { info } = await pdf.getMetadata()
    const head = { name: reading.name, row: null, title: titleOf(info), pages, meta: null }
    await reading.sink.document({ ...head, text: text.toWellFormed() })
    return { encoding: null, column: null, columns: null }
  } catch (failure) {
    throw problemOfPdf(failure)
  } finally {
    await task.destroy()
  }
}

/** The parts of pdfjs's document that are used. */
interface PdfDocument {
  getPage(number: number): Promise<{
    getViewport(options: { scale: number }): PdfPageShape
    getTextContent(): Promise<{ items: readonly unknown[] }>
    cleanup(): unknown
  }>
}

async function linesOfPage(reading: Reading, pdf: PdfDocument, number: number): Promise<readonly Line[]> {
  if (reading.signal.aborted) throw new ProblemError({ kind: 'cancelled' })
  // Reading a page never leaves this thread: let messages in between, such as the one that cancels.
  await nextTask()
  let items: readonly unknown[]
  let shape: PdfPageShape
  try {
    const page = await pdf.getPage(number)
    shape = page.getViewport({ scale: 1 })
    ;({ items } = await page.getTextContent())
    page.cleanup()
  } catch {
    // One broken page is a page without text; the rest of the document is still worth having.
    return []
  }
  return linesInOrder(fragmentsOf(items.filter(isText), shape), number - 1, shape.height)
}

function isText(item: unknown): item is PdfItem {
  return typeof item === 'object' && item !== null && 'str' in item
}

function titleOf(info: unknown): string | null {
  const title: unknown = typeof info === 'object' && info !== null && 'Title' in info ? info.Title : null
  if (typeof title !== 'string') return null
  const line = title
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .toWellFormed()
  return line === '' || /^(?:untitled\b|about:blank$)/i.test(line) ? null : line
}

function dataFactory(pdfData: (name: string) => Promise<Uint8Array>) {
  return class {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      // Fonts and wasm are for drawing.
      return kind === 'cMapUrl' ? pdfData(filename) : Promise.reject(new RangeError(filename))
    }
  }
}

function problemOfPdf(failure: unknown): unknown {
  if (failure instanceof ProblemError || !(failure instanceof Error)) return failure
  if (failure.name === 'PasswordException') return new ProblemError({ kind: 'pdf-encrypted' })
  if (/Exception$/.test(failure.name)) {
    return new ProblemError({ kind: 'damaged-file', format: 'PDF', detail: failure.message })
  }
  return failure
}
