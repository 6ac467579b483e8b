import { describe, expect, it } from 'vitest'
import { buildPrompt, type PromptRoom } from '#core/synthesis/build-prompt'
import { canonicalJson } from '#core/synthesis/canonical-json'
import type { Check } from '#core/synthesis/pair'
import { mixed } from '#core/synthesis/recipes/mixed/recipe'
import { multipleChoice } from '#core/synthesis/recipes/multiple-choice/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { stepByStep } from '#core/synthesis/recipes/step-by-step/recipe'
import { repairRecipe } from '#core/synthesis/repair-recipe'
import type { RecipeExample } from '#core/synthesis/recipe'
import { singleRecipes, taughtExamples, taughtPlaces, taughtRecipe, untaughtRecipe } from '#core/synthesis/teach'
import { exampleOf } from '#core/synthesis/teach/example-of'
import { fits, fittingPassages, type KeptPair } from '#core/synthesis/teach/fitting-pairs'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { estimateTokens } from '#core/text/token-estimate'
import { keptPair } from './kept'

const count = (texts: readonly string[]): Promise<readonly number[]> =>
  Promise.resolve(texts.map(text => estimateTokens(text)))
const roomOf = (contextTokens: number): PromptRoom => ({ contextTokens, count })
const recipe = readingComprehension
const sha = (letter: string): string => letter.repeat(64)

function bestOf(kept: readonly KeptPair[], seed = 1, most = 9): string[] {
  return fittingPassages(recipe, 'en', kept, seed, most).map(({ place }) => `${place.document[0] ?? ''}${place.start}`)
}

async function taughtBy(kept: readonly KeptPair[], texts: ReadonlyMap<string, string>, contextTokens = 8_192) {
  const passages = fittingPassages(recipe, 'en', kept, 1, 9)
  const examples = await taughtExamples(
    roomOf(contextTokens),
    recipe,
    'en',
    passages.map(passage => ({ kept: passage, text: texts.get(passage.place.document) ?? '' })),
  )
  return examples
}

/** Three documents of one passage each, with one kept pair. */
function three(): { kept: KeptPair[]; texts: Map<string, string> } {
  const texts = new Map(
    ['Ropes', 'Lamps', 'Boats'].map((thing, i) => [
      sha('abc'[i] ?? ''),
      `${thing} are kept in the long shed by the river. ${thing} of hemp last for nine years in a dry place.`,
    ]),
  )
  const kept = [...texts].map(([document, text], i) =>
    keptPair({
      document,
      text,
      quote: text.slice(text.indexOf('. ') + 2),
      instruction: `${['How long', 'For how many years', 'What age'][i] ?? ''} do things of hemp reach?`,
      response: 'They last for nine years in a dry place.',
    }),
  )
  return { kept, texts }
}

async function taughtOfThree() {
  const { kept, texts } = three()
  const examples = await taughtBy(kept, texts)
  return {
    examples,
    taught: taughtRecipe(recipe, (_single, language) => (language === 'en' ? examples.map(one => one.example) : [])),
  }
}

const shownIn = (messages: readonly { readonly content: string }[]): string[] =>
  messages.flatMap(({ content }) => /<CON>\n(\w+)/u.exec(content)?.[1] ?? [])

