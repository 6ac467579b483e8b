import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunk, createChunker } from '#core/documents/chunker'
import { type ChunkSettings, DEFAULT_CHUNK_SETTINGS, type Passage } from '#core/documents/passage'
import type { DetectLanguage } from '#core/ports/language'
import { isGraphemeBoundary } from '#core/text/graphemes'
import { estimateTokens } from '#core/text/token-estimate'
import { hostileText } from './hostile-text'

const english: DetectLanguage = () => 'en'
const settingsArbitrary: fc.Arbitrary<ChunkSettings> = fc.oneof(
  fc.record({ target: fc.integer({ min: 1, max: 8 }), maximum: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ target: fc.integer({ min: 1, max: 300 }), maximum: fc.integer({ min: 1, max: 300 }) }),
)

function expectTiles(text: string, passages: readonly Passage[]): void {
  let at = 0
  for (const passage of passages) {
    expect(passage.start).toBe(at)
    expect(passage.end).toBeGreaterThan(at)
    at = passage.end
  }
  expect(at).toBe(text.length)
  expect(passages.map(passage => text.slice(passage.start, passage.end)).join('')).toBe(text)
}

/** Grapheme starts by the platform's segmenter, given the whole text. */
function graphemeStarts(text: string): Set<number> {
  const starts = new Set([text.length])
  for (const part of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) starts.add(part.index)
  return starts
}

function pushed(text: string, settings: ChunkSettings, sizes: () => number, gather?: number): Passage[] {
  const chunker = createChunker(settings, english, gather)
  const passages: Passage[] = []
  for (let at = 0; at < text.length; ) {
    const end = Math.min(text.length, at + sizes())
    passages.push(...chunker.push(text.slice(at, end)))
    at = end
  }
  return [...passages, ...chunker.end()]
}

