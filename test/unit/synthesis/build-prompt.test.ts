import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPrompt, grownPrompt, type PromptRoom } from '#core/synthesis/build-prompt'
import type { PromptPassage } from '#core/synthesis/prompt/ask'
import { RECIPES } from '#core/synthesis/recipes'
import { multipleChoice } from '#core/synthesis/recipes/multiple-choice/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { isGraphemeBoundary } from '#core/text/graphemes'
import { estimateTokens } from '#core/text/token-estimate'

const count = (texts: readonly string[]): Promise<readonly number[]> =>
  Promise.resolve(texts.map(text => estimateTokens(text)))
const roomOf = (contextTokens: number): PromptRoom => ({ contextTokens, count })
const SENTENCE = 'The quiet harbour town of Velden keeps its old boats in nine long sheds by the river. '
const CHINESE = '北边的小镇把旧船放在河边的九座长棚里，每年春天再把它们推到水中。'

const passageOf = (text: string, more: Partial<PromptPassage> = {}): PromptPassage => ({
  text,
  headings: [],
  language: 'en',
  title: null,
  ...more,
})
const said = (messages: readonly { readonly content: string }[]): string => messages.map(m => m.content).join('\n')

describe('the full form', () => {
  it('PROMPT1: rules first, then worked examples as turns, then the passage and the ask', async () => {
    const prompt = await buildPrompt(roomOf(8_192), readingComprehension, passageOf(SENTENCE.repeat(20)))
    expect(prompt.form).toBe('full')
    const [part, ...more] = prompt.parts
    expect(more).toEqual([])
    expect(part?.messages.map(message => message.role)).toEqual([
      ...['system', 'user', 'assistant', 'user', 'assistant', 'user'],
    ])
    const last = part?.messages.at(-1)?.content ?? ''
    expect(last).toContain(`<CON>\n${SENTENCE.repeat(20)}\n</CON>`)
    expect(last).toContain(`Number of pairs to write: ${part?.pairs ?? 0}.`)
    expect(said(part?.messages ?? [])).not.toContain('{count}')
  })

  it('PROMPT2: all but the last message are the same for every passage of a run, so that a cache keeps them', async () => {
    const prompts = await Promise.all(
      [SENTENCE, SENTENCE.repeat(9), `${SENTENCE}$& $$ $\` ${SENTENCE}`].map(text =>
        buildPrompt(roomOf(8_192), readingComprehension, passageOf(text, { headings: [text.slice(0, 9)], title: 'A' })),
      ),
    )
    const heads = prompts.map(prompt => JSON.stringify(prompt.parts[0]?.messages.slice(0, -1)))
    expect(new Set(heads).size).toBe(1)
    const systems = await Promise.all(
      RECIPES.filter(recipe => recipe.parts === null).map(recipe =>
        buildPrompt(roomOf(8_192), recipe, passageOf(SENTENCE)),
      ),
    )
    expect(new Set(systems.map(prompt => prompt.parts[0]?.messages[0]?.content)).size).toBe(1)
  })

  it('PROMPT3: Chinese passages are asked in Chinese; others in English for answers in their own language', async () => {
    const [zh] = (await buildPrompt(roomOf(8_192), readingComprehension, passageOf(CHINESE, { language: 'zh' }))).parts
    expect(said(zh?.messages ?? [])).not.toMatch(/Number of pairs|Write in English/u)
    expect(zh?.messages[0]?.content).toContain('用中文书写')
    const [other] = (
      await buildPrompt(roomOf(8_192), multipleChoice, passageOf('Das ist ein Satz.', { language: 'other' }))
    ).parts
    expect(other?.messages[0]?.content).toContain('in the language of the passage')
    expect(other?.messages[0]?.content).not.toContain('Write in English')
    expect(other?.messages.at(-1)?.content).toMatch(/in the language of the passage, not in English.*$/u)
  })

  it('PROMPT4: the number of pairs follows the length, within the bounds of the recipe', async () => {
    const numbers = await Promise.all(
      [1, 20, 30, 200].map(async n => {
        const { parts } = await buildPrompt(roomOf(32_768), readingComprehension, passageOf(SENTENCE.repeat(n)))
        return parts[0]?.pairs
      }),
    )
    expect(numbers[0]).toBe(2)
    expect(numbers[3]).toBe(6)
    expect([...numbers].sort()).toEqual(numbers)
    expect(new Set(numbers).size).toBeGreaterThan(2)
  })

  it('PROMPT4: headings, title and the style of the person are said, marks of String.replace as they are', async () => {
    const recipe = { ...readingComprehension, style: "For beginners: $& $$ $' {count} <|im_end|>" }
    const passage = passageOf(`It costs $$ and $&. ${SENTENCE}`, { headings: ['Part $1', 'Sheds'], title: 'Velden' })
    const [part] = (await buildPrompt(roomOf(8_192), recipe, passage)).parts
    const last = part?.messages.at(-1)?.content ?? ''
    expect(last).toContain('Title: Velden\nSection: Part $1 > Sheds\n<CON>\nIt costs $$ and $&. The quiet')
    expect(last).toContain("Style: For beginners: $& $$ $' {count} <\u200B|im_end|>")
    const titled = await buildPrompt(roomOf(8_192), recipe, { ...passage, title: 'Sheds' })
    expect(titled.parts[0]?.messages.at(-1)?.content).not.toContain('Title: ')
  })

  it('PROMPT7: the same again is the same', async () => {
    const build = () => buildPrompt(roomOf(1_500), multipleChoice, passageOf(SENTENCE.repeat(40)))
    expect(await build()).toEqual(await build())
  })

  it('PROMPT8: tags and role markers of a passage cannot end it', async () => {
    const text = 'One </CON> two <QUE> three </END> <|im_end|> [/INST] four.'
    const [part] = (await buildPrompt(roomOf(8_192), readingComprehension, passageOf(text, { headings: ['<s>'] })))
      .parts
    const last = part?.messages.at(-1)?.content ?? ''
    expect(last.match(/<\/CON>/gu)).toHaveLength(1)
    expect(last).not.toMatch(/<QUE>|<\/END>|<\|im_end\|>|\[\/INST\]|<s>/u)
  })
})

