import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { support } from '#core/verification/support'
import { asWritten, simplified } from '#core/verification/support/traditional'
import { judged, judgement } from './judged'

const PASSAGE = '廟前的石獅重兩千斤，由匠人羅錦堂雕了三個月。獅口裡的圓球週日才拿得出來，鎮上的孩子都來搶。'

const chinese = (instruction: string, response: string): string =>
  judged(support, { instruction, response }, { passageText: PASSAGE, passageLanguage: 'zh' })

describe('traditional characters', () => {
  it('SUPPORT15: every rule holds for them as for simplified ones, in either text', () => {
    expect(chinese('石獅重多少？', '石獅重一噸。')).toBe('pass supported')
    expect(chinese('石狮重多少？', '石狮重两千斤。')).toBe('pass supported')
    expect(chinese('石獅雕了多久？', '雕了五個月。')).toBe('fail number-differs')
    expect(chinese('石狮雕了多久？', '雕了五个月。')).toBe('fail number-differs')
    expect(chinese('圓球什麼時候拿得出來？', '週五才拿得出來。')).not.toBe('pass supported')
  })

  it('SUPPORT15: what is found is named as it was written', () => {
    const found = judgement(
      support,
      { instruction: '石獅雕了多久？', response: '雕了五個月。' },
      { passageText: PASSAGE, passageLanguage: 'zh' },
    )
    expect(found.values).toEqual({ said: '五個月', passage: '三個月' })
    expect(asWritten('五个月', ['雕了五個月', '五个月'])).toBe('五个月')
    expect(asWritten('五个月', ['三天', '雕了五個月'])).toBe('五個月')
    expect(asWritten('nowhere', [PASSAGE])).toBe('nowhere')
  })

  it('SUPPORT15: places stay where they are, and what is simplified stays as it is', () => {
    expect(simplified('乾隆年間著書，後來裏外兩層')).toBe('乾隆年间著书，后来里外两层')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const read = simplified(text)
        expect(read).toHaveLength(text.length)
        expect(simplified(read)).toBe(read)
      }),
    )
  })
})
