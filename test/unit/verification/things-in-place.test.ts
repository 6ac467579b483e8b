import { describe, expect, it } from 'vitest'
import { support } from '#core/verification/support'
import { judged } from './judged'

const ENGLISH = `The green lamp was lit by the warden Otto Brandt and the blue lamp by the cook Elsa Wirth. The warden feeds the goats with hay, the cook the hens with barley. The bakery sells rye bread; the dairy sells cheese. Rita Falk wrote to Ivo Senn and left the island. The rope is kept in the attic. The oars are not kept in the shed.`
const CHINESE =
  '绿灯由看守人白立诚点亮，蓝灯由厨师艾文秀点亮。看守人用干草喂山羊，厨师用大麦喂母鸡。面包坊卖面包，奶坊卖奶酪。北楼比南楼高，建于山顶。绳子放在楼梯下面。船桨不放在棚屋里。'

const english = (instruction: string, response: string): string =>
  judged(support, { instruction, response }, { passageText: ENGLISH })
const chinese = (instruction: string, response: string): string =>
  judged(support, { instruction, response }, { passageText: CHINESE, passageLanguage: 'zh' })

const RIGHT = 'pass supported'

describe('things in the place of others', () => {
  it('SUPPORT14: who does it, behind which word, in the active and in the passive', () => {
    expect(english('Who lit the green lamp?', 'Otto Brandt lit the green lamp.')).toBe(RIGHT)
    expect(english('Who lit the blue lamp?', 'It was lit by Elsa Wirth.')).toBe(RIGHT)
    expect(english('What does the dairy sell?', 'The dairy sells cheese.')).toBe(RIGHT)
    expect(english('Where is the rope kept?', 'It is kept in the attic.')).toBe(RIGHT)
    expect(english('Which shop sells cheese?', 'The bakery sells cheese.')).not.toBe(RIGHT)
    expect(english('Who sells rye bread?', 'Rye bread is sold by the dairy.')).not.toBe(RIGHT)
    expect(english('Where is the rope kept?', 'It is kept in the dairy.')).not.toBe(RIGHT)
  })

  it('SUPPORT14: a clause without a subject takes the name that opens its sentence', () => {
    expect(english('Who left the island?', 'Rita Falk left the island.')).toBe(RIGHT)
    expect(english('Who left the island?', 'Ivo Senn left the island.')).toBe('doubt words-differ')
    expect(chinese('哪座楼建于山顶？', '北楼建于山顶。')).toBe(RIGHT)
    expect(chinese('哪座楼建于山顶？', '南楼建于山顶。')).toBe('doubt words-differ')
  })

  it('SUPPORT14: in Chinese what stands between, before and behind the same characters', () => {
    expect(chinese('绿灯由谁点亮？', '绿灯由白立诚点亮。')).toBe(RIGHT)
    expect(chinese('奶坊卖什么？', '奶酪。')).toBe(RIGHT)
    expect(chinese('谁用大麦喂母鸡？', '是厨师。')).toBe(RIGHT)
    expect(chinese('绿灯由谁点亮？', '绿灯由艾文秀点亮。')).not.toBe(RIGHT)
    expect(chinese('奶坊卖什么？', '奶坊卖面包。')).not.toBe(RIGHT)
    expect(chinese('谁用大麦喂母鸡？', '看守人用大麦喂母鸡。')).not.toBe(RIGHT)
  })

  it('SUPPORT16: all that a response adds is strange', () => {
    expect(english('What is kept in the attic?', 'The rope.')).toBe(RIGHT)
    expect(english('What is kept in the attic?', 'A ladder.')).toBe('doubt name-unknown')
    expect(chinese('绳子放在什么下面？', '绳子放在楼梯下面。')).toBe(RIGHT)
    expect(chinese('绳子放在什么下面？', '绳子放在货架下面。')).not.toBe(RIGHT)
  })

  it('SUPPORT17: one of a kind in the place of another', () => {
    expect(english('Which lamp did Otto Brandt light?', 'He lit the green one.')).toBe(RIGHT)
    expect(english('Which lamp did Elsa Wirth light?', 'The yellow one.')).not.toBe(RIGHT)
    expect(english('What does the bakery sell?', 'It sells wheat bread.')).toBe('doubt words-differ')
    expect(chinese('厨师用什么喂母鸡？', '厨师用大麦喂母鸡。')).toBe(RIGHT)
    expect(chinese('厨师用什么喂母鸡？', '喂的是小麦。')).not.toBe(RIGHT)
  })

  it('SUPPORT10: what is said only with a denial, in any order of words', () => {
    expect(english('Are the oars kept in the shed?', 'No, they are not kept there.')).toBe(RIGHT)
    expect(english('Where are the oars?', 'In the shed the oars are kept.')).toBe('doubt negation-differs')
    expect(english('What about the rope?', 'In the attic the rope is not kept.')).toBe('doubt negation-differs')
    expect(chinese('船桨放在棚屋里吗？', '不，船桨不放在那里。')).toBe(RIGHT)
    expect(chinese('船桨在哪里？', '人们把船桨放在棚屋里。')).toBe('doubt negation-differs')
  })
})
