import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECIPES } from '#core/synthesis/recipes'
import { pairsFor } from '#core/synthesis/pairs-for'
import { FAMILIES } from '#core/mining/families'
import type { Check, Draft } from '#core/synthesis/pair'
import { pairShingles, similarity } from '#core/text/shingles'
import { createJudge, type PairWords } from '#core/verification/judge'
import { signatureOf } from '#core/verification/repeats/signature'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#core/verification/thresholds'
import { nodeHash } from '#test/unit/storage/node-hash'

const EN =
  'The keepers of the northern coast chose oak for their fires because it burns slowly and gives little smoke, although it had to be carried from a valley that lies forty miles inland and could be reached by cart in summer alone, when the road over the moor was dry enough for the wheels.'
const ZH =
  '北方海岸的看守人选择橡木生火，因为橡木燃烧得慢，烟又少，尽管它必须从内陆四十里外的山谷运来，而且只有夏天荒原上的道路干燥时马车才能到达那里，其余的季节里他们只好用松木将就。'

const draft = (instruction: string, response: string, task = 'fact'): Draft => ({
  instruction,
  response,
  options: null,
  reasoning: null,
  task,
  form: 'open',
  needsPassage: true,
  evidence: [{ start: 0, end: 3, how: 'quoted' }],
})

interface Desk {
  readonly ask: (instruction: string, response: string, task?: string, passage?: string) => Promise<readonly Check[]>
  readonly reads: () => number
  readonly known: Map<string, PairWords>
}

/** A judge that keeps all words; ids are hashes of the turn, or of the label given. */
function desk(thresholds: Partial<Thresholds> = {}, text = EN): Desk {
  const known = new Map<string, PairWords>()
  let reads = 0
  let turn = 0
  const judge = createJudge({
    thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds },
    detect: sample => (/\p{sc=Han}/u.test(sample) ? 'zh' : 'en'),
    wordsOf: id => {
      reads += 1
      return Promise.resolve(known.get(id) ?? null)
    },
  })
  return {
    known,
    reads: () => reads,
    ask: (instruction, response, task = 'fact', passage = String(turn)) => {
      const id = nodeHash.sha256(String(turn++))
      known.set(id, { instruction, response })
      const language = /\p{sc=Han}/u.test(response) ? 'zh' : 'en'
      return judge.judge(draft(instruction, response, task), id, {
        text,
        language,
        headings: [],
        key: passage,
        place: passage,
      })
    },
  }
}

const named = (checks: readonly Check[], name: string): string => {
  const check = checks.find(candidate => candidate.name === name)
  return `${check?.result ?? 'none'} ${check?.reason ?? ''}`
}

const idOf = (turn: number): string => nodeHash.sha256(String(turn))

