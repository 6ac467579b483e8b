import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLittle, saysSomething } from '#core/verification/support/little-words'
import { foldMarks, foldWord, stem, tokensOf } from '#core/verification/support/tokens'
import { runs } from '#test/support/runs'

const TEXTS = runs(20_000, 30_000)

/** What a token is, in one expression: slower than what is tested, and easier to read. */
const TOKEN =
  /(\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d\u2060])(?:[.,]\d+)?|\d[\d\u2060]*(?:[.,'’]\d[\d\u2060]*)*)|([〇零一二两三四五六七八九十百千万亿廿卅兩萬億壹贰叁肆伍陆柒捌玖拾佰仟]+(?=两(?![〇零一二两三四五六七八九十百千万亿廿卅兩萬億壹贰叁肆伍陆柒捌玖拾佰仟]))|[〇零一二两三四五六七八九十百千万亿廿卅兩萬億壹贰叁肆伍陆柒捌玖拾佰仟]+|半)|([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])|((?![\u2e80-\u9fff\uf900-\ufaff]|[\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}])\p{L}(?:(?![\u2e80-\u9fff\uf900-\ufaff]|[\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}]|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\d])*(?:['’]\p{Ll}{1,3}(?!\p{L}))?)|(\S)/gu

function expected(folded: string): unknown[] {
  const found = [...folded.matchAll(TOKEN)].map(
    ({ 0: text, 1: number, 2: numeral, 3: han, 4: word, index: start }) => ({
      kind:
        word !== undefined
          ? 'word'
          : number !== undefined
            ? 'number'
            : numeral !== undefined
              ? 'numeral'
              : han !== undefined
                ? 'han'
                : 'mark',
      text,
      word: word === undefined ? text : foldWord(text),
      stem: word === undefined ? text : stem(foldWord(text)),
      term: null,
      says: word !== undefined && saysSomething(foldWord(text)),
      start,
      end: start + text.length,
    }),
  )
  return found.map((token, i) => {
    const next = found[i + 1]
    if (token.kind === 'word') return { ...token, term: isLittle(token.word) ? null : token.stem }
    const isTwo = token.kind === 'han' && next?.kind === 'han' && next.start === token.end
    return { ...token, term: isTwo ? token.text + next.text : null }
  })
}

describe('tokens of a text', () => {
  it.each([
    'In 1759 the tower’s 1 000 steps, 1,085.5 °C and 3/4 of it.',
    "It didn't rain; l'été, rock'n'roll, O’Neil’s 2nd iPhone6",
    '二〇二四年，半数约一百二十人在カタカナとひらがな々〻〇里。',
    '五两肉、一百二十两银、两两相对、三两百，两',
    '𠀀𠀁字 𝒳y 𛀀 é́ क्षि 한국어 12\u206034\u2060 5’000 a\u0301b',
    '\ud800 lone \udc00 \ufeff\u2060',
  ])('are those of one expression: %j', text => {
    const folded = foldMarks(text)
    expect(tokensOf(folded, 1_000)).toEqual(expected(folded))
  })

  it(
    'are those of one expression for whatever text, and no more than asked for',
    () => {
      const unit = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom(
          '12',
          '1,',
          ' 000',
          '’s',
          "'ve",
          '半',
          '三百',
          '\u2060',
          '々',
          '𠀀',
          'é',
          '\u0301',
          'ー',
          '\u00a0',
          '１２',
        ),
      )
      fc.assert(
        fc.property(fc.array(unit, { maxLength: 12 }), fc.integer({ min: 0, max: 8 }), (parts, limit) => {
          const folded = foldMarks(parts.join(''))
          const all = expected(folded)
          expect(tokensOf(folded, 1_000)).toEqual(all)
          expect(tokensOf(folded, limit)).toEqual(all.slice(0, limit))
        }),
        { numRuns: TEXTS.numRuns },
      )
    },
    TEXTS.limitMs,
  )

  it('are those of one expression for every character', () => {
    for (let code = 0; code <= 0x3ffff; code += 1) {
      if (code >= 0x10000 && code % 7 !== 0) continue
      const text = `a${String.fromCodePoint(code)}1`
      const found = JSON.stringify(tokensOf(text, 9))
      if (found !== JSON.stringify(expected(text)))
        expect([code, found]).toEqual([code, JSON.stringify(expected(text))])
    }
  }, 30_000)
})
