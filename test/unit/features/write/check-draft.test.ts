import { describe, expect, it } from 'vitest'
import type { Recipe } from '#core/synthesis/recipe'
import { RECIPES } from '#core/synthesis/recipes'
import { MOST } from '#core/synthesis/repair-recipe'
import { checkDraft } from '#features/write/check-draft'
import { draftOf, newExample, newPair, type RecipeDraft } from '#features/write/recipe-draft'
import { nameFor } from '#features/write/recipe-of-draft'

function named(name: string): Recipe {
  return RECIPES.find(recipe => recipe.name === name) ?? expect.fail()
}

const OPEN = named('reading-comprehension')
const CHOICE = named('multiple-choice')
const STEPS = named('step-by-step')

/** Faults of a recipe's draft after a change, by field. */
function faultsOf(recipe: Recipe, change: (draft: RecipeDraft) => Partial<RecipeDraft>) {
  const draft = draftOf(recipe)
  const checked = checkDraft({ ...draft, ...change(draft) }, recipe.name, recipe)
  return { ...checked, faults: Object.fromEntries(checked.faults) }
}

/** The draft with another beginning of its first English example. */
function withExample(draft: RecipeDraft, change: (example: RecipeDraft['words']['en']['examples'][number]) => object) {
  const [first, ...others] = draft.words.en.examples
  const examples = [{ ...(first ?? newExample()), ...change(first ?? newExample()) }, ...others]
  return { words: { ...draft.words, en: { ...draft.words.en, examples } } }
}

describe('WRITE1: what is saved', () => {
  it.each(RECIPES.map(recipe => [recipe.name, recipe] as const))('WRITE1: %s comes back as it was', (_, recipe) => {
    const { recipe: saved, faults } = faultsOf(recipe, () => ({}))
    expect(faults).toEqual({})
    expect(saved).toEqual(recipe)
  })

  it('WRITE1: words of one language, and the long or the short ones, stand in where the others are empty', () => {
    const { recipe } = faultsOf(OPEN, draft => ({
      words: { en: { ...draft.words.en, shortAsk: ' ' }, zh: { ask: '', shortAsk: '', examples: [] } },
    }))
    expect(recipe?.words.en.shortAsk).toBe(OPEN.words.en.ask)
    expect(recipe?.words.zh).toEqual(recipe?.words.en)
  })

  it('WRITE1: the title of one language stands in for the other', () => {
    expect(faultsOf(OPEN, () => ({ title: { en: '', zh: '医学问答' } })).recipe?.title).toEqual({
      en: '医学问答',
      zh: '医学问答',
    })
  })
})

describe('WRITE2: names', () => {
  it.each([
    ['Questions for Nurses', '', 'questions-for-nurses'],
    ['  Ward 7: hand-over  ', '', 'ward-7-hand-over'],
    ['', '护理 FAQ', 'faq'],
    ['', '护理问答', 'recipe'],
  ])('WRITE2: %j and %j give %j', (en, zh, name) => {
    expect(nameFor({ en, zh }, [])).toBe(name)
  })

  it('WRITE2: a name that is taken gets a number, also a long one', () => {
    expect(nameFor({ en: 'Summary', zh: '' }, ['summary', 'summary-2'])).toBe('summary-3')
    const long = 'word '.repeat(30)
    const first = nameFor({ en: long, zh: '' }, [])
    const second = nameFor({ en: long, zh: '' }, [first])
    expect(second).toBe(`${first}-2`)
    expect(checkDraft({ ...draftOf(OPEN), title: { en: 'x', zh: '' } }, second, OPEN).recipe?.name).toBe(second)
  })
})