describe('repetitions', () => {
  it('CHECK9: the same words fail, and the first pair is named', async () => {
    const { ask } = desk()
    expect(named(await ask('Why oak?', EN), 'duplicate')).toBe('pass unique')
    const again = await ask('why  OAK', EN.replaceAll(',', ' ,'))
    expect(again.find(({ name }) => name === 'duplicate')).toEqual({
      name: 'duplicate',
      result: 'fail',
      reason: 'duplicate',
      values: { of: idOf(0) },
    })
    expect(named(await ask('哪一年？', '１８２２年。'), 'duplicate')).toBe('pass unique')
    expect(named(await ask('哪一年?', '1822年'), 'duplicate')).toBe('fail duplicate')
  })

  it.each([
    ['en', 'Why did the keepers choose oak?', EN, EN.replace('dry enough for', 'dry for')],
    ['zh', '看守人为什么选择橡木？', ZH, ZH.replace('其余的季节', '其他的季节')],
  ])('DUP1: nearly the same words fail with their similarity (%s)', async (_, instruction, response, changed) => {
    const { ask } = desk()
    await ask(instruction, response)
    const check = (await ask(instruction, changed)).find(({ name }) => name === 'duplicate')
    const wanted = similarity(pairShingles(instruction, response), pairShingles(instruction, changed))
    expect(wanted).toBeGreaterThan(0.8)
    expect(check).toMatchObject({ result: 'fail', reason: 'near-duplicate', values: { of: idOf(0) } })
    expect(check?.score).toBeCloseTo(wanted, 2)
  })

  it('DUP1: what is less alike than the threshold passes', async () => {
    const { ask } = desk({ repetition: 0.95 })
    await ask('Why did the keepers choose oak?', EN)
    const changed = EN.replace('dry enough for', 'dry for')
    expect(named(await ask('Why did the keepers choose oak?', changed), 'duplicate')).toBe('pass unique')
  })

  it('DUP1: words that move from one half to the other are another pair', async () => {
    const { ask } = desk()
    await ask('alpha beta', 'gamma')
    expect(named(await ask('alpha', 'beta gamma'), 'duplicate')).toBe('pass unique')
  })

  it('DUP2: short questions that ask for different things are different', async () => {
    const { ask } = desk()
    const pairs = [
      ['What is oak?', 'A tree.'],
      ['What is pine?', 'A tree.'],
      ['What is oak?', 'A wood.'],
      ['什么是橡木？', '一种木材。'],
      ['什么是松木？', '一种木材。'],
      ['Who?', 'Bob.'],
      ['Who?', 'Ann.'],
    ] as const
    for (const [instruction, response] of pairs)
      expect(named(await ask(instruction, response), 'duplicate')).toBe('pass unique')
    expect(named(await ask('who', 'ann'), 'duplicate')).toBe('fail duplicate')
  })

  it.each([
    ['digits', 'No. 12', 'No. 13'],
    ['decimals', '2.5', '25'],
    ['a sign', '-5 degrees', '5 degrees'],
    ['thousands are one number', '1,000 carts', '1000 carts', 'fail near-duplicate'],
    ['number words', 'three of them', 'four of them'],
    ['Roman numerals', 'Part IV', 'Part VI'],
    ['letters that number', 'Annex B', 'Annex C'],
    ['Chinese numerals', '第三十二条', '第三十三条'],
    ['Chinese counts', '五年', '六年'],
  ])('DUP3: pairs that differ in numbers are different: %s', async (_, first, second, wanted = 'pass unique') => {
    const { ask } = desk()
    const long = /\p{sc=Han}/u.test(first) ? ZH : EN
    // In the question too, so that the words around cannot make the difference.
    await ask('What does it say?', `${long} ${first}`)
    const got = named(await ask('What does it say?', `${long} ${second}`), 'duplicate')
    if (wanted === 'pass unique') expect(got).toBe(wanted)
    else expect(got).toMatch(/^fail/u)
  })

  it('DUP4: a repetition is never a reason for another pair to fail, nor is a pair one for itself', async () => {
    const { ask, known } = desk()
    const words = EN.split(' ')
    const without = (places: readonly number[]): string => words.filter((_, i) => !places.includes(i)).join(' ')
    await ask('Why oak?', EN)
    const second = without([48])
    expect(named(await ask('Why oak?', second), 'duplicate')).toBe('fail near-duplicate')
    // Alike to the second, which is none, but not to the first.
    const third = without([48, 3, 20])
    const alike = (a: string, b: string): number => similarity(pairShingles('Why oak?', a), pairShingles('Why oak?', b))
    expect(alike(EN, third)).toBeLessThan(0.8)
    expect(named(await ask('Why oak?', third), 'duplicate')).toBe('pass unique')
    expect(known.size).toBe(3)

    const judge = createJudge({
      thresholds: DEFAULT_THRESHOLDS,
      detect: () => 'en',
      wordsOf: () => Promise.resolve({ instruction: 'Why oak?', response: EN }),
    })
    judge.remember(idOf(9), { instruction: 'Why oak?', response: EN }, '')
    const itself = await judge.judge(draft('Why oak?', EN), idOf(9), {
      text: EN,
      language: 'en',
      headings: [],
      key: '',
      place: '',
    })
    expect(named(itself, 'duplicate')).toBe('pass unique')
  })

  it('DUP4: a pair whose words are gone is no reason to fail', async () => {
    const { ask, known } = desk()
    await ask('Why oak?', EN)
    known.clear()
    expect(named(await ask('Why oak?', EN), 'duplicate')).toBe('pass unique')
  })

  it('DUP5: the same pairs are found, in whatever order the others were taken in', async () => {
    const words = EN.replace(/[^a-z ]/giu, '').split(' ')
    const variant = (seed: number): PairWords => ({
      instruction: `Why was oak chosen in case w${String.fromCharCode(97 + (seed % 3))}?`,
      response: words.map((word, i) => (i === seed % 50 ? `w${'abcdefgh'.charAt(seed % 8)}` : word)).join(' '),
    })
    let repeated = 0
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 60 }),
        fc.integer({ min: 0, max: 60 }),
        async (seeds, asked) => {
          const found = async (order: readonly number[]): Promise<unknown> => {
            const judge = createJudge({
              thresholds: { ...DEFAULT_THRESHOLDS, repetition: 0.5 },
              detect: () => 'en',
              wordsOf: id => Promise.resolve(variant(order.find(seed => idOf(seed) === id) ?? -1)),
            })
            for (const seed of order) judge.remember(idOf(seed), variant(seed), '')
            const { instruction, response } = variant(asked)
            const passage = { text: EN, language: 'en', headings: [], key: '', place: '' } as const
            return (await judge.judge(draft(instruction, response), idOf(1000), passage)).find(
              ({ name }) => name === 'duplicate',
            )
          }
          const wanted = await found(seeds)
          if (JSON.stringify(wanted).includes('"fail"')) repeated += 1
          expect(await found([...seeds].reverse())).toEqual(wanted)
        },
      ),
      { numRuns: 40 },
    )
    // Which of those below the similarity that keys are made for is found is left to chance, but not to the order.
    expect(repeated).toBeGreaterThan(0)
  })

  it.each([
    ['May dogs enter the hall?', 'Dogs may enter the hall on weekdays.', 'Dogs may not enter the hall on weekdays.'],
    ['What does the button do?', 'The left button starts the heating.', 'The right button stops the heating.'],
    ['从哪里进？', '游客从东门进入公园。', '游客从西门进入公园。'],
    ['谁讲课？', '星期一由张教授讲课。', '星期一由李教授讲课。'],
  ])('DUP1: pairs that say the opposite, or name another one, are different: %s', async (question, one, other) => {
    const { ask } = desk()
    expect(named(await ask(question, one, 'fact', 'one'), 'duplicate')).toBe('pass unique')
    expect(named(await ask(question, other, 'fact', 'one'), 'duplicate')).toBe('pass unique')
  })

  it('DUP5: an index of several segments finds what the first holds', async () => {
    const { ask } = desk()
    const judge = createJudge({
      thresholds: DEFAULT_THRESHOLDS,
      detect: () => 'en',
      wordsOf: () => Promise.resolve({ instruction: 'Why oak?', response: EN }),
    })
    judge.remember(idOf(0), { instruction: 'Why oak?', response: EN }, '')
    for (let i = 1; i < 20_000; i++)
      judge.remember(idOf(i), { instruction: `q${i} w`, response: `r${i * 7} x y z` }, '')
    const got = await judge.judge(draft('Why oak?', EN), idOf(-1), {
      text: EN,
      language: 'en',
      headings: [],
      key: '',
      place: '',
    })
    expect(named(got, 'duplicate')).toBe('fail duplicate')
    expect(named(await ask('Why oak?', EN), 'duplicate')).toBe('pass unique')
  })

  it('DUP6: words are read only where two pairs may be alike, however many there are of one kind', async () => {
    const { ask, reads } = desk()
    const other = 'Ships that pass the cape at night see the lamp of the tower long before they can make out the land.'
    await ask('Why oak?', EN)
    await ask('What do ships see?', other)
    expect(reads()).toBe(0)
    for (let i = 0; i < 300; i++) expect(named(await ask('Why oak?', EN), 'duplicate')).toBe('fail duplicate')
    expect(reads()).toBe(300)
  })

  it('DUP6: pairs from one template stay quick', async () => {
    const { ask, reads } = desk()
    const name = (n: number): string => [n, n >> 4, n >> 8].map(part => 'abcdefghijklmnop'.charAt(part & 15)).join('')
    for (let i = 0; i < 1_000; i++)
      await ask(`Who was chosen in ${name(i)}?`, `${EN} It was ${name(i * 31)} of ${name(i)}.`)
    expect(reads()).toBeLessThan(16 * 1_000)
  })

  it('DUP1: the sketch estimates the similarity that the words have', () => {
    const words = EN.split(' ')
    const a = signatureOf('Why?', EN)
    const b = signatureOf('Why?', words.slice(0, 40).join(' '))
    let differs = 0
    for (let i = 0; i < 4; i++) {
      for (let x = ((a.sketch[i] ?? 0) ^ (b.sketch[i] ?? 0)) >>> 0; x !== 0; x = (x & (x - 1)) >>> 0) differs += 1
    }
    const estimate = 1 - (2 * differs) / 128
    expect(Math.abs(estimate - similarity(a.shingles, b.shingles))).toBeLessThan(0.3)
  })

  it('CHECK14: a pair of a megabyte is compared by its first part', async () => {
    const { ask } = desk()
    const long = `${EN} `.repeat(4_000)
    await ask('Why oak?', long)
    expect(named(await ask('Why oak?', `${long}more`), 'duplicate')).toMatch(/^fail/u)
  })
})

