import { describe, expect, it } from 'vitest'
import { support } from '#core/verification/support'
import { judgement, milliseconds } from './judged'

const EN =
  'The mill of Ossen ground 48 tonnes of rye and 9 tonnes of oats in 1998. It has 6 stones, and each of them weighs 350 kilograms. It was run by the Harms family from 1921 to 1960. A tonne of rye costs 210 crowns. Of the 80 sacks that were sold, 20 went abroad.'
const ZH =
  '奥森磨坊1998年磨了48吨黑麦和9吨燕麦。它有6块磨石，每块重350公斤。从1921年到1960年由哈姆斯家经营。一吨黑麦210元。卖出的80袋里有20袋运到国外。'

function reasonOf(passageText: string, instruction: string, response: string, reasoning: string | null): string {
  const passageLanguage = passageText === EN ? 'en' : 'zh'
  return judgement(support, { instruction, response, reasoning }, { passageText, passageLanguage }).reason
}

describe('what the words of a pair reckon out', () => {
  it.each<[string, string, string, string, string | null]>([
    [EN, 'How much more rye than oats was ground?', '39 tonnes', 'It ground 48 and 9 tonnes. 48 minus 9 is 39.', 'x'],
    [EN, 'How much was ground in all?', '57 tonnes', '48 tonnes + 9 tonnes = 57 tonnes.', 'x'],
    [EN, 'What do the stones weigh together?', '2.1 tonnes', '6 × 350 kg = 2,100 kg, which is 2.1 tonnes.', 'x'],
    [EN, 'What does the rye cost?', '10,080 crowns', '48 times 210 is 10,080.', 'x'],
    [EN, 'What share of the sacks went abroad?', '25 %', '20 divided by 80 is 25 %.', 'x'],
    [EN, 'What share of the sacks went abroad?', 'a quarter', '20 / 80 = 0.25, a quarter.', 'x'],
    [EN, 'How much rye did a stone grind?', 'about 8 tonnes', '48 ÷ 6 = 8.', 'x'],
    [EN, 'How long did the Harms family run it?', 'The Harms family ran it for 39 years, from 1921 to 1960.', '', null],
    [EN, 'How long did the Harms family run it?', 'From 1921 to 1960, about 40 years.', '', null],
    [
      EN,
      'What happened between 1921 and 1960?',
      'Between 1921 and 1960, 6 stones ground rye for the Harms family.',
      '',
      null,
    ],
    [ZH, '黑麦比燕麦多磨了多少？', '39吨', '48减9等于39。', 'x'],
    [ZH, '一共磨了多少？', '57吨', '48吨加9吨是57吨。', 'x'],
    [ZH, '磨石一共多重？', '2100公斤', '6乘以350等于2100。', 'x'],
    [ZH, '运到国外的占多少？', '25%', '20除以80等于0.25，也就是25%。', 'x'],
    [ZH, '哈姆斯家经营了多久？', '从1921年到1960年，一共39年。', '', null],
    [ZH, '哈姆斯家经营了多久？', '39年，从1921年到1960年。', '', null],
  ])('SUPPORT28: what comes out passes: %s %s', (passage, question, answer, steps, has) => {
    expect(reasonOf(passage, question, answer, has === null ? null : steps)).toBe('supported')
  })

  it.each<[string, string, string, string, string | null]>([
    [EN, 'How much more rye than oats was ground?', '29 tonnes', 'It ground 48 and 9 tonnes. 48 minus 9 is 29.', 'x'],
    [EN, 'How much was ground in all?', '59 tonnes', '48 tonnes + 9 tonnes = 59 tonnes.', 'x'],
    [EN, 'What does the rye cost?', '10,800 crowns', '48 times 210 is 10,800.', 'x'],
    [EN, 'How much rye did a stone grind?', '9 tonnes', '48 ÷ 6 = 9.', 'x'],
    [EN, 'How long did the Harms family run it?', 'The Harms family ran it for 48 years, from 1921 to 1960.', '', null],
    [EN, 'How long did the Harms family run it?', 'From 1921 to 1960, so 48 years.', '', null],
    [ZH, '黑麦比燕麦多磨了多少？', '38吨', '48减9等于38。', 'x'],
    [ZH, '一共磨了多少？', '56吨', '48吨加9吨是56吨。', 'x'],
    [ZH, '磨石一共多重？', '2800公斤', '6乘以350等于2800。', 'x'],
    [ZH, '哈姆斯家经营了多久？', '从1921年到1960年，一共48年。', '', null],
    [ZH, '哈姆斯家经营了多久？', '48年，从1921年到1960年。', '', null],
  ])('SUPPORT28: what does not come out is doubted or fails: %s %s', (passage, question, answer, steps, has) => {
    expect(reasonOf(passage, question, answer, has === null ? null : steps)).not.toBe('supported')
  })

  it('SUPPORT12, SUPPORT28: a long row of sums is read in no time', () => {
    const long = '1 + 1 = 2 and from 1921 to 1960, so 39 years, '.repeat(4_000)
    expect(milliseconds(() => reasonOf(EN, long, long, long))).toBeLessThan(400)
  })
})