describe('which kept pairs fit', () => {
  it('TEACH1: kept, of the task, form and language of the recipe', () => {
    expect(fits(recipe, 'en', keptPair().pair)).toBe(true)
    expect(fits(recipe, 'zh', keptPair().pair)).toBe(false)
    expect(fits(recipe, 'en', keptPair({ decision: null, state: 'ready' }).pair)).toBe(false)
    expect(fits(recipe, 'en', keptPair({ decision: 'drop', state: 'dropped' }).pair)).toBe(false)
    expect(fits(recipe, 'en', keptPair({ task: 'definition' }).pair)).toBe(false)
    expect(fits(recipe, 'en', keptPair({ form: 'yes-no' }).pair)).toBe(false)
  })

  it.each<[string, readonly Check[], boolean]>([
    ['a failed check', [{ name: 'duplicate', result: 'fail', reason: 'duplicate' }], false],
    ['a doubt', [{ name: 'completeness', result: 'doubt', reason: 'cut-off' }], false],
    ['a doubt about where it stands', [{ name: 'evidence', result: 'doubt', reason: 'evidence-nearest' }], true],
    ['evidence outside of the passage', [{ name: 'evidence', result: 'fail', reason: 'x' }], false],
  ])('TEACH1: %s', (_name, checks, fit) => {
    expect(fits(recipe, 'en', keptPair({ checks }).pair)).toBe(fit)
  })

  it('TEACH1: what rests on a guess, or on nothing, would teach to leave the words out', () => {
    const guess = keptPair({ evidence: [{ start: 0, end: 5, how: 'nearest' }] }).pair
    expect(fits(recipe, 'en', guess)).toBe(false)
    expect(fits(recipe, 'en', keptPair({ evidence: [] }).pair)).toBe(false)
    expect(fits(recipe, 'en', keptPair({ evidence: [{ start: 0, end: 5, how: 'fuzzy', score: 0.7 }] }).pair)).toBe(true)
    const bare = { ...recipe, words: { ...recipe.words, en: { ...recipe.words.en, examples: [] } } }
    expect(fits(bare, 'en', guess)).toBe(true)
  })

  it('TEACH1: a pair of more than twice the planned length does not', () => {
    expect(fits(recipe, 'en', keptPair({ response: 'Oak burns well. '.repeat(200) }).pair)).toBe(false)
  })

  it('TEACH1: choices have their response among the options, steps their reasoning', () => {
    const choice = { task: 'multiple-choice', form: 'choice', response: 'oak' } as const
    expect(fits(multipleChoice, 'en', keptPair({ ...choice, options: ['oak', 'pine'] }).pair)).toBe(true)
    expect(fits(multipleChoice, 'en', keptPair({ ...choice, options: ['Oak', 'pine'] }).pair)).toBe(false)
    expect(fits(multipleChoice, 'en', keptPair({ ...choice, options: null }).pair)).toBe(false)
    const steps = { task: 'reasoning', form: 'steps' } as const
    expect(fits(stepByStep, 'en', keptPair({ ...steps, reasoning: 'Two and two.' }).pair)).toBe(true)
    expect(fits(stepByStep, 'en', keptPair(steps).pair)).toBe(false)
  })
})

describe('which come first', () => {
  it('TEACH2: kept pairs of one passage are one example', () => {
    const kept = [keptPair(), keptPair(), keptPair({ start: 90 })]
    const [first, ...others] = fittingPassages(recipe, 'en', kept, 1, 9)
    expect(first?.pairs).toHaveLength(2)
    expect(others).toHaveLength(1)
  })

  it('TEACH2: edited ones, then other documents, then other openings', () => {
    const kept = [
      keptPair({ document: sha('a'), instruction: 'Why does oak burn?' }),
      keptPair({ document: sha('a'), start: 100, instruction: 'Why does pine burn?' }),
      keptPair({ document: sha('a'), start: 200, instruction: 'Name three woods.' }),
      keptPair({ document: sha('b'), instruction: 'Why does ash burn?' }),
      keptPair({ document: sha('c'), edited: true, instruction: 'Why does elm burn?' }),
    ]
    const best = bestOf(kept)
    expect(best[0]).toBe('c0')
    expect(
      best
        .slice(1, 3)
        .map(place => place[0])
        .sort(),
    ).toEqual(['a', 'b'])
    expect(best).toHaveLength(5)
    // Of the document that is there already, the question that begins otherwise comes before the second one alike.
    expect(best.indexOf('a200')).toBeLessThan(Math.max(best.indexOf('a0'), best.indexOf('a100')))
  })

  it('TEACH2: the order in which they are read changes nothing, the seed does', () => {
    const kept = Array.from({ length: 12 }, (_, i) => keptPair({ document: sha('abcdef'[i % 6] ?? ''), start: i * 50 }))
    expect(bestOf([...kept].reverse())).toEqual(bestOf(kept))
    expect(new Set([1, 2, 3, 4].map(seed => bestOf(kept, seed).join(' '))).size).toBeGreaterThan(1)
    expect(bestOf(kept, 1, 3)).toEqual(bestOf(kept).slice(0, 3))
  })
})