describe('caps', () => {
  const many = async (count: number, task: (i: number) => string, text: string): Promise<readonly string[]> => {
    const { ask } = desk({}, text)
    const results: string[] = []
    for (let i = 0; i < count; i++)
      results.push(named(await ask(`Question q${i}?`, `Answer a${i}.`, task(i), 'same'), 'cap'))
    return results
  }

  it('CAP1: more pairs of one task than set are a doubt', async () => {
    const results = await many(14, () => 'fact', EN.repeat(20))
    expect(results).toEqual([
      ...Array<string>(12).fill('pass within-cap'),
      ...Array<string>(2).fill('doubt over-task-cap'),
    ])
  })

  it('CAP2: more pairs than the length carries are a doubt', async () => {
    const short = await many(16, i => `task ${i}`, EN)
    expect(short.slice(13)).toEqual(['pass within-cap', 'doubt over-passage-cap', 'doubt over-passage-cap'])
    const long = await many(30, i => `task ${i}`, EN.repeat(20))
    expect(new Set(long)).toEqual(new Set(['pass within-cap']))
  })

  it('CAP2: neither a recipe nor the rules reach the defaults, whatever the length', () => {
    const { perTask, perHundredTokens, leastPerPassage } = DEFAULT_THRESHOLDS
    expect(FAMILIES.length * 2).toBeLessThanOrEqual(leastPerPassage)
    const own = RECIPES.filter(recipe => recipe.parts === null)
    expect(own.length).toBeGreaterThan(4)
    for (let tokens = 20; tokens <= 2_000; tokens += 20) {
      const asked = own.map(({ pairs }) => pairsFor(pairs, tokens))
      expect(Math.max(...asked)).toBeLessThanOrEqual(perTask)
      const most = Math.max(leastPerPassage, Math.ceil((perHundredTokens * tokens) / 100))
      expect(asked.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(most)
    }
  })

  it('CAP3: another passage counts anew, and pairs that fail do not count', async () => {
    const { ask } = desk({ perTask: 1 })
    expect(named(await ask('Q one?', 'Answer one.', 'fact', 'a'), 'cap')).toBe('pass within-cap')
    expect(named(await ask('Q one?', 'Answer one.', 'fact', 'b'), 'cap')).toBe('pass within-cap')
    expect(named(await ask('Q two?', 'Answer two.', 'fact', 'b'), 'cap')).toBe('pass within-cap')
    expect(named(await ask('Q three?', 'Answer three.', 'fact', 'b'), 'cap')).toBe('doubt over-task-cap')
  })
})