describe('WRITE3: what is wrong is said, field by field, and nothing is put right in silence', () => {
  it.each([
    ['perTokens', '12', { kind: 'number', least: 20, most: 10_000 }],
    ['perTokens', '', { kind: 'number', least: 20, most: 10_000 }],
    ['minimum', '0', { kind: 'number', least: 1, most: 20 }],
    ['minimum', '2.5', { kind: 'whole', least: 1, most: 20 }],
    ['maximum', '1', { kind: 'least-over-most' }],
    ['maximum', 'many', { kind: 'number', least: 1, most: 20 }],
    ['temperature', '2.1', { kind: 'number', least: 0, most: 2 }],
    ['topP', '0', { kind: 'number', least: 0.01, most: 1 }],
    ['tokensPerPair', '31', { kind: 'number', least: 32, most: 2_000 }],
    ['style', 'x'.repeat(MOST.style + 1), { kind: 'too-long', most: MOST.style }],
  ] as const)('WRITE3: %s %j', (key, value, fault) => {
    const { faults, recipe } = faultsOf(OPEN, () => ({ [key]: value }))
    expect(faults).toEqual({ [key]: fault })
    expect(recipe).toBeNull()
  })

  it('WRITE3: a title, and something to say', () => {
    expect(faultsOf(OPEN, () => ({ title: { en: ' ', zh: '' } })).faults).toEqual({ 'title.en': { kind: 'empty' } })
    const none = { ask: '', shortAsk: '', examples: [] }
    expect(faultsOf(OPEN, () => ({ words: { en: none, zh: none } })).faults).toEqual({
      'words.en.ask': { kind: 'empty' },
    })
  })

  it('WRITE3: the number of pairs has its place in what is said', () => {
    const { faults } = faultsOf(OPEN, draft => ({
      words: { ...draft.words, zh: { ...draft.words.zh, ask: '写一些问答。' } },
    }))
    expect(faults).toEqual({ 'words.zh.ask': { kind: 'no-count' } })
  })

  it('WRITE3: examples without words to go with would be lost', () => {
    const { faults } = faultsOf(OPEN, draft => ({
      words: { ...draft.words, zh: { ...draft.words.zh, ask: '', shortAsk: '' } },
    }))
    expect(faults).toEqual({ 'words.zh.ask': { kind: 'no-words' } })
  })

  it('WRITE3: a quotation stands in the passage of its example', () => {
    const { faults } = faultsOf(OPEN, draft =>
      withExample(draft, ({ pairs }: { pairs: readonly object[] }) => ({
        pairs: [{ ...pairs[0], quote: 'words that nobody wrote' }],
      })),
    )
    expect(faults).toEqual({ 'words.en.0.0.quote': { kind: 'not-in-passage' } })
  })

  it('WRITE3: the response is one of the options', () => {
    const { faults } = faultsOf(CHOICE, draft =>
      withExample(draft, ({ pairs }: { pairs: readonly object[] }) => ({
        pairs: [{ ...pairs[0], options: 'At 30 °C\nAt 60 °C' }],
      })),
    )
    expect(faults).toEqual({ 'words.en.0.0.response': { kind: 'not-an-option' } })
  })

  it('WRITE3: options and steps are needed where the form has them', () => {
    const pair = { ...newPair(), key: 'p', instruction: 'Why?', response: 'So.' }
    const only = (draft: RecipeDraft) => withExample(draft, () => ({ pairs: [pair] }))
    expect(faultsOf(CHOICE, only).faults).toEqual({ 'words.en.0.p.options': { kind: 'empty' } })
    expect(faultsOf(STEPS, only).faults).toEqual({ 'words.en.0.p.reasoning': { kind: 'empty' } })
    expect(faultsOf(OPEN, only).faults).toEqual({})
  })

  it('WRITE3: a new example is empty until it is filled in', () => {
    const example = newExample()
    const { faults } = faultsOf(OPEN, draft => ({
      words: { ...draft.words, en: { ...draft.words.en, examples: [example] } },
    }))
    const at = `words.en.${example.key}`
    expect(Object.keys(faults)).toEqual([
      `${at}.passage`,
      `${at}.${example.pairs[0]?.key}.instruction`,
      `${at}.${example.pairs[0]?.key}.response`,
    ])
    const bare = faultsOf(OPEN, draft => withExample(draft, () => ({ pairs: [] })))
    expect(bare.faults).toEqual({ 'words.en.0.pairs': { kind: 'no-pair' } })
  })

  it('WRITE3: a mixture has a part with a weight', () => {
    const parts = draftOf(named('mixed')).parts ?? expect.fail()
    const weighing = (weight: string) => ({
      parts: { ...parts, items: parts.items.slice(0, 1).map(item => ({ ...item, weight })) },
    })
    expect(faultsOf(named('mixed'), () => weighing('0')).faults).toEqual({ parts: { kind: 'no-parts' } })
    expect(faultsOf(named('mixed'), () => weighing('-1')).faults).toHaveProperty(['parts.0'], {
      kind: 'number',
      least: 0,
      most: 1_000,
    })
    expect(faultsOf(named('mixed'), () => weighing('0.5')).recipe?.parts?.items[0]?.weight).toBe(0.5)
  })

  it('WRITE3: more than a recipe can hold', () => {
    const { faults } = faultsOf(OPEN, draft => {
      const [example] = draft.words.en.examples
      const examples = Array.from({ length: MOST.examples + 1 }, (_, n) => ({
        ...(example ?? newExample()),
        key: `${n}`,
      }))
      return { words: { ...draft.words, en: { ...draft.words.en, examples } } }
    })
    expect(faults).toEqual({ 'words.en.examples': { kind: 'too-many', most: MOST.examples } })
  })

  it('WRITE3: what would be read back otherwise is not saved, whatever it is', () => {
    const part = { key: 'x', recipe: { ...OPEN, style: ' a space before ' }, weight: '1' }
    const { faults, recipe } = faultsOf(named('mixed'), () => ({ parts: { mode: 'share', items: [part] } }))
    expect(faults).toEqual({ '': { kind: 'other', detail: '' } })
    expect(recipe).toBeNull()
  })
})