describe('what an example shows', () => {
  const sentence = (n: number): string => `Sentence number ${n} tells of the quiet harbour and of its nine long sheds.`
  const long = Array.from({ length: 80 }, (_, n) => sentence(n)).join(' ')

  function shown(...kept: readonly KeptPair[]): RecipeExample | null {
    const [passage] = fittingPassages(recipe, 'en', kept, 1, 1)
    return passage === undefined ? null : exampleOf(passage, long, 'en', new Set())
  }

  it('TEACH3: the words as the person left them, and the words that they rest on', () => {
    const example = shown(
      keptPair({
        text: long,
        quote: sentence(40),
        instruction: ' What does it tell of? ',
        response: 'Of sheds.',
        edited: true,
      }),
    )
    expect(example?.pairs).toEqual([
      { instruction: 'What does it tell of?', response: 'Of sheds.', quote: sentence(40) },
    ])
  })

  it('TEACH3: a long passage is cut to whole sentences around them', () => {
    const example = shown(keptPair({ text: long, quote: sentence(40) }))
    const passage = example?.passage ?? ''
    expect(passage).toContain(`${sentence(39)} ${sentence(40)} ${sentence(41)}`)
    expect(estimateTokens(passage)).toBeLessThanOrEqual(240)
    expect(estimateTokens(passage)).toBeGreaterThan(200)
    expect(passage).toMatch(/^Sentence number [^]*sheds\.$/u)
    expect(long).toContain(passage)
  })

  it('TEACH3: pairs that lie too far apart are left out, edited ones stay; three at most', () => {
    const far = shown(
      keptPair({ text: long, quote: sentence(2), instruction: 'Far?' }),
      keptPair({ text: long, quote: sentence(70), instruction: 'Edited?', edited: true }),
    )
    expect(far?.pairs.map(({ instruction }) => instruction)).toEqual(['Edited?'])
    const near = shown(...[10, 11, 12, 13].map(n => keptPair({ text: long, quote: sentence(n) })))
    expect(near?.pairs).toHaveLength(3)
  })

  it('TEACH3: Chinese passages are cut at their sentences too', () => {
    const text = Array.from({ length: 60 }, (_, n) => `第${n}座长棚里放着旧船和缆绳，每年春天再推到水中。`).join('')
    const kept = keptPair({
      text,
      quote: '第30座长棚里放着旧船和缆绳',
      language: 'zh',
      instruction: '第30座长棚里放着什么？',
      response: '旧船和缆绳。',
    })
    const [passage] = fittingPassages(recipe, 'zh', [kept], 1, 1)
    const example = passage && exampleOf(passage, text, 'zh', new Set())
    expect(example?.passage).toMatch(/^第\d+座[^]*水中。$/u)
    expect(example?.passage).toContain('第30座长棚里放着旧船和缆绳')
    expect(estimateTokens(example?.passage ?? '')).toBeLessThanOrEqual(240)
  })

  it('TEACH3: an instruction that another example asks is not asked twice', async () => {
    const { kept, texts } = three()
    const same = kept.map(({ pair, document }) => ({
      document,
      pair: { ...pair, instruction: 'How long do they last?' },
    }))
    expect(await taughtBy(same, texts)).toHaveLength(1)
  })

  it('TEACH3: what it shows is read back as it was written, options and steps too', () => {
    const text = 'Oak burns for four hours. Pine burns for one hour.'
    const pair = keptPair({
      text,
      quote: text,
      task: 'multiple-choice',
      form: 'choice',
      instruction: 'Which wood burns longer?',
      response: 'oak',
      options: ['pine', 'oak'],
    })
    const [passage] = fittingPassages(multipleChoice, 'en', [pair], 1, 1)
    const example = passage && exampleOf(passage, text, 'en', new Set())
    expect(example?.pairs[0]).toMatchObject({ options: ['pine', 'oak'], response: 'oak', quote: text })
  })
})

