import { describe, expect, it } from 'vitest'
import type { Draft } from '#core/synthesis/pair'
import { checkDraft } from '#core/verification/checks'
import { createJudge } from '#core/verification/judge'
import { reasonText } from '#core/verification/reasons'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { RESTATING } from './restating-cases'

const passageText = 'Oak burns slowly, so the keepers chose oak. Pine was plentiful.'

const good: Draft = {
  instruction: 'Why did the keepers choose oak?',
  response: 'The keepers chose oak because it burns slowly.',
  options: null,
  reasoning: null,
  task: 'cause',
  form: 'open',
  needsPassage: true,
  evidence: [{ start: 0, end: 43, how: 'quoted' }],
}

function judge(changes: Partial<Draft>, name: string, context: Partial<Parameters<typeof checkDraft>[1]> = {}) {
  const checks = checkDraft(
    { ...good, ...changes },
    {
      passageText,
      passageLanguage: 'en',
      detect: () => 'en',
      id: 'this',
      ...context,
    },
  )
  const check = checks.find(candidate => candidate.name === name)
  return `${check?.result ?? 'none'} ${check?.reason ?? ''}`
}

describe('completeness', () => {
  it('passes a whole pair', () => expect(judge({}, 'completeness')).toBe('pass complete'))

  it.each(['', '  ', '…!'])('CHECK1: %j as a half fails', words => {
    expect(judge({ instruction: words }, 'completeness')).toBe('fail empty-instruction')
    expect(judge({ response: words }, 'completeness')).toBe('fail empty-response')
  })

  it('CHECK2: an echo fails, whatever its punctuation', () => {
    expect(judge({ response: 'why did the keepers choose OAK' }, 'completeness')).toBe('fail echo')
  })

  it.each(['It is **bold**.', 'See [here](x).', 'A <b>tag</b>.', '# Title\nText.', '```js\nx\n```', '| a | b |'])(
    'CHECK3: markup debris is a doubt: %j',
    response => expect(judge({ response }, 'completeness')).toBe('doubt markup'),
  )

  it.each([
    'Oak burns slowly. So the keepers',
    'Oak burns slowly,',
    '橡木燃烧慢。因此守塔人',
    'The keepers chose oak because it burns slowly and it gives',
    'It was carried from a valley and the',
    'They burned oak and pine and inter-',
    'The keepers used these woods:',
    'The keepers burned oak because …',
    'They said that “oak burns slowly.',
    'They burned oak (which burns slowly.',
    'He said "oak burns slowly.',
    'Run this.\n```\nnpm start',
    '看守人选择橡木，因为橡木燃烧得慢，烟也',
    '看守人选择了橡木和',
    '燃料从内陆运来，每一车都要经过荒原上那条狭窄的道路才能到达海岸边的灯塔和码头',
    '步骤如下：',
  ])('CHECK4: a cut-off response is a doubt: %j', response =>
    expect(judge({ response }, 'completeness')).toBe('doubt cut-off'),
  )

  it.each([
    '1822',
    'Oak',
    'oak and pine',
    '橡木',
    '“Oak.”',
    '他们选择了橡木。',
    'by carrying it forty miles from the valley inland',
    'oak, pine, beech and ash',
    '- oak\n- pine\n- beech and ash',
    'First, cut it. Then:\n1. Dry it\n2. Burn it',
    'The interval is [0, 1).',
    'A pipe of 5" is used.',
    '由花岗岩砌成的四十米高的塔',
    '北门停车场 → 旧水磨坊 → 竹林 → 垭口 → 山脊 → 望云台 → 东坡 → 北门停车场',
    'North gate → mill → the bamboo grove → ridge that was burned → summit → east slope → north gate again',
    '“慢慢燃烧”的橡木。',
  ])('CHECK5: a short or ended response passes: %j', response =>
    expect(judge({ response }, 'completeness')).toBe('pass complete'),
  )

  it('CHECK5: an option, and a line of the passage, is whole as it stands', () => {
    const long = 'The keepers chose oak because it burned slowly all the night'
    expect(judge({ response: long }, 'completeness')).toBe('doubt cut-off')
    expect(judge({ response: long, options: [long, 'no'] }, 'completeness')).toBe('pass complete')
    expect(judge({ response: long }, 'completeness', { passageText: `# ${long}\n\nOak.` })).toBe('pass complete')
    expect(judge({ response: long }, 'completeness', { passageText: `# ${long} and more\n` })).toBe('doubt cut-off')
  })

  const GOES_ON =
    'The old keepers chose oak because it burns slowly and pine was dear. In the winter they slept in tower 3 or in tower 4. They hid the silver of firewood sellers, two loads of firewood and some old lamps. On the wall hung a picture of the keeper Amos Pell, who drew it, as the wind rose from the sea, with a burnt stick. 看守人选择了燃烧得很慢的橡木作为燃料并且把它储存起来。'
  it.each([
    ['The old keepers chose oak', 'the sentence goes on behind it'],
    ['In short, the old keepers chose oak', 'only its last words are the passage’s'],
    ['看守人选择了燃烧得很慢的橡木', 'the same in Chinese'],
    ['In the winter they slept in tower', 'a number follows'],
    ['They counted their money and hid the sil', 'in the middle of a word'],
    ['They also hid some old lam', 'the same with few letters left'],
    ['Besides the firewood they sold a picture of the keeper', 'a name follows'],
  ])('CHECK15: words of the passage that end where its sentence goes on are a doubt: %s (%s)', response =>
    expect(judge({ response }, 'completeness', { passageText: GOES_ON })).toBe('doubt cut-off'),
  )

  it.each([
    ['The old keepers chose', 'fewer than five words'],
    ['The old keepers chose oak.', 'an end mark'],
    ['The old keepers chose granite', 'not the passage’s words'],
    ['They said pine was dear', 'the sentence ends there'],
    ['As the wind rose from the sea', 'a clause ends there'],
    ['Who drew it, as the wind rose from the sea', 'a clause ends there'],
    ['They also sold some old lamp', 'a plural without its ending'],
    ['They bought two loads of fir', 'a piece that stands there in more places, and may be a word'],
    ['选择了燃烧得很', 'fewer than eight Han characters'],
    ['看守人选择了燃烧得很慢的橡木。', 'an end mark'],
  ])('CHECK15: other ends are none: %s (%s)', response =>
    expect(judge({ response }, 'completeness', { passageText: GOES_ON })).toBe('pass complete'),
  )

  it.each(RESTATING)(
    'CHECK11: a response that only says the question again is a doubt: %s %s',
    (instruction, response, wanted) => expect(judge({ instruction, response }, 'completeness')).toBe(wanted),
  )

  it.each([
    '<QUE> Why oak? <ANS> It burns slowly.',
    'It burns slowly. </END>',
    'Oak.<|im_end|>',
    '[INST] Oak. [/INST]',
    'Here are the pairs: oak and pine.',
    'Here are three question-answer pairs about oak.',
    'As an AI language model, I cannot burn oak.',
    '作为一个人工智能语言模型，我不能燃烧橡木。',
    '以下是根据材料生成的问答对：橡木。',
    'Answer: It burns slowly.',
    'It burns slowly. Question 2: Why pine?',
    '燃烧得慢。问题2：为什么是松木？',
    '###答：燃烧得慢。',
    '回答：因为橡木燃烧得慢。',
    '### Response: It burns slowly.',
    'It burns slowly.\nUser: And pine?',
  ])('CHECK12: words of prompts and models fail, unless the passage holds them: %j', response => {
    expect(judge({ response }, 'completeness')).toBe('fail prompt-leak')
    expect(judge({ instruction: response }, 'completeness')).toBe('fail prompt-leak')
    expect(judge({ response }, 'completeness', { passageText: response })).not.toBe('fail prompt-leak')
  })

  it.each(['oak and pine ', 'oak ', '橡木燃烧得慢，', 'Oak burns slowly. ', '=', 'ab'])(
    'CHECK13: going round in circles fails: %j',
    piece => {
      const response = `Oak burns slowly. ${piece.repeat(60)}`
      expect(judge({ response }, 'completeness')).toBe('fail goes-round')
      expect(judge({ response: response.slice(0, -1) }, 'completeness')).toBe('fail goes-round')
      expect(judge({ response: `It burns. ${piece.repeat(2)}` }, 'completeness')).not.toBe('fail goes-round')
    },
  )

  it('CHECK13: so do sentences that come again and again before the end', () => {
    const round = 'Oak burns slowly. Pine burns fast. '.repeat(5)
    expect(judge({ response: `${round}They chose oak.` }, 'completeness')).toBe('fail goes-round')
    const table = Array.from({ length: 12 }, (_, i) => `Tower ${i} burns oak.`).join(' ')
    expect(judge({ response: table }, 'completeness')).toBe('pass complete')
  })

  it('CHECK14: reads a hostile megabyte in no time', () => {
    const started = performance.now()
    for (const unit of ['<a ', '|', '#', '. ', '“', '，', '\n', '(', '"', '7', 'a\u0301', '\uD800', '. "'])
      for (const ends of ['', 'x']) judge({ response: `x${unit.repeat(400_000)}${ends}` }, 'completeness')
    expect(performance.now() - started).toBeLessThan(6_000)
  })
})