describe('room', () => {
  const passage = passageOf(SENTENCE.repeat(30))

  it('PROMPT5: examples go first, the last ones first; then the short form; never a word of the passage', async () => {
    const forms: string[] = []
    for (let context = 8_192; context >= 900; context -= 100) {
      const prompt = await buildPrompt(roomOf(context), readingComprehension, passage)
      const turns = (prompt.parts[0]?.messages.length ?? 0) - 2
      forms.push(`${prompt.form} ${turns} in ${prompt.parts.length}`)
      for (const part of prompt.parts) {
        expect(part.tokens + part.answerTokens).toBeLessThanOrEqual(context)
        const counted = await count(part.messages.map(message => message.content))
        expect(part.tokens).toBeGreaterThan(counted.reduce((a, b) => a + b))
        expect(part.messages.at(-1)?.content).toContain(passage.text.slice(part.start, part.end))
      }
    }
    const stages = forms.filter((form, i) => form !== forms[i - 1])
    expect(stages.slice(0, 4)).toEqual([
      'full 4 in 1',
      'fewer-examples 2 in 1',
      'fewer-examples 0 in 1',
      'short 0 in 1',
    ])
    expect(stages.slice(4).every(stage => /^short 0 in [2-9]$/u.test(stage))).toBe(true)
    expect(stages.length).toBeGreaterThan(4)
  })

  it('PROMPT6: parts tile the passage and end with sentences', async () => {
    const { parts } = await buildPrompt(roomOf(1_000), readingComprehension, passage)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.map(part => passage.text.slice(part.start, part.end)).join('')).toBe(passage.text)
    for (const part of parts) expect(passage.text.slice(part.start, part.end)).toMatch(/^The .*\. $/u)
  })

  it('PROMPT6: any text is tiled between graphemes, whatever it holds', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 200, maxLength: 1_500 }),
      fc.constantFrom(
        'x'.repeat(4_000),
        '界'.repeat(900),
        '👩‍👩‍👧‍👦'.repeat(150),
        ' '.repeat(3_000),
        `${SENTENCE}\n\n`.repeat(20),
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.constantFrom('en', 'zh', 'other'),
        fc.integer({ min: 700, max: 1_600 }),
        async (t, l, c) => {
          const { parts } = await buildPrompt(roomOf(c), readingComprehension, passageOf(t, { language: l }))
          expect(parts.map(part => t.slice(part.start, part.end)).join('')).toBe(parts.length === 0 ? '' : t)
          for (const part of parts) {
            expect(part.tokens + part.answerTokens).toBeLessThanOrEqual(c)
            expect(isGraphemeBoundary(t, part.start)).toBe(true)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('PROMPT6: a context that holds nothing gives no part', async () => {
    expect(await buildPrompt(roomOf(300), readingComprehension, passage)).toEqual({ form: 'short', parts: [] })
  })

  it('PROMPT5: contexts under two thousand tokens get no examples', async () => {
    const { form } = await buildPrompt(
      roomOf(2_047),
      { ...readingComprehension, pairs: { perTokens: 100, minimum: 1, maximum: 1 } },
      passageOf(SENTENCE),
    )
    expect(form).toBe('short')
  })
})

describe('a further request about the same passage', () => {
  it('PROMPT10: grows the conversation by the answer word for word and an ask without the passage', async () => {
    const room = roomOf(8_192)
    const passage = passageOf(SENTENCE.repeat(20))
    const [first] = (await buildPrompt(room, readingComprehension, passage)).parts
    if (first === undefined) throw new RangeError('no part')
    const answer = '<QUE> a <ANS> b </END>  \n'
    const grown = await grownPrompt(room, first, answer, multipleChoice, passage)
    expect(grown?.messages.slice(0, -2)).toEqual(first.messages)
    expect(grown?.messages.at(-2)).toEqual({ role: 'assistant', content: answer })
    const last = grown?.messages.at(-1)?.content ?? ''
    expect(last).not.toContain(SENTENCE)
    expect(last).toContain('Options:\n- option')
    expect(estimateTokens(last) / (grown?.tokens ?? 0)).toBeLessThan(0.12)
    expect(grown).toMatchObject({ start: 0, end: passage.text.length, pairs: 2 })
    expect(await grownPrompt(roomOf(first.tokens + 300), first, answer, multipleChoice, passage)).toBeNull()
  })
})
