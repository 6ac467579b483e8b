import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StopReason } from '#core/ports/engine'
import type { ParsedPiece } from '#core/synthesis/wire/parsed'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { runs } from '#test/support/runs'

const ANSWERS = runs(100_000, 30_000)

type Settings = Parameters<typeof createTagParser>[0]

const STRICT: Settings = { strict: true, source: false }
const TOLERANT: Settings = { strict: false, source: true }

function parse(text: string, settings: Settings, stop: StopReason = 'stop', cuts: readonly number[] = []) {
  const parser = createTagParser(settings)
  const pieces: ParsedPiece[] = []
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    pieces.push(...parser.push(text.slice(from, cut)))
    from = Math.max(from, cut)
  }
  pieces.push(...parser.push(text.slice(from)), ...parser.finish(stop))
  return pieces
}

const short = (pieces: readonly ParsedPiece[]): string[] =>
  pieces.map(piece => (piece.kind === 'pair' ? `${piece.question} | ${piece.answer}` : piece.reason))

describe('strict reading', () => {
  it.each([
    [
      'PARSE3: a pair that is not whole is counted',
      '<QUE> a <ANS> b </END>\n\n<QUE> c <ANS> d',
      ['a | b', 'truncated'],
    ],
    ['PARSE3: no end at all', '<QUE> a <ANS> b', ['truncated']],
    ['PARSE3: text before the question', 'noise <QUE> a <ANS> b </END>', ['text-before']],
    ['PARSE3: an empty question', '<QUE> <ANS> b </END>', ['empty-question']],
    ['PARSE3: an empty answer', '<QUE> a <ANS>  </END>', ['empty-answer']],
    ['PARSE3: two questions', '<QUE> a <QUE> b2 <ANS> c </END>', ['two-questions']],
    ['PARSE3: a question inside of an answer', '<QUE> a <ANS> c <QUE> d </END>', ['two-questions']],
    ['PARSE3: two answers', '<QUE> a <ANS> b <ANS> c </END>', ['two-answers']],
    ['PARSE3: no answer', '<QUE> a </END>', ['no-answer']],
    ['PARSE3: no question', 'a <ANS> b </END>', ['no-question']],
    ['PARSE3: another spelling is text', '<que> a <ANS> b </END>', ['no-question']],
    ['PARSE3: a source is text', '<QUE> a <ANS> b <SRC> c </END>', ['a | b <SRC> c']],
    [
      'PARSE9: the first of the same questions stays',
      '<QUE> A <ANS> b </END><QUE> a <ANS> c </END>',
      ['A | b', 'repeated'],
    ],
    ['PARSE3: nothing but white space at the end', '<QUE> a <ANS> b </END>\n\n', ['a | b']],
    ['PARSE3: an empty answer of the model', '', []],
  ])('%s', (_, text, expected) => {
    expect(short(parse(text, STRICT))).toEqual(expected)
  })

  it('PARSE12: rejected pieces keep their words', () => {
    expect(parse('noise <QUE> a <ANS> b </END>', STRICT)).toEqual([
      { kind: 'rejected', reason: 'text-before', raw: 'noise <QUE> a <ANS> b </END>' },
    ])
  })
})

