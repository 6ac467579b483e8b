import { describe, expect, it } from 'vitest'
import { answerTokens, tokenF1 } from '#core/evaluation/token-f1'

describe('token F1', () => {
  it('SCORE1: lower case, punctuation, articles and white space, in the order of SQuAD', () => {
    expect(answerTokens('  The  "Stepped" lens, an  invention of A. Fresnel! ', 'en')).toEqual([
      'stepped',
      'lens',
      'invention',
      'of',
      'fresnel',
    ])
    // Punctuation goes first: what it joined stays joined, and a word that only holds an article keeps it.
    expect(answerTokens('well-known 3.5 theatre', 'en')).toEqual(['wellknown', '35', 'theatre'])
    expect(answerTokens('ＡＢ１２', 'en')).toEqual(['ab12'])
  })

  it('SCORE2: Chinese by characters, other scripts in it by words', () => {
    expect(answerTokens('锅温在 200 度、约 GPU。', 'zh')).toEqual(['锅', '温', '在', '200', '度', '约', 'gpu'])
  })

  it('SCORE3: figures worked out by hand', () => {
    // 3 in common of 4 and 3: 2·3 / 7.
    expect(tokenF1('in the year 1822 AD', 'the year 1822, in', 'en')).toBeCloseTo(6 / 7, 12)
    // "very" counts twice at most where one says it twice: 2 common of 3 and 2.
    expect(tokenF1('very very bright', 'very bright', 'en')).toBeCloseTo(4 / 5, 12)
    // 石桥建于 of six and seven characters.
    expect(tokenF1('石桥建于一六', '石桥建于二七八', 'zh')).toBeCloseTo(8 / 13, 12)
    expect(tokenF1('Oak.', 'pine', 'en')).toBe(0)
    expect(tokenF1('oak', 'The oak!', 'en')).toBe(1)
  })

  it('SCORE3: answers that say nothing agree with one another alone', () => {
    expect(tokenF1('the', '...', 'en')).toBe(1)
    expect(tokenF1('', 'oak', 'en')).toBe(0)
    expect(tokenF1('。', '', 'zh')).toBe(1)
  })

  it('SCORE3: a megabyte takes less than a second', () => {
    const long = 'word and another one '.repeat(50_000)
    const began = performance.now()
    expect(tokenF1(long, `${long} more`, 'en')).toBeGreaterThan(0.99)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
