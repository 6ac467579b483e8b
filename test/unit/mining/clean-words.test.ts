import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanWords } from '#core/mining/clean-words'

const PLAIN = 'Water that is heated in a closed vessel turns to steam and fills it wholly'
const ZH = '水在密闭容器中加热以后会变成蒸汽并且充满整个容器'

/** What is debris wherever it stands, and what is debris only beside its neighbours. */
const MARKS = '#*|[]{}<>`\\^~=•·†‡§¶©®™…→⌘■★⭐😀\uFFFD\uFFFC\u0007\n\t'
const DEBRIS = [
  ...Array.from(MARKS),
  'x://y', 'www.here', 'at @home', ' ... ', 'a -- b', ' () ', '( )', 'i_1', '__', ' , .', 'word . ', 'here ; there', 'vesse. and then',
  '(Anna 1988): 12', '（ ）', '（，', '(;', ' 12 345 678 9', '1 000 000 0', '$x', 'US$ ',
] as const // biome-ignore format: a list

const HARMLESS = ['12,345', '3.5', 'e.g.', 'a: b', 'a; b', '“so”', '‘so’', 'so-called', 'and – so', 'a — b', '$5', 'é, ü', '(so)', 'No. 5', '《书》', '「书」', '，而', '、又', '：即', '（书）'] as const // biome-ignore format: a list

describe('MINE6: clean words', () => {
  it.each(DEBRIS)('%j is debris at every place', debris => {
    for (const words of [PLAIN, ZH]) {
      expect(cleanWords(words)).toBe(true)
      for (let at = 1; at < words.length; at++) {
        expect(cleanWords(`${words.slice(0, at)} ${debris} ${words.slice(at)}`), `${debris} at ${at}`).toBe(false)
      }
    }
  })

  it.each([' -', ' –', ' — ', '-  '])('a dash that is left over at an end is debris: %j', dash => {
    expect(cleanWords(`${PLAIN}${dash === '-  ' ? ` ${dash}` : dash}`)).toBe(false)
  })

  it.each(HARMLESS)('%j is none', words => {
    expect(cleanWords(`${PLAIN} ${words} and so on`)).toBe(true)
    expect(cleanWords(`${ZH}${words}${ZH}`)).toBe(true)
  })

  it('any debris is found among any harmless words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...HARMLESS, PLAIN, ZH), { maxLength: 6 }),
        fc.constantFrom(...DEBRIS),
        fc.array(fc.constantFrom(...HARMLESS, PLAIN, ZH), { maxLength: 6 }),
        (before, debris, after) => !cleanWords([PLAIN, ...before, debris, ...after].join(' ')),
      ),
    )
  })
})
