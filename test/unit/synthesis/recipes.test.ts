import { describe, expect, it } from 'vitest'
import { loadHash } from '#files/sha256'
import { draftOf } from '#core/synthesis/draft/draft-of'
import type { Draft } from '#core/synthesis/pair'
import type { ExamplePair, Recipe, RecipeExample } from '#core/synthesis/recipe'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { RECIPES } from '#core/synthesis/recipes'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { writePair } from '#core/synthesis/wire/write-pair'
import { checkDraft } from '#core/verification/checks'

const hash = await loadHash()
const LANGUAGES = ['en', 'zh'] as const
const SINGLE = RECIPES.filter(recipe => recipe.parts === null)
type ShownLanguage = (typeof LANGUAGES)[number]

interface Shown {
  readonly recipe: Recipe
  readonly language: ShownLanguage
  readonly example: RecipeExample
  readonly pair: ExamplePair
}

const shown: readonly Shown[] = SINGLE.flatMap(recipe =>
  LANGUAGES.flatMap(language =>
    recipe.words[language].examples.flatMap(example =>
      example.pairs.map(pair => ({ recipe, language, example, pair })),
    ),
  ),
)

/** What a model gets that writes exactly the example. */
function readBack({ recipe, language, example, pair }: Shown): Draft {
  const parser = createTagParser({ strict: false, source: true })
  const [parsed, ...more] = [...parser.push(writePair(pair, language)), ...parser.finish('stop')]
  if (parsed?.kind !== 'pair' || more.length > 0) throw new RangeError(pair.instruction)
  expect(parsed.salvaged).toEqual([])
  const draft = draftOf(parsed, recipe, example.passage, { start: 0, end: example.passage.length })
  if ('kind' in draft) throw new RangeError(`${draft.reason}: ${draft.raw}`)
  return draft
}

/** The truth of each example of the yes-no recipe, read off its passage by hand. */
const TRUTH: Readonly<Record<string, boolean>> = {
  'Is it safe to open the front cover of the Alder 3 pump right after switching it off?': false,
  'Does sand in the water mean that the filter of the Alder 3 pump needs cleaning more often?': true,
  'Can the motor of the Alder 3 pump start again as soon as it is below 90 °C?': false,
  'Did families in the Cévennes grind fresh chestnuts into flour?': false,
  'Did a disease of the chestnut trees make people leave the villages of the Cévennes?': true,
  '关闭青石三号水泵以后，是不是马上就可以打开前盖？': false,
  '水中含沙时，青石三号水泵的滤网是不是要清洗得更勤？': true,
  '青石三号水泵的电机温度一降到90℃以下，是不是就能重新启动？': false,
  '北山一带的村民是不是直接把鲜板栗磨成粉？': false,
  '北山一带的村民离开村子，是不是与栗树的病有关？': true,
}

describe('worked examples', () => {
  it('RECIPE2: there are some for each recipe in each language, and as many as are asked for at once', () => {
    for (const recipe of SINGLE) {
      for (const language of LANGUAGES) {
        const { examples } = recipe.words[language]
        expect(examples.length).toBeGreaterThanOrEqual(1)
        for (const example of examples) expect(example.pairs.length).toBeLessThanOrEqual(recipe.pairs.maximum)
      }
      expect(recipe.words.zh.examples).toHaveLength(recipe.words.en.examples.length)
    }
    expect(shown.length).toBeGreaterThan(40)
  })

  it.each(shown.map(one => [`${one.recipe.name} ${one.language}: ${one.pair.instruction}`, one] as const))(
    'RECIPE2: parses, quotes its passage and passes every check: %s',
    (_, one) => {
      const draft = readBack(one)
      expect(draft).toMatchObject({
        instruction: one.pair.instruction,
        response: one.pair.response,
        options: one.pair.options ?? null,
        reasoning: one.pair.reasoning ?? null,
        form: one.recipe.form,
      })
      expect(one.example.passage).toContain(one.pair.quote)
      const start = one.example.passage.indexOf(one.pair.quote)
      const quoted = draft.evidence.filter(place => place.how === 'quoted')
      expect(quoted.some(place => place.start <= start && place.end >= start + one.pair.quote.length)).toBe(true)
      const checks = checkDraft(draft, {
        passageText: one.example.passage,
        passageLanguage: one.language,
        detect: () => one.language,
        id: 'example',
      })
      expect(checks.filter(check => check.result !== 'pass')).toEqual([])
      const text = `${one.pair.instruction} ${one.pair.response}`
      expect(text).not.toMatch(/\b(?:passage|text|article|author|mentioned|according to)\b|材料|文中|本文|作者|如上/iu)
    },
  )

  it('RECIPE2: choices have four options, and the right one stands elsewhere each time', () => {
    const choices = shown.filter(one => one.pair.options !== undefined)
    expect(choices.map(one => one.pair.options?.length)).toEqual(choices.map(() => 4))
    for (const language of LANGUAGES) {
      const places = choices
        .filter(one => one.language === language)
        .map(one => one.pair.options?.indexOf(one.pair.response))
      expect(new Set(places).size).toBe(places.length)
    }
  })

  it('RECIPE2: verdicts are true, and both kinds are shown', () => {
    const verdicts = shown.filter(one => one.recipe.form === 'yes-no')
    expect(verdicts.map(one => one.pair.instruction).sort()).toEqual(Object.keys(TRUTH).sort())
    for (const { pair } of verdicts) {
      expect([pair.instruction, /^(?:Yes\.|是。)/u.test(pair.response)]).toEqual([
        pair.instruction,
        TRUTH[pair.instruction],
      ])
    }
  })

  it('RECIPE2: what stands alone names its subject in question and answer', () => {
    const alone = shown.filter(one => !one.recipe.needsPassage)
    expect(alone).toHaveLength(8)
    for (const { pair } of alone) {
      expect(pair.instruction).toMatch(/Alder 3 pump|Cévennes|青石三号水泵|北山/u)
      expect(pair.response).toMatch(/Alder 3 pump|Cévennes|青石三号水泵|北山/u)
    }
  })
})

describe('the list of recipes', () => {
  it('RECIPE2: holds seven, each with words of its own in both languages', () => {
    expect(RECIPES.map(recipe => recipe.name)).toEqual([
      'reading-comprehension',
      'multiple-choice',
      'step-by-step',
      'yes-no',
      'summary',
      'self-contained',
      'mixed',
    ])
    for (const recipe of SINGLE) {
      for (const language of LANGUAGES) {
        const { ask, shortAsk } = recipe.words[language]
        expect(ask).toContain('{count}')
        expect(shortAsk).toContain('{count}')
        expect(shortAsk.length).toBeLessThan(ask.length)
      }
    }
  })

  it('RECIPE1: the version changes with any change and with nothing else', () => {
    const [recipe] = SINGLE
    if (recipe === undefined) throw new RangeError('no recipe')
    const version = recipeVersion(hash, recipe)
    expect(version).toMatch(/^[0-9a-f]{64}$/u)
    const { format, name, ...rest } = recipe
    expect(recipeVersion(hash, { ...rest, name, format })).toBe(version)
    const others = [
      { ...recipe, style: 'Brief.' },
      { ...recipe, needsPassage: false },
      { ...recipe, sampling: { ...recipe.sampling, temperature: 0.4 } },
      { ...recipe, words: { ...recipe.words, zh: { ...recipe.words.zh, examples: [] } } },
    ].map(other => recipeVersion(hash, other))
    expect(new Set([version, ...others, ...RECIPES.map(one => recipeVersion(hash, one))]).size).toBe(11)
  })
})