describe('a taught recipe', () => {
  it('TEACH4: three examples at most, within a third of the context and a little; a large one makes room for the next', async () => {
    const { kept, texts } = three()
    const fourth = keptPair({ document: sha('d'), text: 'Nets dry on the wall.', instruction: 'Where do nets dry?' })
    texts.set(sha('d'), 'Nets dry on the wall.')
    const all = await taughtBy([...kept, fourth], texts)
    expect(all).toHaveLength(3)
    for (const context of [4_096, 2_048, 1_200, 700, 200]) {
      const some = await taughtBy([...kept, fourth], texts, context)
      const tokens = some.reduce((sum, one) => sum + one.tokens, 0)
      expect(tokens).toBeLessThanOrEqual(context * 0.35)
      expect(some.length).toBeLessThanOrEqual(3)
      if (context <= 200) expect(some).toEqual([])
    }
  })

  it('TEACH5: examples stand before its own, say where they are from, and make another version', async () => {
    const { taught } = await taughtOfThree()
    const own = recipe.words.en.examples
    expect(taught.words.en.examples.slice(3)).toEqual(own)
    expect(
      taughtPlaces(taught)
        .map(({ document }) => document)
        .sort(),
    ).toEqual([sha('a'), sha('b'), sha('c')])
    expect(taught.words.zh).toEqual(recipe.words.zh)
    const moved = structuredClone(taught)
    const [first] = moved.words.en.examples
    const elsewhere = { ...first, from: { document: sha('e'), start: 0, end: 9 } }
    expect(canonicalJson({ ...elsewhere })).not.toBe(canonicalJson(first))
    expect(repairRecipe(structuredClone(taught))).toEqual(taught)
  })

  it('TEACH5: what says wrongly where it is from, says nothing', async () => {
    const { taught } = await taughtOfThree()
    const [first] = taught.words.en.examples
    for (const from of ['x', { document: 'short', start: 0, end: 4 }, { document: sha('a'), start: 4, end: 4 }, null]) {
      const data: unknown = { ...recipe, words: { en: { ...recipe.words.en, examples: [{ ...first, from }] } } }
      expect(repairRecipe(data).words.en.examples[0]).not.toHaveProperty('from')
    }
  })

  it('TEACH5, TEACH8: eight in all at most; teaching again replaces; given away, only its own are left', async () => {
    const { taught, examples } = await taughtOfThree()
    const [own] = recipe.words.en.examples
    const many = {
      ...recipe,
      words: {
        ...recipe.words,
        en: { ...recipe.words.en, examples: Array.from({ length: 8 }, () => own ?? expect.fail()) },
      },
    }
    const full = taughtRecipe(many, () => examples.map(one => one.example))
    expect(full.words.en.examples).toHaveLength(8)
    expect(full.words.en.examples.slice(0, 3)).toEqual(examples.map(one => one.example))
    const [one] = examples
    const again = taughtRecipe(taught, () => (one === undefined ? [] : [one.example]))
    expect(again.words.en.examples).toHaveLength(3)
    expect(untaughtRecipe(taught)).toEqual(recipe)
    expect(JSON.stringify(untaughtRecipe(taught))).not.toContain('hemp')
  })

  it('TEACH5: each part of a mixture is taught by itself', async () => {
    const { examples } = await taughtOfThree()
    const taught = taughtRecipe(mixed, (single, language) =>
      single.name === recipe.name && language === 'en' ? examples.map(one => one.example) : [],
    )
    const [first, second] = singleRecipes(taught)
    expect(first?.words.en.examples).toHaveLength(5)
    expect(second).toEqual(multipleChoice)
    expect(taughtPlaces(taught)).toHaveLength(3)
    expect(untaughtRecipe(taught)).toEqual(mixed)
    expect(repairRecipe(structuredClone(taught))).toEqual(taught)
  })
})

