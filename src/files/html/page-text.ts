/** A piece of text that stands on its own; tight ones of a kind follow each other without an empty line. */
interface Block {
  readonly text: string
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row'
}

interface List {
  readonly ordered: boolean
  next: number
}

/** Cells of the row in hand, each a list of blocks; null between rows. */
interface Table {
  row: Block[][] | null
}

const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form header hgroup hr html legend main menu nav p search section summary tbody tfoot thead'
  ).split(' '),
)
/** Nothing inside them is text of the page. */
const SKIPPED_ELEMENTS: ReadonlySet<string> = new Set(
  'script style title noscript template iframe object svg canvas audio video select button textarea datalist rp rt annotation'.split(
    ' ',
  ),
)
const HEADING = /^h[1-6]$/
/** Text held back until its block or row is complete; beyond it, what there is goes out as paragraphs. */
const MOST_HELD = 2 << 20
/** Cells longer than this are a page laid out with a table, not data. */
const DATA_CELL = 300

/**
 * Turns the tags and texts of a page into readable text: headings as `#` lines, list items as `- ` or `1. ` lines, rows of
 * tables as one line with ` | ` between cells, paragraphs with an empty line between them. White space is collapsed as a
 * browser does, and kept in `pre`. Tags may be unbalanced.
 */
export class PageText {
  readonly #write: (text: string) => void
  #line = ''
  #prefix = ''
  #kind: Block['kind'] = 'paragraph'
  #before: Block['kind'] | null = null
  #pre = 0
  #skipped: string | null = null
  #skipDepth = 0
  #held = 0
  readonly #lists: List[] = []
  readonly #tables: Table[] = []

  /** `write` takes the text in pieces. */
  constructor(write: (text: string) => void) {
    this.#write = write
  }

  text(text: string): void {
    if (this.#skipped !== null) return
    if (this.#pre > 0) {
      this.#line += text
      if (this.#line.length > MOST_HELD) this.#flush()
      return
    }
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ')
    const doubled = collapsed.startsWith(' ') && (this.#line === '' || /[ \n]$/.test(this.#line))
    this.#line += doubled ? collapsed.slice(1) : collapsed
    if (this.#line.length > MOST_HELD) this.#flush()
  }

  /** `level` is for headings that are deeper or higher than their tag says. */
  open(name: string, level: string | null = null): void {
    if (this.#skipped !== null) {
      if (name === this.#skipped) this.#skipDepth += 1
    } else if (SKIPPED_ELEMENTS.has(name)) {
      this.#skipped = name
      this.#skipDepth = 1
    } else if (name === 'br') this.#line = `${this.#pre > 0 ? this.#line : this.#line.trimEnd()}\n`
    else if (HEADING.test(name)) {
      this.#flush()
      this.#prefix = `${'#'.repeat(Number(level ?? name.slice(1)))} `
      this.#kind = 'heading'
    } else this.#openBlock(name)
  }

  close(name: string): void {
    if (this.#skipped !== null) {
      if (name === this.#skipped) this.#skipDepth -= 1
      if (this.#skipDepth === 0) this.#skipped = null
    } else if (name === 'pre') {
      this.#flush()
      this.#pre = Math.max(0, this.#pre - 1)
    } else if (name === 'ul' || name === 'ol' || name === 'menu') {
      this.#flush()
      this.#lists.pop()
    } else if (name === 'tr') this.#endRow()
    else if (name === 'table') {
      this.#endRow()
      this.#tables.pop()
    } else if (BLOCK_ELEMENTS.has(name) || HEADING.test(name) || name === 'li' || name === 'td' || name === 'th') {
      this.#flush()
    }
  }

  end(): void {
    while (this.#tables.length > 0) this.close('table')
    this.#flush()
  }

  #openBlock(name: string): void {
    switch (name) {
      case 'pre':
        this.#flush()
        this.#pre += 1
        return
      case 'ul':
      case 'ol':
        this.#flush()
        this.#lists.push({ ordered: name === 'ol', next: 1 })
        return
      case 'li':
        this.#flush()
        this.#prefix = this.#bullet()
        this.#kind = 'item'
        return
      case 'table':
        this.#flush()
        this.#tables.push({ row: null })
        return
      case 'tr': {
        this.#endRow()
        const table = this.#tables.at(-1)
        if (table !== undefined) table.row = []
        return
      }
      case 'td':
      case 'th': {
        this.#flush()
        const table = this.#tables.at(-1)
        if (table !== undefined) table.row = [...(table.row ?? []), []]
        return
      }
      default:
        if (BLOCK_ELEMENTS.has(name)) this.#flush()
    }
  }

  #bullet(): string {
    const list = this.#lists.at(-1)
    const indent = '  '.repeat(Math.max(0, this.#lists.length - 1))
    if (list?.ordered !== true) return `${indent}- `
    list.next += 1
    return `${indent}${String(list.next - 1)}. `
  }

  #flush(): void {
    const text = this.#pre > 0 ? this.#line.replace(/^\n+|\s+$/g, '') : this.#line.trim()
    this.#line = ''
    // An item whose first words stand in a paragraph of their own keeps its bullet for them.
    if (text === '') {
      if (this.#kind === 'heading') this.#plain()
      return
    }
    const heading = this.#kind === 'heading'
    const shown = heading ? text.replaceAll('\n', ' ') : this.#fenced(text)
    this.#give({ text: this.#prefix + shown, kind: this.#kind })
    this.#plain()
  }

  /** Code keeps its fence, or a line that starts with `#` (a comment, a root prompt) would read as a heading. */
  #fenced(text: string): string {
    if (this.#pre === 0 || this.#tables.length > 0 || this.#prefix !== '') return text
    const fence = text.includes('```') ? '`````' : '```'
    return `${fence}\n${text}\n${fence}`
  }

  #plain(): void {
    this.#prefix = ''
    this.#kind = 'paragraph'
  }

  /** To the cell in hand, else out. */
  #give(block: Block): void {
    const cell = this.#tables.findLast(({ row }) => row !== null && row.length > 0)?.row?.at(-1)
    if (cell !== undefined) {
      cell.push(block)
      this.#held += block.text.length
      if (this.#held > MOST_HELD) this.#spill()
      return
    }
    const tight = (block.kind === 'item' || block.kind === 'row') && block.kind === this.#before
    this.#write((this.#before === null ? '' : tight ? '\n' : '\n\n') + block.text)
    this.#before = block.kind
  }

  /** Gives up on rows that grow beyond all measure: a page laid out with tables. */
  #spill(): void {
    const blocks = this.#tables.flatMap(({ row }) => row?.flat() ?? [])
    for (const table of this.#tables) table.row = null
    this.#held = 0
    for (const block of blocks) this.#give(block)
  }

  #endRow(): void {
    this.#flush()
    const table = this.#tables.at(-1)
    const cells = table?.row
    if (table === undefined || cells === null || cells === undefined) return
    table.row = null
    if (this.#tables.every(({ row }) => row === null)) this.#held = 0
    if (cells.length > 1 && cells.every(isData)) {
      const text = cells.map(cell => cell.map(block => block.text.replace(/\s*\n\s*/g, ' ')).join(' ')).join(' | ')
      if (cells.some(cell => cell.length > 0)) this.#give({ text, kind: 'row' })
    } else for (const block of cells.flat()) this.#give(block)
  }
}

function isData(cell: readonly Block[]): boolean {
  const length = cell.reduce((sum, { text }) => sum + text.length, 0)
  const plain = cell.every(({ kind }) => kind === 'paragraph' || kind === 'item')
  return plain && (cell.length <= 1 || length <= DATA_CELL)
}
