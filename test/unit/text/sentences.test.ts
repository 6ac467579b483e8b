import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '#core/documents/document'
import { sentences } from '#core/text/sentences'

const split = (text: string, language: Language = 'en'): string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end))

/** Each case is a text whose sentences are set apart by " | ". */
const expectSplit = (marked: string, language: Language, glue: string): void => {
  const parts = marked.split(' | ')
  expect(split(parts.join(glue), language)).toEqual(parts)
}

describe('sentences', () => {
  it.each([
    'Dr. Smith and Mrs. Jones met. | They talked.',
    'He works for the U.S. Army in Washington, D.C. | He likes it.',
    'See Fig. 3 and No. 5, e.g. the second one, i.e. this. | Then go on.',
    'J. R. R. Tolkien wrote it. | John F. Kennedy read it.',
    'It costs $3.50 or 4.2 pounds. | That is v. little.',
    'Wait... what? | I see... | Then go.',
    'He left at 5 p.m. Monday. | She left at 6 p.m. | They met again.',
    'Smith et al. (2019) found it. | Others (cf. p. 12, ch. 4) did not.',
    '“It works!” he said. | “Really?” | She left.',
    '(This is an aside.) | This is not.',
    'As shown before.[3] | It ends here [12]. | Done.',
    'Apple Inc. and Foo Ltd. grew in Jan. 2020. | The rest fell.',
    'Take vitamin C. | Then rest. | He sat. | John left.',
    'In 1990. | It was cold. | Version 2.0. | Go.',
    'Steps: 1. Open the box. | 2. Close the box.',
    'The iPhone sold well. | eBay did not.',
    'Use Node.js or a .txt file at https://a.b/c?d=1. | Fine!',
    'Prof. A. Müller, Ph.D., came. | Was it St. Paul? | No! | Yes.',
    'She asked, “Who is it?” and left. | Nobody answered.',
    'What?! | Are you sure?? | Yes!!!',
  ])('TEXT5: %s', marked => expectSplit(marked, 'en', ' '))

  it.each([
    '他说：“你好吗？” | 我没有回答。 | 走吧！',
    '“走吧！”，他又说。 | （见图 3.2）圆周率约为3.14。 | 真的？！ | 对。',
    '「今天天氣很好。」 | 她說。 | 他走了； | 我沒走。',
    '然后大家都不说话了…… | 我……我不知道。',
    '版本2.0发布了！ | Node.js 很快。 | 你好! | OK吗? | 好。',
    '我爱Python。 | It is good. | 真的吗?',
    '《史记》（又名《太史公书》。） | 是一部史书。',
  ])('TEXT6: %s', marked => expectSplit(marked, 'zh', ''))

  it.each([
    'مرحبا بالعالم. | كيف حالك؟ | أنا بخير۔',
    'तुम कैसे हो? | मैं ठीक हूँ। | अच्छा।',
    'Привет. | Как дела? | Хорошо.',
    'Am 3. Mai war es kalt. | Der Hund schlief.',
  ])('TEXT7: %s', marked => expectSplit(marked, 'other', ' '))

  it('TEXT8: headings, list items and table rows are units of their own', () => {
    const text =
      'Intro line:\n- item one. More text\n- item two\n1. first\n# Heading\nBody text goes\non here. And ends.\n| a | b |\n|---|---|\n| 1 | 2 |'
    expect(split(text)).toEqual([
      'Intro line:',
      '- item one.',
      'More text',
      '- item two',
      '1. first',
      '# Heading',
      'Body text goes\non here.',
      'And ends.',
      '| a | b |',
      '|---|---|',
      '| 1 | 2 |',
    ])
    expect(split('1.苹果\n2、香蕉\n（3）梨', 'zh')).toEqual(['1.苹果', '2、香蕉', '（3）梨'])
  })

  it('TEXT8: a line end wraps a long line, but ends a short one and any in a text that is not wrapped', () => {
    expect(split('One two three four five six seven eight\r\nnine ten. Eleven twelve\r\nthirteen.')).toHaveLength(2)
    expect(split('A title\nThis line is a good deal longer than the title above it, and it goes on')).toHaveLength(2)
    expect(split('Name: Bob\nAge: 5\nCity: Paris')).toHaveLength(3)
    const wide =
      'A paragraph in one line has no reason to be broken anywhere but at its own end, so the next line is new'
    expect(split(`${wide} ${wide}\nAnd this is another paragraph`)).toHaveLength(2)
    expect(split('First part\n\nsecond part')).toEqual(['First part', 'second part'])
  })

  it('TEXT4: ranges are in order, apart, trimmed, and hold everything but white space', () => {
    const pieces = fc.constantFrom(
      'A',
      'b',
      'Dr.',
      '.',
      '!',
      '？',
      '。',
      '…',
      '……',
      ' ',
      '\n',
      '\r\n',
      '”',
      '"',
      '(',
      ')',
      '[1]',
      '1',
      '- ',
      '# ',
      '|',
      '他说',
      '，',
      '；',
      'U.S.',
      '\u00a0',
      '　',
      '👍🏽',
      '\ud83d',
      'é',
      '\t',
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.constantFrom<Language>('en', 'zh', 'other'),
        (parts, language) => {
          const text = parts.join('')
          let at = 0
          for (const { start, end } of sentences(text, language)) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(text.slice(at, start).trim()).toBe('')
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
            expect(end).toBeGreaterThan(start)
            at = end
          }
          expect(text.slice(at).trim()).toBe('')
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('TEXT4: nothing and white space have no sentences', () => {
    expect(split('')).toEqual([])
    expect(split(' \n\t　')).toEqual([])
  })

  it('TEXT9: time grows with the length, not with its square', () => {
    const time = (text: string): number => {
      const started = process.cpuUsage().user
      sentences(text, 'en')
      return (process.cpuUsage().user - started) / 1000
    }
    for (const unit of ['A. ', '.', '。”', 'a ', 'word. Next\n', '[1]', '"']) {
      time(unit.repeat(5000))
      const small = Math.min(...[1, 2, 3].map(() => time(unit.repeat(20_000))))
      const large = Math.min(...[1, 2, 3].map(() => time(unit.repeat(160_000))))
      expect(large).toBeLessThan(28 * Math.max(small, 2))
    }
  })
})
