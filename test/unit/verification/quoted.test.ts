import { describe, expect, it } from 'vitest'
import type { Language } from '#core/documents/document'
import { support } from '#core/verification/support'
import { judged } from './judged'

const ENGLISH = `Captain Ferris brought the mail from Selby twice a week. His sister, Ada Ferris, kept the accounts of the house for eleven years. The inn had nine rooms then. In the winter of 1884 the river froze, and the mail came by sledge. Old Tom Wickes mended the sledge three times that season. A boy named Peter Lunn carried the letters up the hill for two pence a day. After the thaw a new bridge was built in five months. The vicar praised it from the pulpit. Nobody in Selby had seen a longer one. The toll was fixed at four pence, and the keeper, Silas Brand, was given a house rent-free for seven years.`
const CHINESE =
  '船长傅连生每周两次从沙埠送信。他的妹妹傅小梅管了十一年账。那时客栈有九间房。1884年冬天河面结冰，邮件改用雪橇运送。老工匠魏大年那一季把雪橇修了三次。少年彭立把信送上山，每天得两文钱。' +
  '冰化以后，新桥用五个月建成。牧师在讲坛上称赞了它。镇上没有人见过更长的桥。过桥费定为四文，守桥人白守礼可以免费住七年。'

function asking(passageText: string, passageLanguage: Language) {
  return (instruction: string, response: string, quote: string): string => {
    const start = passageText.indexOf(quote)
    expect(start).toBeGreaterThanOrEqual(0)
    const evidence = [{ start, end: start + quote.length, how: 'quoted' as const }]
    return judged(support, { instruction, response, evidence }, { passageText, passageLanguage })
  }
}

const english = asking(ENGLISH, 'en')
const chinese = asking(CHINESE, 'zh')
const RIGHT = 'pass supported'

describe('what the writer names as its source', () => {
  it('SUPPORT35: a name that is asked for stands there, or before it', () => {
    const thaw = 'mended the sledge three times that season'
    expect(english('Who repaired the sledge?', 'It was Tom Wickes who repaired it.', thaw)).toBe(RIGHT)
    expect(english('Who repaired the sledge?', 'It was Silas Brand who repaired it.', thaw)).not.toBe(RIGHT)
    const house = 'was given a house rent-free for seven years'
    expect(english('Who could live in a house for nothing?', 'Silas Brand could do so.', house)).toBe(RIGHT)
    expect(english('Who could live in a house for nothing?', 'Peter Lunn could do so.', house)).not.toBe(RIGHT)
    expect(chinese('修雪橇的人是谁？', '修雪橇的人是魏大年。', '那一季把雪橇修了三次')).toBe(RIGHT)
    expect(chinese('修雪橇的人是谁？', '修雪橇的人是白守礼。', '那一季把雪橇修了三次')).not.toBe(RIGHT)
    expect(chinese('谁可以白住房子？', '白住房子的是白守礼。', '可以免费住七年')).toBe(RIGHT)
    expect(chinese('谁可以白住房子？', '白住房子的是傅小梅。', '可以免费住七年')).not.toBe(RIGHT)
  })

  it('SUPPORT35: whom a sentence calls he or she, the one before may name; and other questions ask for no name', () => {
    expect(english('Whose sister did the books?', 'She was the sister of Captain Ferris.', 'kept the accounts')).toBe(
      RIGHT,
    )
    expect(
      english(
        'Why did the mail come by sledge?',
        'The river had frozen, so Captain Ferris could not sail.',
        'the river froze',
      ),
    ).toBe(RIGHT)
  })

  it('SUPPORT35: a number stands there, where one of its kind does', () => {
    const built = 'a new bridge was built in five months'
    expect(english('How long did building the bridge take?', 'It took five months.', built)).toBe(RIGHT)
    expect(english('How long did building the bridge take?', 'It took all of seven years.', built)).not.toBe(RIGHT)
    const sledge = 'mended the sledge three times that season'
    expect(english('How often was the sledge repaired?', 'It had to be repaired three times.', sledge)).toBe(RIGHT)
    expect(english('How often was the sledge repaired?', 'Nine times it had to be repaired.', sledge)).not.toBe(RIGHT)
    expect(chinese('造桥花了多久？', '造桥花了五个月。', '新桥用五个月建成')).toBe(RIGHT)
    expect(chinese('造桥花了多久？', '造桥花了七年。', '新桥用五个月建成')).not.toBe(RIGHT)
  })

  it('SUPPORT35: numbers of another kind, and several of one, tell nothing', () => {
    const boy = 'A boy named Peter Lunn carried the letters up the hill for two pence a day.'
    expect(english('When did Peter Lunn carry letters?', 'He carried them in the winter of 1884.', boy)).toBe(RIGHT)
    const both =
      'The toll was fixed at four pence, and the keeper, Silas Brand, was given a house rent-free for seven years.'
    expect(english('How many rooms had the inn?', 'The inn had nine rooms.', both)).toBe(RIGHT)
    expect(chinese('客栈有几间房？', '客栈有九间房。', '邮件改用雪橇运送')).toBe(RIGHT)
  })
})
