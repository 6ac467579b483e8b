import { chooseCut, type Sizes } from '#core/documents/cut'
import type { Language } from '#core/documents/document'
import { HeadingPath } from '#core/documents/heading-path'
import { Measure } from '#core/documents/measure'
import type { ChunkSettings, Passage } from '#core/documents/passage'
import { Scanner } from '#core/documents/scanner'
import type { DetectLanguage } from '#core/ports/language'
import { isWhite } from '#core/text/characters'
import { TOKEN_UNITS } from '#core/text/token-steps'

/** Cuts a document that arrives in pieces. Offsets are absolute in the document, in UTF-16 code units. */
export interface Chunker {
  /** Takes the next piece, of any length; gives the passages that are certain by now, in order. */
  push(text: string): Passage[]
  /** The document is complete: gives the passages that are left. The chunker takes nothing after this. */
  end(): Passage[]
}

/** Units at the start of a passage that its language is told from. */
const SAMPLE = 1024
/** Units that are gathered before work starts; few small pieces are dear, many at once take memory. */
const GATHER = 65536
/** Read so much beyond the horizon, in token units: a passage that starts inside a word is measured from there anew. */
const SLACK = 1024

function sizesOf(settings: ChunkSettings): Sizes {
  const maximum = Math.max(1, Math.floor(settings.maximum) || 1) * TOKEN_UNITS
  const target = Math.min(Math.max(1, settings.target || 1) * TOKEN_UNITS, maximum)
  const small = target / 4
  return { target, maximum, small, horizon: 2 * maximum + small }
}

/** End of the sample from `start`, which does not end in half of a character. */
function sampleEnd(text: string, start: number, end: number): number {
  if (end <= start + SAMPLE) return end
  const last = text.charCodeAt(start + SAMPLE - 1)
  return start + SAMPLE - (last >= 0xd800 && last <= 0xdbff ? 1 : 0)
}

/**
 * A chunker for one document (rules CHUNK1 to CHUNK11): passages tile the document and none is above `maximum`
 * estimated tokens, unless one single grapheme is. The cut depends on the text and the settings alone, not on how the
 * text is pushed. Works when `gather` units came together; holds those, one piece and a few passages. Settings below one token count
 * as one, a target above the maximum as the maximum.
 */
export function createChunker(settings: ChunkSettings, detect: DetectLanguage, gather = GATHER): Chunker {
  const sizes = sizesOf(settings)
  const scanner = new Scanner(gather)
  const { breaks } = scanner
  const path = new HeadingPath()
  /** Start of the next passage in the held text. */
  let start = 0

  function passagesSoFar(): Passage[] {
    const passages: Passage[] = []
    scanner.join(start)
    start = 0
    for (;;) {
      const seen = scanner.readBeyond((breaks.cost[0] ?? 0) + sizes.horizon + SLACK)
      if (!seen && !scanner.complete) break
      if (start >= scanner.text.length) break
      const passage = nextPassage(!seen)
      if (passage === null) {
        scanner.askForMore()
        break
      }
      passages.push(passage)
    }
    return passages
  }

  function nextPassage(ended: boolean): Passage | null {
    const { text, base, complete } = scanner
    let sampled: { readonly end: number; readonly language: Language } | undefined
    const languageUpTo = (end: number): Language => {
      if (sampled?.end !== end) sampled = { end, language: detect(text.slice(start, end)) }
      return sampled.language
    }
    const headings = headingsAbove(text)
    const cut = chooseCut({
      text,
      breaks,
      measure: new Measure(text, breaks),
      sizes,
      level: path.level,
      ended,
      complete,
      language: () => languageUpTo(sampleEnd(text, start, text.length)),
    })
    if (cut < 0) return null
    const passage = {
      start: base + start,
      end: base + cut,
      headings,
      language: languageUpTo(sampleEnd(text, start, cut)),
    }
    for (let i = 0; i < breaks.at.length && (breaks.at[i] ?? 0) < cut; i++) addHeading(i)
    scanner.dropped(breaks.startAt(text, cut))
    start = cut
    return passage
  }

  function addHeading(index: number): void {
    const level = breaks.level[index] ?? 0
    if (level === 0) return
    path.add(level, breaks.title[index] ?? '')
    breaks.level[index] = 0
  }

  /** The path of a passage that starts here; a heading that it starts with belongs to it. */
  function headingsAbove(text: string): readonly string[] {
    for (let i = 0, from = start; i < breaks.at.length; i++) {
      const at = breaks.at[i] ?? 0
      while (from < at && isWhite(text.charCodeAt(from))) from++
      if (from < at) break
      if ((breaks.level[i] ?? 0) > 0) {
        addHeading(i)
        break
      }
    }
    return path.titles
  }

  return {
    push: text => (scanner.gather(text) ? passagesSoFar() : []),
    end: () => {
      scanner.complete = true
      return passagesSoFar()
    },
  }
}

/** The passages of a whole text. */
export function chunk(text: string, settings: ChunkSettings, detect: DetectLanguage): Passage[] {
  const chunker = createChunker(settings, detect)
  return [...chunker.push(text), ...chunker.end()]
}