describe('evidence', () => {
  it.each([
    [[{ start: 0, end: 43, how: 'quoted' as const }], 'pass evidence-quoted'],
    [[{ start: 0, end: 43, how: 'nearest' as const }], 'doubt evidence-nearest'],
    [[{ start: 0, end: 43, how: 'nearest' as const, score: 0.24 }], 'doubt evidence-nearest'],
    [[{ start: 0, end: 43, how: 'nearest' as const, score: 0.26 }], 'pass evidence-aligned'],
    [[{ start: 0, end: 43, how: 'fuzzy' as const, score: 0.6 }], 'pass evidence-aligned'],
    [[{ start: 0, end: 43, how: 'nearest' as const, score: 0.33 }], 'pass evidence-aligned'],
    [[], 'doubt no-single-sentence'],
    [[{ start: 0, end: 9_999, how: 'quoted' as const }], 'fail evidence-not-in-passage'],
    [[{ start: 5, end: 5, how: 'quoted' as const }], 'fail evidence-not-in-passage'],
    [[{ start: -1, end: 5, how: 'quoted' as const }], 'fail evidence-not-in-passage'],
  ])('CHECK6, CHECK7: %j → %s', (evidence, wanted) => expect(judge({ evidence }, 'evidence')).toBe(wanted))
})

