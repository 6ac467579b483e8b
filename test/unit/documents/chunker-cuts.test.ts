import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunk } from '#core/documents/chunker'
import { DEFAULT_CHUNK_SETTINGS, type Passage } from '#core/documents/passage'
import { sentences } from '#core/text/sentences'
import { estimateTokens } from '#core/text/token-estimate'

const cut = (text: string): Passage[] => chunk(text, DEFAULT_CHUNK_SETTINGS, () => 'en')
const textsOf = (text: string): string[] => cut(text).map(({ start, end }) => text.slice(start, end))

/** Prose of about so many estimated tokens, in one paragraph, ending with a full stop. */
function prose(tokens: number, sentence = 'The river carried the boats slowly past the old mill. '): string {
  let text = ''
  while (estimateTokens(text) < tokens) text += sentence
  return text.trimEnd()
}

const zhProse = (tokens: number): string => prose(tokens, '河水慢慢地带着小船流过古老的磨坊，岸上的人都在看。')

describe('where passages end', () => {
  it('CHUNK4: at a paragraph end when one lies in reach', () => {
    const text = Array.from({ length: 40 }, () => prose(130)).join('\n\n')
    const pieces = textsOf(text)
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/\.\n\n$/u)
    expect(pieces.length).toBeGreaterThan(6)
  })

  it('CHUNK4: paragraphs of Windows files end as well', () => {
    const text = Array.from({ length: 20 }, () => prose(130)).join('\r\n\r\n')
    for (const piece of textsOf(text).slice(0, -1)) expect(piece).toMatch(/\.\r\n\r\n$/u)
  })

  it('CHUNK4: single line ends separate paragraphs where lines are not wrapped, and do not where they are', () => {
    const open = Array.from({ length: 40 }, () => `\u3000\u3000${zhProse(100)}`).join('\n')
    for (const piece of textsOf(open).slice(0, -1)) expect(piece).toMatch(/。\n$/u)
    const wrapped = prose(3000, 'The quick fox jumps, it runs, it hides and never rests. ').replace(
      /(.{60,72}) /gu,
      '$1\n',
    )
    for (const piece of textsOf(wrapped).slice(0, -1)) expect(piece).toMatch(/rests\.\s$/u)
  })

  it('CHUNK5: at a sentence end when a paragraph is too long, also behind abbreviations and in Chinese', () => {
    const text = prose(
      5000,
      'Dr. Smith met Mr. Jones of the U.S. Army at 3.15 p.m. Monday (see Fig. 3). “It works!” he said. ',
    )
    const ends = new Set(sentences(text, 'en').map(({ end }) => end))
    for (const { end } of cut(text)) expect(ends.has(text.slice(0, end).trimEnd().length)).toBe(true)
    const zh = prose(5000, '他说：“我们明天去北京吗？”她想了很久才回答。“当然！”孩子们都笑了；')
    for (const piece of textsOf(zh)) expect(piece).toMatch(/(?:[。！？；]”?)$/u)
  })

  it('CHUNK5: at a clause, then at a word, when there are no sentences', () => {
    for (const piece of textsOf(prose(4000, 'and then the boat went on, ')).slice(0, -1))
      expect(piece).toMatch(/on, $/u)
    for (const piece of textsOf(prose(4000, 'boat mill river ')).slice(0, -1))
      expect(piece).toMatch(/(?:boat|mill|river) $/u)
    const zh = '我们的世界充满希望和梦想'.repeat(300)
    const words = new Set(['我们', '的', '世界', '充满', '希望', '和', '梦想'])
    for (const { start } of cut(zh).slice(1)) expect([...words].some(word => zh.startsWith(word, start))).toBe(true)
  })

  it('CHUNK6: a new section starts a new passage when enough lies before it', () => {
    const text = Array.from({ length: 8 }, (_, i) => `## Part ${i}\n\n${prose(400)}\n\n`).join('')
    const passages = cut(text)
    expect(passages.map(({ start }) => text.slice(start, start + 9))).toEqual(
      Array.from({ length: 8 }, (_, i) => `## Part ${i}`),
    )
    expect(passages.map(({ headings }) => headings)).toEqual(Array.from({ length: 8 }, (_, i) => [`Part ${i}`]))
  })

  it('CHUNK6: short sections are merged up to the target', () => {
    const text = Array.from({ length: 30 }, (_, i) => `## Entry ${i}\n\n${prose(60)}\n\n`).join('')
    const passages = cut(text)
    for (const { start, end } of passages.slice(0, -1)) {
      expect(text.slice(start)).toMatch(/^## Entry/u)
      expect(estimateTokens(text, start, end)).toBeGreaterThan(400)
    }
    expect(passages.length).toBeLessThan(6)
  })

  it('CHUNK6: a chapter does not share a passage with the end of the one before', () => {
    const chapter = (i: number): string => `# Chapter ${i}\n\n${prose(500)}\n\n## Notes\n\n${prose(250)}\n\n`
    const text = chapter(1) + chapter(2) + chapter(3)
    expect(cut(text).filter(({ start }) => text.startsWith('# Chapter', start))).toHaveLength(3)
  })

  it('CHUNK6: a heading stays with what it heads', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 900 }), { minLength: 2, maxLength: 12 }), sizes => {
        const text = sizes.map((size, i) => `## Section ${i}\n\n${prose(size)}\n\n`).join('')
        for (const piece of textsOf(text)) expect(piece).not.toMatch(/## Section \d+\s*$/u)
      }),
      { numRuns: 60 },
    )
  })

  const list = (tokens: number): string => prose(tokens, '- The boat passed the mill and went on its way to the sea.\n')
  const fence = (tokens: number): string =>
    `\`\`\`js\n${prose(tokens, 'const boat = mill.pass(river, 12)\n\n')}\n\`\`\``
  const table = (tokens: number): string =>
    `| boat | mill |\n|---|---|\n${prose(tokens, '| one boat | passed the mill |\n')}`
  it.each([
    ['list', list],
    ['code block', fence],
    ['table', table],
  ])('CHUNK7: a %s that fits into a passage is not cut', (_name, block) => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1500 }), fc.integer({ min: 30, max: 950 }), (before, size) => {
        const whole = block(size)
        const text = `${prose(before)}\n\n${whole}\n\n${prose(700)}\n`
        expect(textsOf(text).some(piece => piece.includes(whole))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('CHUNK7: what does not fit is cut between items, rows and lines', () => {
    for (const piece of textsOf(list(4000)).slice(0, -1)) expect(piece).toMatch(/sea\.\n$/u)
    for (const piece of textsOf(table(4000)).slice(0, -1)) expect(piece).toMatch(/\|\n$/u)
    for (const piece of textsOf(fence(4000)).slice(0, -1)) expect(piece).toMatch(/\)\n\n$/u)
  })

  it('CHUNK7: an open fence does not turn the rest of a book into code', () => {
    const text = `\`\`\`\n${'code line here\n'.repeat(20)}\n${Array.from({ length: 400 }, () => prose(130)).join('\n\n')}\n\n# Late\n\n${prose(300)}`
    expect(cut(text).at(-1)?.headings).toEqual(['Late'])
  })

  it('CHUNK4: leaves no tiny rest when it can join its neighbour', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 400 }), { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (sizes, headed) => {
          const text = sizes
            .map((size, i) => `${headed && i % 4 === 3 ? `# Title ${i}\n\n` : ''}${prose(size)}`)
            .join('\n\n')
          const passages = cut(text)
          const last = passages.at(-1)
          const before = passages.at(-2)
          if (last === undefined || before === undefined) return
          const { target, maximum } = DEFAULT_CHUNK_SETTINGS
          if (estimateTokens(text, last.start, last.end) >= target / 4) return
          expect(estimateTokens(text, before.start, last.end)).toBeGreaterThan(maximum)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('CHUNK4: prefers an early cut to one that leaves a tiny rest of a section', () => {
    const text = [prose(200), prose(680), prose(130)].join('\n\n')
    expect(cut(text).map(({ start, end }) => estimateTokens(text, start, end) > 250)).toEqual([false, true])
  })

  it('CHUNK4: passages come out near the target', () => {
    const text = Array.from({ length: 300 }, (_, i) => prose(40 + ((i * 37) % 160))).join('\n\n')
    const sizes = cut(text)
      .map(({ start, end }) => estimateTokens(text, start, end))
      .sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length * 0.1)]).toBeGreaterThan(480)
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThan(720)
  })
})
