import { describe, expect, it } from 'vitest'
import type { Draft } from '#core/synthesis/pair'
import { leak } from '#core/verification/leak'
import { judged, judgement, milliseconds } from './judged'

const look = (changes: Partial<Draft>, passageText = 'Oak burns slowly.'): string =>
  judged(leak, changes, { passageText })

const LEANING_EN = [
  'According to the passage, oak burns slowly.',
  'According to the provided text, oak burns slowly.',
  'Based on the given context, oak burns slowly.',
  'Based on the text above, they chose oak.',
  'The passage states that oak burns slowly.',
  'The text also mentions pine.',
  'The article does not say why.',
  'As mentioned above, oak burns slowly.',
  'As stated in the document, oak burns slowly.',
  'Oak, as described earlier, burns slowly.',
  'The aforementioned keepers chose oak.',
  'In this document, oak is recommended.',
  'Which wood is named in the passage?',
  'The author says that oak is better.',
  'What does the author argue about oak?',
  'Oak burns slowly, as shown in the text.',
  'The material says that oak burns slowly.',
  'The context does not mention pine.',
]
const LEANING_ZH = [
  '根据上文，橡木烧得慢。',
  '根据文章内容，守塔人为什么选橡木？',
  '根据材料，橡木烧得慢。',
  '文中提到橡木烧得慢。',
  '上述段落说明了橡木的优点。',
  '本文指出橡木更好。',
  '如上所述，橡木烧得慢。',
  '正如前文所述，橡木更好。',
  '作者认为橡木更好。',
  '这段文字主要讲了什么木材？',
  '原文中没有提到松木。',
  '以上内容说明橡木烧得慢。',
  '参考资料显示，橡木烧得慢。',
  '由上文可知，橡木烧得慢。',
  '材料中说，橡木烧得慢。',
  '据材料中记载，橡木烧得慢。',
  '在资料里写着：橡木烧得慢。',
  '段落中描述，橡木烧得慢。',
  '文档里还说，橡木烧得慢。',
  '材料说橡木烧得慢。',
]
const SOUND = [
  'According to Newton, force is mass times acceleration.',
  'Who sent the text message?',
  'How is the document type declared?',
  'The page layout has two columns.',
  'The report was written in 1822 and states the cost of the tower.',
  'Temperatures above the freezing point are common.',
  'He stated above all that oak burns slowly.',
  'Contextual menus open on a right click.',
  'A paragraph ends with a blank line.',
  '根据牛顿定律，力等于质量乘以加速度。',
  '中文中有许多四字词语。',
  '文本文件用什么编码？',
  '版本文档由谁维护？',
  '根据材料的强度选择厚度。',
  '按照说明书安装水泵。',
  '作文中的人物是谁？',
  '宣传材料中写着展览的时间。',
  '绝缘材料说明书放在盒子里。',
  '这种材料显示出很好的弹性。',
  '公司资料说法不一。',
  'The material is heated until it melts.',
  'Reading the context menu needs a second click.',
]

describe('leak', () => {
  it.each(LEANING_EN)('LEAK1: fails alone, a doubt with its passage: %s', words => {
    expect(look({ response: words, needsPassage: false })).toBe('fail leak-alone')
    expect(look({ response: words })).toBe('doubt leak')
    expect(look({ instruction: words })).toBe('doubt leak')
  })

  it.each(LEANING_ZH)('LEAK2: fails alone, a doubt with its passage: %s', words => {
    expect(look({ response: words, needsPassage: false })).toBe('fail leak-alone')
    expect(look({ instruction: words })).toBe('doubt leak')
  })

  it.each(SOUND)('LEAK2, LEAK4: passes: %s', words => {
    expect(look({ response: words, needsPassage: false })).toBe('pass no-leak')
    expect(look({ instruction: words })).toBe('pass no-leak')
  })

  it('LEAK1: looks at the steps as well, and says which words and where', () => {
    const draft = { reasoning: 'According to the passage, oak burns slowly.' }
    expect(look(draft)).toBe('doubt leak')
    expect(judgement(leak, draft).values).toEqual({
      phrase: 'According to the passage',
      part: 'reasoning',
    })
  })

  it.each(['title', 'section', 'summary'])('LEAK3: a pair about the text itself may speak of it: %s', task => {
    expect(look({ task, instruction: 'Suggest a title for the passage above.', needsPassage: false })).toBe(
      'pass no-leak',
    )
  })

  it('LEAK3: so may one that asks to work on it, where the text is there', () => {
    expect(look({ instruction: 'Summarize the passage in one sentence.' })).toBe('pass no-leak')
    expect(look({ instruction: '用一句话概括这段文字的大意。' })).toBe('pass no-leak')
    expect(look({ instruction: 'Summarize the given passage.', needsPassage: false })).toBe('fail leak-alone')
  })

  it('LEAK4: what the passage calls so itself is a thing in it', () => {
    const words = { response: 'The author says that the key is optional.', needsPassage: false }
    expect(look(words)).toBe('fail leak-alone')
    expect(look(words, 'The author of a module signs it. The author says which keys are optional.')).toBe(
      'pass no-leak',
    )
    expect(look({ response: '作者认为橡木更好。' }, '《灯塔》的作者是一位守塔人。')).toBe('pass no-leak')
  })

  it('LEAK5: a megabyte of beginnings costs no more than what is read', () => {
    for (const unit of ['according to the ', 'the passage ', 'as mentioned ', '根据上述', '本文', '作者'])
      expect(milliseconds(() => look({ response: unit.repeat(1_000_000 / unit.length) }))).toBeLessThan(150)
  })
})
