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
  'The text above names oak.',
  'The authors of the text found that oak burns slowly.',
  'In section 3 of the document, oak is recommended.',
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
  '材料显示，橡木烧得慢。',
  '根據這段文字的介紹，橡木燒得慢。',
]
/** What texts and their writers do besides saying. */
const LEANING_OTHERWISE = [
  'The author lists three reasons for oak.',
  'Which woods does the author compare?',
  'The text gives two reasons for oak.',
  'The article called oak the better wood.',
  'The passage compares oak with pine.',
  'How does the writer describe the tower?',
  'Two kinds of wood are named by the author.',
  'Oak is the wood that was recommended by the article.',
  'The narrator then recalls the first winter.',
  'The document also warns of wet pine.',
  'What does the passage suggest about oak?',
  '作者列出的木材有橡木和松木。',
  '作者把橡木和松木作了比较。',
  '作者用哪些例子说明橡木烧得慢？',
  '作者为什么推荐橡木？',
  '笔者建议守塔人用橡木。',
  '由文章可知，橡木烧得慢。',
  '从短文中可以看出，橡木烧得慢。',
  '从原文来看，橡木更好。',
  '文章列举了两种木材。',
  '文章开头讲的是哪种木材？',
  '据材料可知，橡木烧得慢。',
  '作者在结尾提出了什么建议？',
  '课文主要介绍了哪两种木材？',
]
const SOUND_OTHERWISE = [
  'The section names are written in capitals.',
  'Who is the author of the handbook?',
  'The author was born in Leeds in 1901.',
  'The author of the report lists three causes.',
  'The writer gave his house to the town.',
  'Articles are listed by price.',
  'The narrator of the film was Ann Crowe.',
  '《守塔人》的作者列出了三种木材。',
  '这首歌的作者是谁？',
  '作者用户名在右上角显示。',
  '作者列表按姓氏排序。',
  '由文化馆可知开放时间。',
  '这份杂志的文章由谁审稿？',
  '他的论文比较了两种木材。',
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

  it.each(LEANING_OTHERWISE)('LEAK9: fails alone, a doubt with its passage: %s', words => {
    expect(look({ response: words, needsPassage: false })).toBe('fail leak-alone')
    expect(look({ instruction: words })).toBe('doubt leak')
  })

  it.each(SOUND_OTHERWISE)('LEAK9: passes: %s', words => {
    expect(look({ response: words, needsPassage: false })).toBe('pass no-leak')
    expect(look({ instruction: words })).toBe('pass no-leak')
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