describe('prompts of a taught recipe', () => {
  const passage = { text: 'Gulls nest on the roof. '.repeat(40), headings: [], language: 'en', title: null } as const

  it('TEACH5: shows the examples first, and says which it holds; short of room the recipe’s own go first', async () => {
    const { taught } = await taughtOfThree()
    const order = taught.words.en.examples.slice(0, 3).map(({ passage: text }) => text.split(' ')[0] ?? '')
    const stages = new Map<number, readonly string[]>()
    for (let context = 5_000; context >= 2_048; context -= 40) {
      const long = { ...passage, text: passage.text.repeat(3) }
      const [part] = (await buildPrompt(roomOf(context), taught, long)).parts
      if (part === undefined) continue
      const things = shownIn(part.messages.slice(0, -1))
      stages.set(things.length, things)
      const taughtOnes = things.filter(thing => order.includes(thing))
      expect(part.shots.map(({ document }) => 'abc'.indexOf(document[0] ?? ''))).toEqual(
        taughtOnes.map(thing => ['Ropes', 'Lamps', 'Boats'].indexOf(thing)),
      )
      expect(things.slice(0, taughtOnes.length)).toEqual(taughtOnes)
    }
    expect([...stages.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5])
    expect(stages.get(3)).toEqual(order)
    expect(stages.get(1)).toEqual(order.slice(0, 1))
  })

  it('TEACH5: the short form shows none and claims none', async () => {
    const { taught } = await taughtOfThree()
    const { form, parts } = await buildPrompt(roomOf(2_000), taught, passage)
    expect(form).toBe('short')
    expect(parts.flatMap(part => part.shots)).toEqual([])
  })

  it('TEACH6: a passage never sees what was kept of it, nor of one that it overlaps', async () => {
    const { taught } = await taughtOfThree()
    const at = (start: number, end: number, letter = 'a') => ({
      ...passage,
      place: { document: sha(letter), start, end },
    })
    const documentsIn = async (asked: Parameters<typeof buildPrompt>[2]): Promise<string> => {
      const [part] = (await buildPrompt(roomOf(8_192), taught, asked)).parts
      expect(part?.form).toBe('full')
      return (part?.shots ?? [])
        .map(({ document }) => document[0])
        .sort()
        .join('')
    }
    expect(await documentsIn(at(0, 40))).toBe('bc')
    expect(await documentsIn(at(5, 9_000))).toBe('bc')
    expect(await documentsIn(at(9_000, 9_900))).toBe('abc')
    expect(await documentsIn(at(0, 40, 'b'))).toBe('ac')
    expect(await documentsIn(passage)).toBe('abc')
    const [own] = (await buildPrompt(roomOf(8_192), taught, at(0, 40))).parts
    expect(JSON.stringify(own?.messages)).not.toContain('Ropes')
  })

  it('TEACH6: for all others the beginning of the prompt stays the same', async () => {
    const { taught } = await taughtOfThree()
    const prompts = await Promise.all(
      [0, 1, 2].map(n =>
        buildPrompt(roomOf(8_192), taught, {
          ...passage,
          text: passage.text.slice(n * 24),
          place: { document: sha('e'), start: n * 100, end: n * 100 + 90 },
        }),
      ),
    )
    expect(new Set(prompts.map(prompt => JSON.stringify(prompt.parts[0]?.messages.slice(0, -1)))).size).toBe(1)
  })

  it('TEACH3: what the examples answer is read back unchanged', async () => {
    const { taught } = await taughtOfThree()
    const [part] = (await buildPrompt(roomOf(8_192), taught, passage)).parts
    const answers = (part?.messages ?? []).filter(({ role }) => role === 'assistant').slice(0, 3)
    for (const [index, { content }] of answers.entries()) {
      const parser = createTagParser({ strict: false, source: true })
      const pieces = [...parser.push(content), ...parser.finish('stop')]
      const pairs = taught.words.en.examples[index]?.pairs ?? []
      expect(pieces).toMatchObject(
        pairs.map(pair => ({ kind: 'pair', question: pair.instruction, answer: pair.response })),
      )
    }
  })
})