describe('evidence of what no single sentence says', () => {
  it.each([
    ['How much is left of the rent?', 'He keeps $16,250.', 'pass several-sentences'],
    ['How long may a book be kept at most?', 'For twelve weeks in all.', 'pass several-sentences'],
    ['Was she ever bitten?', 'Just once, so people say.', 'pass several-sentences'],
    ['Sum up the story.', 'An old man gives up his trade.', 'pass several-sentences'],
    ['Why is rust bad for bridges?', 'It eats away their steel, one layer at a time.', 'doubt no-single-sentence'],
    ['Was he a smoker?', 'He smoked less than others.', 'doubt no-single-sentence'],
    ['入院前体温最高到多少？', '三十八点九摄氏度。', 'pass several-sentences'],
    ['下山要花多长时间？', '要90分钟左右。', 'pass several-sentences'],
    ['排水要多久？', '大约十分钟。', 'pass several-sentences'],
    ['用一两句话概括这段故事。', '老匠人不再做琴，把铺子留给了邻居。', 'pass several-sentences'],
    ['钢索为什么会生锈？', '铁在潮湿的空气里十分容易与一种气体反应。', 'doubt no-single-sentence'],
    ['火漆是做什么用的？', '用来防止别人私自拆信，千万别弄破。', 'doubt no-single-sentence'],
  ])('CHECK7: %s %s', (instruction, response, wanted) =>
    expect(judge({ instruction, response, evidence: [] }, 'evidence')).toBe(wanted),
  )
})