describe('chunker', () => {
  it('CHUNK1: joins back to the document, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText(150), settingsArbitrary, (text, settings) => {
        expectTiles(text, chunk(text, settings, english))
      }),
      { numRuns: 400 },
    )
  })

  it('CHUNK2: never splits a grapheme, and only a single grapheme exceeds the maximum', () => {
    fc.assert(
      fc.property(hostileText(150), settingsArbitrary, (text, settings) => {
        const starts = graphemeStarts(text)
        for (const { start, end } of chunk(text, settings, english)) {
          expect(starts.has(end)).toBe(true)
          if (estimateTokens(text, start, end) <= settings.maximum) continue
          expect([...starts].some(at => at > start && at < end)).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('CHUNK3: does not depend on how the text is pushed', () => {
    fc.assert(
      fc.property(
        hostileText(300),
        settingsArbitrary,
        fc.constantFrom(60, 300, 900, 5000),
        fc.nat(),
        (part, settings, most, seed) => {
          // Longer than what the scanner looks ahead, so that pushes really meet it.
          const text = part.repeat(Math.ceil(6000 / Math.max(1, part.length)))
          let state = seed
          const sizes = (): number => {
            state = (Math.imul(state, 1103515245) + 12345) >>> 0
            return 1 + ((state >>> 8) % most)
          }
          const whole = chunk(text, settings, english)
          // Working after every push shows any place where too little text was there to decide.
          expect(pushed(text, settings, sizes, 1)).toEqual(whole)
          expect(pushed(text, settings, sizes, 2000)).toEqual(whole)
        },
      ),
      { numRuns: 50 },
    )
  }, 60_000)

  it('CHUNK3: decides nothing before a line is read to its end', () => {
    const part = `${'The boat passed the mill. '.repeat(7)}\n\n## ${'A title of many words '.repeat(12)}\n\n- ${'item '.repeat(40)}\n`
    const text = part.repeat(30)
    for (const maximum of [3, 10, 30, 45]) {
      const settings = { target: maximum, maximum }
      for (const size of [17, 50, 111]) {
        expect(pushed(text, settings, () => size, 1)).toEqual(chunk(text, settings, english))
      }
    }
  })

  it('CHUNK3: pieces of one unit give the same cut', () => {
    const text = 'Dr. Smith left.\r\n\r\n# Title\r\n\r\n我们去了那里。👩‍👩‍👧‍👦 '.repeat(4000)
    expect(pushed(text, DEFAULT_CHUNK_SETTINGS, () => 1)).toEqual(chunk(text, DEFAULT_CHUNK_SETTINGS, english))
  })

  it('CHUNK1: an empty document gives no passage', () => {
    expect(chunk('', DEFAULT_CHUNK_SETTINGS, english)).toEqual([])
    const chunker = createChunker(DEFAULT_CHUNK_SETTINGS, english)
    expect([...chunker.push(''), ...chunker.end()]).toEqual([])
  })

  const line = (unit: string): string => unit.repeat(Math.ceil(50_000 / unit.length))
  it.each([
    ['letters', line('a')],
    ['letters and digits', line('Qm9vdHN0cmFw0x7f')],
    ['Chinese without marks', line('我们的世界充满希望和梦想')],
    ['Thai', line('ภาษาไทยเป็นภาษาที่ใช้ในประเทศ')],
    ['flags', line('🇩🇪')],
    ['families', line('👩‍👩‍👧‍👦')],
    ['one mark after another', line('a\u0301\u0327\u0301')],
    ['right to left', line('שלום עולם ')],
    ['lone halves', line('\ud83da\ude00')],
    ['spaces', line(' ')],
    ['line ends', line('\r\n')],
    ['Hangul letters', line('각')],
    ['full stops', line('.')],
  ])('CHUNK2: a line of 50 kB of %s has no passage above the maximum and no split grapheme', (_name, text) => {
    const passages = chunk(text, DEFAULT_CHUNK_SETTINGS, english)
    expectTiles(text, passages)
    for (const { start, end } of passages) {
      expect(estimateTokens(text, start, end)).toBeLessThanOrEqual(DEFAULT_CHUNK_SETTINGS.maximum)
      expect(isGraphemeBoundary(text, end)).toBe(true)
    }
  })

  it('CHUNK2: a grapheme longer than the maximum is one passage, also when it arrives in pieces', () => {
    const giant = `b${'\u0301'.repeat(300_000)}`
    const text = `aaa ${giant}ccc`
    const passages = pushed(text, { target: 10, maximum: 20 }, () => 7000)
    expectTiles(text, passages)
    expect(passages.some(({ start, end }) => text.slice(start, end) === giant)).toBe(true)
  })

  it('CHUNK2: settings that make no sense still give a cut', () => {
    for (const settings of [
      { target: 0, maximum: 0 },
      { target: 900, maximum: 10 },
      { target: Number.NaN, maximum: Number.NaN },
      { target: -5, maximum: 7.9 },
    ]) {
      expectTiles('One two three. Four.', chunk('One two three. Four.', settings, english))
    }
    for (const { start, end } of chunk('word '.repeat(200), { target: 900, maximum: 10 }, english)) {
      expect(estimateTokens('word '.repeat(200), start, end)).toBeLessThanOrEqual(10)
    }
  })

  it('CHUNK9: gives out passages while the text arrives, and holds no more than it needs', () => {
    const chunker = createChunker(DEFAULT_CHUNK_SETTINGS, english)
    const piece = 'A sentence of no great length stands here. '.repeat(1600)
    let last = 0
    for (let i = 1; i <= 40; i++) {
      for (const passage of chunker.push(piece)) last = passage.end
      expect(piece.length * i - last).toBeLessThan(150_000)
    }
  })

  it('CHUNK10: time grows with the length of a single line, not with its square', () => {
    const time = (text: string): number => {
      const started = process.cpuUsage().user
      chunk(text, DEFAULT_CHUNK_SETTINGS, english)
      return (process.cpuUsage().user - started) / 1000
    }
    for (const unit of ['a', '我们的世界充满希望和梦想', 'word ', '🇩🇪', 'A. ']) {
      time(unit.repeat(5000))
      const small = Math.min(...[1, 2, 3].map(() => time(unit.repeat(10_000))))
      const large = Math.min(...[1, 2, 3].map(() => time(unit.repeat(80_000))))
      // Eight times the text; a quadratic cut would take 64 times as long.
      expect(large).toBeLessThan(28 * Math.max(small, 2))
    }
  }, 60_000)

  it('CHUNK11: asks for the language of each passage with a bounded sample of it', () => {
    const samples: string[] = []
    const detect: DetectLanguage = sample => {
      samples.push(sample)
      return /[一-鿿]/u.test(sample) ? 'zh' : 'en'
    }
    const text = `${'An English sentence stands here. '.repeat(200)}\n\n${'这里有一句中文的话。'.repeat(200)}`
    const passages = chunk(text, DEFAULT_CHUNK_SETTINGS, detect)
    expect(passages[0]?.language).toBe('en')
    expect(passages.at(-1)?.language).toBe('zh')
    expect(Math.max(...samples.map(sample => sample.length))).toBeLessThanOrEqual(1024)
  })
})
