/** A piece of text on a page: place of its baseline from the lower left corner, in points. */
export interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  /** Turned by 90 degrees. */
  readonly turned?: boolean
}

export interface PdfOptions {
  readonly title?: string
  /** Bytes of hexadecimal codes for a font of the named character map, such as GBK-EUC-H. */
  readonly map?: string
}

/** Bytes of a PDF with Helvetica on pages of 600 by 800 points, or with codes for a font that is not embedded. */
export function buildPdf(
  pages: readonly (readonly Placed[])[],
  { title, map }: PdfOptions = {},
): Uint8Array<ArrayBuffer> {
  const font =
    map === undefined
      ? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
      : composite(map)
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((_, at) => `${String(5 + 2 * at)} 0 R`).join(' ')}] >>`,
    font,
    `<< ${title === undefined ? '' : `/Title (${title})`} >>`,
  ]
  for (const [at, items] of pages.entries()) {
    const content = items.map(item => drawn(item, map !== undefined)).join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${String(6 + 2 * at)} 0 R >>`,
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    )
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${String(at + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`
  return Uint8Array.from(file, character => character.charCodeAt(0))
}

function composite(map: string): string {
  const info = '<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>'
  const descendant = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo ${info} /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>`
  return `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${map} /DescendantFonts [${descendant}] >>`
}

function drawn({ text, x, y, size = 10, turned = false }: Placed, coded: boolean): string {
  const matrix = turned ? '0 1 -1 0' : '1 0 0 1'
  const shown = coded ? `<${text}>` : `(${text.replace(/[\\()]/g, '\\$&')})`
  return `BT /F1 ${String(size)} Tf ${matrix} ${String(x)} ${String(y)} Tm ${shown} Tj ET`
}

/** Lines below each other. */
export function lines(texts: readonly string[], x: number, top: number, size = 10, leading = 12): readonly Placed[] {
  return texts.map((text, at) => ({ text, x, y: top - at * leading, size }))
}