describe('the threshold of alignment', () => {
  it('CHECK6: decides what passes, whatever it was when the pair was written', () => {
    const evidence = [{ start: 0, end: 43, how: 'nearest' as const, score: 0.5 }]
    const at = (aligned: number) => judge({ evidence }, 'evidence', { thresholds: { ...DEFAULT_THRESHOLDS, aligned } })
    expect(at(0.5)).toBe('pass evidence-aligned')
    expect(at(0.51)).toBe('doubt evidence-nearest')
  })
})

describe('language', () => {
  const both = `${passageText} 看守人选择了橡木，因为橡木燃烧得慢，松木的烟太多，而且很快就烧完了。`
  const chinese = '看守人选择了橡木，因为橡木燃烧得慢，松木的烟太多。'

  it('CHECK3: what the passage shows as code is no debris', () => {
    const shown = { passageText: 'Wrap it in a `<div>` and count with `Rc<T>`, or with Weak<T>.<br>Oak burns.' }
    const said = (response: string): string => judge({ response }, 'completeness', shown)
    expect(said('You wrap it in a <div> first.')).toBe('pass complete')
    expect(said('Rc<T> counts the owners.')).toBe('pass complete')
    expect(said('Weak<T> counts none of them.')).toBe('pass complete')
    expect(said('Weak<T> counts none of them.<br>')).toBe('doubt markup')
    expect(said('You wrap it in a <span> first.')).toBe('doubt markup')
    expect(said('Rc<T> counts **the owners**.')).toBe('doubt markup')
  })

  it('CHECK16: a response of questions alone answers nothing', () => {
    const back = 'back into 12? How can we turn 15 into 21?'
    expect(judge({ instruction: 'How can we turn 11', response: back }, 'completeness')).toBe('doubt asks-back')
    expect(judge({ instruction: '看守人为什么选择橡木？', response: '他们为什么不用松木呢？' }, 'completeness')).toBe(
      'doubt asks-back',
    )
    expect(
      judge({ instruction: 'Write a question about oak.', response: 'Why did they choose oak?' }, 'completeness'),
    ).toBe('pass complete')
    expect(judge({ response: 'Because it burns slowly. Does pine?' }, 'completeness')).toBe('pass complete')
    expect(judge({ response: 'Does pine smoke?' }, 'completeness', { passageText: 'Does pine smoke? It does.' })).toBe(
      'pass complete',
    )
  })

  it('CHECK10: a half in another script than the passage fails', () => {
    const zh = { passageLanguage: 'zh', passageText: chinese, detect: () => 'zh' as const } as const
    expect(judge({ response: '因为橡木' }, 'language')).toBe('fail language-mixed')
    const mixed = { instruction: '看守人为什么选择了橡木而不是松木来生火？', response: good.response }
    expect(judge(mixed, 'language', zh)).toMatch(/^fail/u)
    expect(judge({ ...mixed, response: 'TCP/IP' }, 'language', zh)).toBe('pass language-agrees')
  })

  it('CHECK10: words of another script are a doubt, unless the passage holds them', () => {
    const stray = { response: 'The keepers chose oak 因为 it burns slowly.' }
    expect(judge(stray, 'language')).toBe('doubt language-mixed')
    expect(judge(stray, 'language', { passageText: `${passageText} (因为)` })).toBe('pass language-agrees')
    const zh = { passageLanguage: 'zh', passageText: chinese, detect: () => 'zh' as const } as const
    const run = {
      instruction: '为什么选择橡木？',
      response: '看守人选择了橡木，because it burns very slowly，松木的烟太多，很快就烧完。',
    }
    expect(judge(run, 'language', zh)).toBe('doubt language-mixed')
    expect(judge({ ...run, response: '看守人使用 Oak 和 Pine。' }, 'language', zh)).toBe('pass language-agrees')
  })

  it('CHECK10: a passage in two languages accepts either, and both', () => {
    for (const passageLanguage of ['en', 'zh'] as const) {
      for (const half of [good.response, chinese])
        for (const instruction of [good.instruction, '为什么？'])
          expect(judge({ instruction, response: half }, 'language', { passageLanguage, passageText: both })).toBe(
            'pass language-agrees',
          )
    }
  })

  it('CHECK8: traditional characters are no other language', () => {
    const zh = { passageLanguage: 'zh', passageText: chinese, detect: () => 'zh' as const } as const
    const traditional = { instruction: '看守人為什麼選擇了橡木？', response: '因為橡木燃燒得慢，松木的煙太多。' }
    expect(judge(traditional, 'language', zh)).toBe('pass language-agrees')
  })

  it('CHECK8: another script than the passage fails, either way', () => {
    expect(judge({ response: '守塔人选择了橡木，因为橡木燃烧得慢，松木的烟太多。' }, 'language')).toBe(
      'fail language-differs',
    )
    expect(judge({}, 'language', { passageLanguage: 'zh' })).toBe('fail language-differs')
  })

  it('CHECK8: another language by detection is a doubt', () => {
    expect(judge({}, 'language', { detect: () => 'other' })).toBe('doubt language-differs')
  })

  it('CHECK8: short pairs are judged by script alone', () => {
    const short = { instruction: 'Oak?', response: 'Yes.' }
    expect(judge(short, 'language', { detect: () => 'other' })).toBe('pass language-agrees')
  })

  it('CHECK8: passages in other languages are not judged', () => {
    expect(judge({}, 'language', { passageLanguage: 'other', detect: () => 'zh' })).toBe('pass language-agrees')
  })
})

