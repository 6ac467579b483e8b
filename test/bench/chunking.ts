import { readFileSync } from 'node:fs'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import { chunk } from '#core/documents/chunker'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import { randomStream } from '#core/synthesis/random-stream'

/** One line of the bench: a measure of ours beside a peer's in the same run. */
export interface BenchRow {
  readonly metric: string
  readonly ours: string
  readonly peer: string
  /** Ours divided by the peer's. */
  readonly ratio: number
  readonly goal: string
  readonly met: boolean
}

interface Book {
  readonly text: string
  /** Offset after the last character of every sentence. */
  readonly ends: ReadonlySet<number>
}

const CHARACTERS = 8_400_000
const RUNS = 5

/** A long text of chapters, sections and paragraphs, always the same, from sentences whose ends are known. */
function book(name: 'en' | 'zh'): Book {
  const file = new URL(`../fixtures/chunking/sentences-${name}.txt`, import.meta.url)
  const sentences = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
  const glue = name === 'en' ? ' ' : ''
  const stream = randomStream(1, 'bench', 'chunking', name)
  const parts: string[] = []
  const ends = new Set<number>()
  let length = 0
  const add = (part: string): void => {
    parts.push(part)
    length += part.length
  }
  for (let paragraph = 0; length < CHARACTERS; paragraph++) {
    if (paragraph % 60 === 0)
      add(name === 'en' ? `# Chapter ${paragraph / 60 + 1}\n\n` : `# 第${paragraph / 60 + 1}章\n\n`)
    else if (paragraph % 12 === 0) add(name === 'en' ? `## Section ${paragraph}\n\n` : `## 第${paragraph}节\n\n`)
    const count = 3 + stream.integer(9)
    for (let i = 0; i < count; i++) {
      add(`${i > 0 ? glue : ''}${sentences[stream.integer(sentences.length)] ?? ''}`)
      ends.add(length)
    }
    add('\n\n')
  }
  return { text: parts.join(''), ends }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Share of cuts right after a sentence, and of characters of the text that are in no piece. */
function quality(book: Book, pieces: readonly string[]): { atSentenceEnd: number; lost: number } {
  let at = 0
  let good = 0
  let kept = 0
  for (const piece of pieces.slice(0, -1)) {
    const start = book.text.indexOf(piece, at)
    if (start < 0) continue
    at = start + piece.length
    kept += piece.length
    if (book.ends.has(start + piece.trimEnd().length)) good++
  }
  return {
    atSentenceEnd: good / Math.max(1, pieces.length - 1),
    lost: book.text.length - kept - (pieces.at(-1)?.length ?? 0),
  }
}

const ours = (text: string): string[] =>
  chunk(text, DEFAULT_CHUNK_SETTINGS, () => 'en').map(({ start, end }) => text.slice(start, end))

/** The peer at the setting that gives pieces as long as ours, found on a part of the text. */
async function peerOfEqualSize(text: string): Promise<RecursiveCharacterTextSplitter> {
  const part = text.slice(0, 1_000_000)
  const wanted = part.length / ours(part).length
  let chunkSize = Math.round(wanted)
  for (let i = 0; i < 3; i++) {
    const pieces = await new RecursiveCharacterTextSplitter({ chunkSize, chunkOverlap: 0 }).splitText(part)
    chunkSize = Math.round((chunkSize * wanted * pieces.length) / part.length)
  }
  return new RecursiveCharacterTextSplitter({ chunkSize, chunkOverlap: 0 })
}

async function rowsFor(name: 'en' | 'zh'): Promise<BenchRow[]> {
  const label = name === 'en' ? 'English' : 'Chinese'
  const whole = book(name)
  const { text } = whole
  const peer = await peerOfEqualSize(text)
  const oursMs: number[] = []
  const peerMs: number[] = []
  let own: string[] = []
  let theirs: string[] = []
  for (let run = 0; run <= RUNS; run++) {
    const started = performance.now()
    own = ours(text)
    const between = performance.now()
    theirs = await peer.splitText(text)
    const ended = performance.now()
    // The first run of each warms the compiler up.
    if (run === 0) continue
    oursMs.push(between - started)
    peerMs.push(ended - between)
  }
  const speed = (ms: number): number => text.length / 1000 / ms
  const [ownSpeed, peerSpeed] = [speed(median(oursMs)), speed(median(peerMs))]
  const [a, b] = [quality(whole, own), quality(whole, theirs)]
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  const size = (pieces: readonly string[]): string => `${Math.round(text.length / pieces.length)} characters a piece`
  return [
    {
      metric: `${label}: speed, ${size(own)}`,
      ours: `${ownSpeed.toFixed(0)} million characters/s`,
      peer: `${peerSpeed.toFixed(0)} million characters/s, ${size(theirs)}`,
      ratio: ownSpeed / peerSpeed,
      goal: 'at least 0.5 of the peer',
      met: ownSpeed >= 0.5 * peerSpeed,
    },
    {
      metric: `${label}: cuts at a sentence end`,
      ours: percent(a.atSentenceEnd),
      peer: percent(b.atSentenceEnd),
      ratio: a.atSentenceEnd / Math.max(b.atSentenceEnd, 0.0001),
      goal: '100 %',
      met: a.atSentenceEnd === 1,
    },
    {
      metric: `${label}: characters lost`,
      ours: String(a.lost),
      peer: String(b.lost),
      ratio: (a.lost + 1) / (b.lost + 1),
      goal: '0, and the pieces join to the text',
      met: a.lost === 0 && own.join('') === text,
    },
  ]
}

/** Passages against the recursive splitter of `@langchain/textsplitters`, on 8.4 million characters in each language. */
export async function benchChunking(): Promise<{ name: string; rows: BenchRow[] }> {
  return {
    name: 'Passages, against @langchain/textsplitters',
    rows: [...(await rowsFor('en')), ...(await rowsFor('zh'))],
  }
}
