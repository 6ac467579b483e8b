/** How a CSV file is written. */
export interface CsvShape {
  readonly delimiter: string
  readonly newline: '\n' | '\r'
}

const LONGEST_NAME = 100

/** Whether the first record names the columns: short, single-line, distinct cells, not all of them empty. */
export function isHeader(cells: readonly string[]): boolean {
  const names = cells.map(cell => cell.trim()).filter(name => name !== '')
  return (
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every(name => name.length <= LONGEST_NAME && !name.includes('\n'))
  )
}

/** Names of columns: those of the header, made distinct, and `column 1`… where there is none. */
export function columnNames(header: readonly string[] | null, width: number): readonly string[] {
  const names: string[] = []
  for (let at = 0; at < Math.max(width, header?.length ?? 0); at++) {
    const stated = header?.[at]?.trim() ?? ''
    const base = stated === '' ? `column ${String(at + 1)}` : stated
    let name = base
    for (let copy = 2; names.includes(name); copy++) name = `${base} (${String(copy)})`
    names.push(name)
  }
  return names
}
