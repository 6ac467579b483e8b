import { describe, expect, it } from 'vitest'
import type { Draft } from '#core/synthesis/pair'
import { checkDraft } from '#core/verification/checks'
import { createDuplicateIndex } from '#core/verification/duplicate-index'

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
      duplicates: createDuplicateIndex(),
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

  it.each(['Oak burns slowly. So the keepers', 'Oak burns slowly,', '橡木燃烧慢。因此守塔人'])(
    'CHECK4: a cut-off response is a doubt: %j',
    response => expect(judge({ response }, 'completeness')).toBe('doubt cut-off'),
  )

  it.each(['1822', 'Oak', 'oak and pine', '橡木', '“Oak.”', '他们选择了橡木。'])(
    'CHECK5: a short or ended response passes: %j',
    response => expect(judge({ response }, 'completeness')).toBe('pass complete'),
  )

  it('reads a hostile megabyte in no time', () => {
    const started = performance.now()
    for (const unit of ['<a ', '|', '#', '. ', '“', '，']) judge({ response: unit.repeat(400_000) }, 'completeness')
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('evidence', () => {
  it.each([
    [[{ start: 0, end: 43, how: 'quoted' as const }], 'pass evidence-quoted'],
    [[{ start: 0, end: 43, how: 'nearest' as const }], 'doubt evidence-nearest'],
    [[], 'doubt evidence-missing'],
    [[{ start: 0, end: 9_999, how: 'quoted' as const }], 'fail evidence-not-in-passage'],
    [[{ start: 5, end: 5, how: 'quoted' as const }], 'fail evidence-not-in-passage'],
    [[{ start: -1, end: 5, how: 'quoted' as const }], 'fail evidence-not-in-passage'],
  ])('CHECK6, CHECK7: %j → %s', (evidence, wanted) => expect(judge({ evidence }, 'evidence')).toBe(wanted))
})

describe('language', () => {
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
  it('CHECK9: the first stays, a later one with the same words fails', () => {
    const duplicates = createDuplicateIndex()
    duplicates.add('first', good.instruction, good.response)
    expect(judge({}, 'duplicate', { duplicates })).toBe('fail duplicate')
    expect(judge({}, 'duplicate', { duplicates, id: 'first' })).toBe('pass unique')
  })

  it('CHECK9: case, white space, punctuation and width do not make a difference; words do', () => {
    const duplicates = createDuplicateIndex()
    duplicates.add('first', 'why did  the keepers choose oak', 'The keepers chose oak, because it burns slowly')
    expect(duplicates.find(good.instruction, good.response)).toBe('first')
    expect(duplicates.find(good.instruction, 'The keepers chose pine.')).toBeNull()
    duplicates.add('wide', '哪一年？', '１８２２年')
    expect(duplicates.find('哪一年?', '1822年。')).toBe('wide')
  })

  it('CHECK9: words that move from one half to the other are another pair', () => {
    const duplicates = createDuplicateIndex()
    duplicates.add('first', 'ab', 'c')
    expect(duplicates.find('a', 'bc')).toBeNull()
  })
})