describe('tolerant reading', () => {
  it.each([
    ['PARSE2: as the format wants', '<QUE> a <ANS> b <SRC> c </END>', []],
    ['PARSE6: words before the first question', 'Sure! Here you go:\n\n<QUE> a <ANS> b <SRC> c </END>', ['chatter']],
    ['PARSE6: numbers before a question', '1. <QUE> a <ANS> b <SRC> c </END>', ['markdown']],
    ['PARSE7: a block of code around it', '```\n<QUE> a <ANS> b <SRC> c </END>\n```', ['markdown']],
    ['PARSE7: bold tags', '**<QUE>** a **<ANS>** b **<SRC>** c **</END>**', ['markdown']],
    ['PARSE7: tags as code', '`<QUE>` a `<ANS>` b `<SRC>` c `</END>`', ['markdown']],
    ['PARSE7: a colon after a tag', '<QUE>: a <ANS>: b <SRC> c </END>', ['markdown']],
    ['PARSE5: small letters', '<que> a <ans> b <src> c </end>', ['tag-spelling']],
    ['PARSE5: full width', '＜QUE＞ a ＜ANS＞ b ＜SRC＞ c ＜／END＞', ['tag-spelling']],
    ['PARSE5: full-width letters', '<ＱＵＥ> a <ANS> b <SRC> c </END>', ['tag-spelling']],
    ['PARSE5: an end without its slash', '<QUE> a <ANS> b <SRC> c <END>', ['tag-spelling']],
    ['PARSE5: spaces inside', '< QUE > a <ANS> b <SRC> c </ END>', ['tag-spelling']],
    ['PARSE5: tags that close', '<QUE> a </QUE>\n<ANS> b </ANS>\n<SRC> c </SRC>\n</END>', ['closing-tag']],
    ['PARSE5: the source before the answer', '<QUE> a <SRC> c <ANS> b </END>', ['tag-order']],
    ['PARSE11: no end at a clean stop', '<QUE> a <ANS> b <SRC> c', ['missing-end']],
    [
      'PARSE10: thinking aloud',
      '<think>maybe <QUE> x <ANS> y </END></think>\n<QUE> a <ANS> b <SRC> c </END>',
      ['thinking'],
    ],
    [
      'PARSE10: thinking that the template opened',
      'hm, what to ask\n</think>\n\n<QUE> a <ANS> b <SRC> c </END>',
      ['thinking'],
    ],
    ['PARSE11: a farewell', '<QUE> a <ANS> b <SRC> c </END>\n\nI hope this helps!', []],
  ])('%s', (_, text, salvaged) => {
    expect(parse(text, TOLERANT)).toMatchObject([{ kind: 'pair', question: 'a', answer: 'b', quotes: ['c'], salvaged }])
  })

  it('PARSE5: a pair without its source is a pair, and says so', () => {
    expect(parse('<QUE> a <ANS> b </END>', TOLERANT)).toMatchObject([
      { kind: 'pair', quotes: [], salvaged: ['missing-source'] },
    ])
    expect(parse('<QUE> a <ANS> b </END>', { strict: false, source: false })).toMatchObject([{ salvaged: [] }])
  })

  it.each([
    ['PARSE8: a forgotten end', '<QUE> a <ANS> b <SRC> s <QUE> c <ANS> d </END>', ['a | b', 'c | d']],
    ['PARSE3: two questions before an answer', '<QUE> a <QUE> b2 <ANS> c </END>', ['two-questions']],
    ['PARSE3: two answers', '<QUE> a <ANS> b <ANS> c </END>', ['two-answers']],
    ['PARSE3: an answer before its question', '<ANS> b <QUE> a </END>', ['no-question', 'no-answer']],
    ['PARSE6: words alone, closed', 'Nothing to ask. </END>', ['no-tags']],
    ['PARSE12: words alone', 'I cannot help with that.', ['no-tags']],
    ['PARSE11: cut off in the question', '<QUE> a <ANS> b </END> <QUE> c', ['a | b', 'truncated']],
    ['PARSE10: thinking without an end', '<think> <QUE> a <ANS> b </END>', ['truncated']],
  ])('%s', (_, text, expected) => {
    expect(short(parse(text, TOLERANT))).toEqual(expected)
  })

  it.each(['length', 'cancelled'] as const)('PARSE11: a pair that ends by %s is not whole', stop => {
    expect(short(parse('<QUE> a <ANS> b </END>\n<QUE> c <ANS> d', TOLERANT, stop))).toEqual(['a | b', 'truncated'])
  })

  it('PARSE7: emphasis inside of an answer stays', () => {
    const text =
      '**<QUE> What is it? <ANS>** A **rare** thing, `x` by name. </END>\n<QUE>**Why?**<ANS>**Because** so. </END>'
    expect(short(parse(text, TOLERANT))).toEqual([
      'What is it? | A **rare** thing, `x` by name.',
      '**Why?** | **Because** so.',
    ])
  })

  it('PARSE7: a block of code in an answer stays', () => {
    const code = 'Like this:\n```js\nlet a = 1\n```'
    expect(short(parse(`<QUE> How? <ANS> ${code} </END>`, TOLERANT))).toEqual([`How? | ${code}`])
  })

  it('PARSE4: several sources are all kept', () => {
    expect(parse('<QUE> a <ANS> b <SRC> c <SRC> d </END>', TOLERANT)).toMatchObject([{ quotes: ['c', 'd'] }])
  })
})

describe('streams', () => {
  it('PARSE1: a pair is given as soon as its end is there', () => {
    const parser = createTagParser(TOLERANT)
    const units = Array.from('<QUE> a <ANS> b <SRC> c </END>')
    const given = units.map(unit => parser.push(unit).length)
    expect(given.indexOf(1)).toBe(given.length - 1)
  })

  const word = fc.constantFrom(
    ...[
      '<QUE>',
      '<ANS>',
      '<SRC>',
      '</END>',
      '<END>',
      '<que>',
      '＜QUE＞',
      '**',
      '```',
      '\n',
      ' ',
      'a',
      'b',
      '<',
      '>',
      '/',
    ],
    ...['QUE', 'END', '<think>', '</think>', '1.', '</ANS>', '𝒳', 'é', '。', '- '],
  )
  const soup = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(word, { maxLength: 40 }).map(words => words.join('')),
  )
  const stops = fc.constantFrom<StopReason>('stop', 'length', 'cancelled')

  it(
    'PARSE1, PARSE12: a hundred thousand answers (a million in a soak), cut anywhere, give the same pieces and never an empty half',
    () => {
      fc.assert(
        fc.property(soup, fc.array(fc.nat(60), { maxLength: 4 }), fc.boolean(), stops, (text, cuts, strict, stop) => {
          const settings = { strict, source: true }
          const pieces = parse(text, settings, stop, cuts)
          expect(pieces).toEqual(parse(text, settings, stop))
          for (const piece of pieces) {
            expect(piece.raw).not.toBe('')
            if (piece.kind === 'rejected') continue
            if (piece.question.trim() === '' || piece.answer.trim() === '') throw new RangeError(piece.raw)
            expect(piece.question.includes('<QUE>') || piece.answer.includes('<ANS>')).toBe(false)
          }
        }),
        { numRuns: ANSWERS.numRuns },
      )
    },
    ANSWERS.limitMs,
  )

  it.each([
    ['questions', '<QUE> '],
    ['openings', '<'],
    ['white space', ' '],
    ['line ends', '\n'],
    ['marks', '**'],
    ['fences', '\n```'],
    ['digits', '7'],
    ['pairs', '<QUE> q <ANS> a </END>'],
  ])('PARSE1: time is linear in %s, also unit by unit', (_, unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length))
    const start = performance.now()
    for (const settings of [STRICT, TOLERANT]) {
      parse(`<QUE> a ${text} <ANS> b ${text} </END>`, settings)
      const parser = createTagParser(settings)
      for (const character of text) parser.push(character)
      parser.finish('stop')
    }
    expect(performance.now() - start).toBeLessThan(4_000)
  })
})