describe('duplicate', () => {
  /** What is said of a pair after one with other words stood already. */
  async function beside(
    first: readonly [instruction: string, response: string],
    second: readonly [instruction: string, response: string],
    id = 'second',
  ): Promise<string> {
    const [instruction, response] = first
    const judge = createJudge({
      thresholds: DEFAULT_THRESHOLDS,
      detect: () => 'en',
      wordsOf: () => Promise.resolve({ instruction, response }),
    })
    const ids = { first: 'a'.repeat(64), second: 'b'.repeat(64) }
    judge.remember(ids.first, { instruction, response }, '')
    const checks = await judge.judge(
      { ...good, instruction: second[0], response: second[1] },
      id === 'first' ? ids.first : ids.second,
      { text: passageText, language: 'en', headings: [], key: '', place: '' },
    )
    const check = checks.find(({ name }) => name === 'duplicate')
    return `${check?.result ?? 'none'} ${check?.reason ?? ''}`
  }
  const same = [good.instruction, good.response] as const

  it('CHECK9: the first stays, a later one with the same words fails', async () => {
    expect(await beside(same, same)).toBe('fail duplicate')
    expect(await beside(same, same, 'first')).toBe('pass unique')
  })

  it('CHECK9: case, white space, punctuation and width do not make a difference; words do', async () => {
    const first = ['why did  the keepers choose oak', 'The keepers chose oak, because it burns slowly'] as const
    expect(await beside(first, same)).toBe('fail duplicate')
    expect(await beside(first, [good.instruction, 'The keepers chose pine.'])).toBe('pass unique')
    expect(await beside(['哪一年？', '１８２２年'], ['哪一年?', '1822年。'])).toBe('fail duplicate')
  })

  it('CHECK9: words that move from one half to the other are another pair', async () => {
    expect(await beside(['ab', 'c'], ['a', 'bc'])).toBe('pass unique')
  })
})

describe('reasons', () => {
  it.each([
    ['near-duplicate', { of: 'abc' }, 'It says nearly the same as pair abc.'],
    ['over-task-cap', { most: 8, task: 'fact' }, 'The passage gives more than 8 pairs of this task.'],
    ['over-passage-cap', { most: 24 }, 'The passage gives more than 24 pairs, which is much for its length.'],
    ['language-mixed', { passage: 'zh' }, 'A part of the pair is not in Chinese, as its passage is.'],
  ])('EXPORT3: %s is an English sentence', (reason, values, sentence) => {
    expect(reasonText({ reason, values })).toBe(sentence)
  })
})
