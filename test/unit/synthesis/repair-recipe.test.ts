import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProblemError, problemOf } from '#core/problem'
import { RECIPES } from '#core/synthesis/recipes'
import { parseRecipe, repairRecipe } from '#core/synthesis/repair-recipe'

const LEAST = { name: 'mine', words: { en: { ask: 'Ask {count}.' } } }

function detailOf(value: unknown): string {
  try {
    repairRecipe(value)
  } catch (thrown) {
    const problem = problemOf(thrown)
    return problem.kind === 'recipe-damaged' ? problem.detail : problem.kind
  }
  return 'none'
}

describe('recipes from outside', () => {
  it.each(RECIPES.map(recipe => [recipe.name, recipe] as const))('RECIPE3: %s comes back as it was', (_, recipe) => {
    expect(parseRecipe(JSON.stringify(recipe))).toEqual(recipe)
  })

  it('RECIPE4: what is missing is filled in', () => {
    expect(repairRecipe(LEAST)).toEqual({
      format: 1,
      name: 'mine',
      title: { en: 'mine', zh: 'mine' },
      task: 'custom',
      form: 'open',
      needsPassage: true,
      pairs: { perTokens: 150, minimum: 1, maximum: 5 },
      sampling: { temperature: 0.3, topP: 0.9, tokensPerPair: 200 },
      style: '',
      words: {
        en: { ask: 'Ask {count}.', shortAsk: 'Ask {count}.', examples: [] },
        zh: { ask: 'Ask {count}.', shortAsk: 'Ask {count}.', examples: [] },
      },
      parts: null,
    })
  })

  it('RECIPE4: numbers are brought within their bounds, names to letters and hyphens', () => {
    const recipe = repairRecipe({
      ...LEAST,
      name: '  My Recipe, Nº 2!',
      pairs: { perTokens: 0, minimum: 500, maximum: -1 },
      sampling: { temperature: 99, topP: 0, tokensPerPair: Number.NaN },
      form: 'Yes No',
      unknown: 1,
    })
    expect(recipe).toMatchObject({
      name: 'my-recipe-no-2',
      form: 'yes-no',
      pairs: { perTokens: 20, minimum: 20, maximum: 20 },
      sampling: { temperature: 2, topP: 0.01, tokensPerPair: 200 },
    })
    expect(recipe).not.toHaveProperty('unknown')
  })

  it('RECIPE4: a number of pairs that the words do not ask for is put before them', () => {
    const recipe = repairRecipe({ name: 'a', words: { zh: { ask: '请提问。' } } })
    expect(recipe.words.zh.ask).toBe('要写的问答数量：{count}。\n请提问。')
    expect(recipe.words.en).toEqual(recipe.words.zh)
  })

  it('RECIPE5: examples that contradict themselves are left out, quotations that are none as well', () => {
    const passage = 'Cats sleep.'
    const good = { instruction: 'q', response: 'r', quote: 'Cats' }
    const examples = [
      { passage, pairs: [{ ...good, quote: 'Dogs' }, { ...good, options: ['a', 'b'] }, { instruction: 'q' }] },
      { passage: '', pairs: [good] },
      { passage, pairs: [] },
      'no example',
      { passage, pairs: [{ ...good, options: ['r', 's'], reasoning: 'so' }] },
    ]
    expect(repairRecipe({ name: 'a', words: { en: { ask: '{count}', examples } } }).words.en.examples).toEqual([
      { passage, pairs: [{ instruction: 'q', response: 'r', quote: '' }] },
      { passage, pairs: [{ ...good, options: ['r', 's'], reasoning: 'so' }] },
    ])
  })

  const words = LEAST.words
  it.each([
    ['no object', [], 'the recipe is not an object'],
    ['no name', { words }, 'the recipe has no name'],
    ['no words', { name: 'a' }, 'the recipe has no words to ask with'],
    ['a newer format', { ...LEAST, format: 2 }, 'the recipe is of format 2, made by a newer Pairloom'],
    ['a long style', { ...LEAST, style: 'x'.repeat(501) }, 'style of the recipe is longer than 500 characters'],
    [
      'long words',
      { name: 'a', words: { en: { ask: 'x'.repeat(8_001) } } },
      'ask in words.en of the recipe is longer than 8000 characters',
    ],
    [
      'many examples',
      { name: 'a', words: { en: { ask: 'x', examples: Array(9).fill(0) } } },
      'examples in words.en of the recipe are more than 8',
    ],
    ['an empty mixture', { ...LEAST, parts: { mode: 'each', items: [] } }, 'the recipe is a mixture without parts'],
    ['a broken part', { ...LEAST, parts: { items: [{ recipe: LEAST }, { recipe: 7 }] } }, 'part 2 is not an object'],
    [
      'a mixture in a mixture',
      { ...LEAST, parts: { items: [{ recipe: { ...LEAST, parts: { items: [] } } }] } },
      'part 1 is a mixture inside of a mixture',
    ],
  ])('RECIPE3: %s is named', (_, value, detail) => {
    expect(detailOf(value)).toBe(detail)
  })

  it('RECIPE3: a file that is no JSON, or too long, is named', () => {
    expect(() => parseRecipe('{')).toThrow(ProblemError)
    expect(() => parseRecipe(`"${'x'.repeat(300_000)}"`)).toThrow('recipe-damaged')
  })

  it('RECIPE3: any data gives a sound recipe or says what is wrong; repairing again changes nothing', () => {
    const some = fc.oneof(fc.jsonValue(), fc.constant(LEAST.words), fc.constant(LEAST))
    const almost = fc.record(
      {
        name: some,
        title: some,
        task: some,
        form: some,
        pairs: some,
        sampling: some,
        style: some,
        words: some,
        parts: some,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          some,
          almost,
          almost.map(rest => ({ ...LEAST, ...rest })),
        ),
        value => {
          const detail = detailOf(value)
          if (detail !== 'none') return
          const recipe = repairRecipe(value)
          expect(repairRecipe(recipe)).toEqual(recipe)
          expect(recipe.pairs.maximum).toBeGreaterThanOrEqual(recipe.pairs.minimum)
          expect(recipe.words.en.ask.includes('{count}') || recipe.parts !== null).toBe(true)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
