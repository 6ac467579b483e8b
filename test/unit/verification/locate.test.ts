import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locate, saysAgain, withoutOverlap } from '#core/verification/locate'

const PASSAGE = `On the northern coast the keepers turned to wood.
Pine was plentiful but its resin coated the glass
with soot within an hour; therefore the first keepers burned oak, which had to be carried from forty miles inland.

In 1822 the stepped lens made open fires obsolete. A single oil lamp behind it could be seen for 20.5 miles.
It did not hold below -5 °C.`

const CHINESE = '灯塔建于1822年。它高四十米，\n用花岗岩砌成。看守人每晚点燃油灯，直到黎明。'

function words(passage: string, response: string): readonly (string | number | undefined)[][] {
  return locate(passage, response).map(found => [found.how, passage.slice(found.start, found.end), found.score])
}

describe('locate', () => {
  it('LOC1: finds the exact words with their offsets', () => {
    expect(words(PASSAGE, 'the keepers turned to wood.')).toEqual([
      ['quoted', 'the keepers turned to wood.', undefined],
    ])
  })

  it('LOC1: looks past line breaks, case, width and punctuation, and maps back to the passage', () => {
    expect(words(PASSAGE, 'Its resin coated the glass with soot within an hour')).toEqual([
      ['quoted', 'its resin coated the glass\nwith soot within an hour', undefined],
    ])
    expect(words(CHINESE, '它高四十米,用花岗岩砌成.')).toEqual([['quoted', '它高四十米，\n用花岗岩砌成', undefined]])
    expect(words(CHINESE, '灯塔建于１８２２年。')).toEqual([['quoted', '灯塔建于1822年。', undefined]])
  })

  it('LOC1: a word inside of another word, or a number inside of another, is no quote', () => {
    expect(words(PASSAGE, 'keep')).toEqual([])
    expect(words(PASSAGE, '182')).toEqual([])
    expect(words(PASSAGE, '20')).toEqual([])
    expect(words(PASSAGE, '20.5')).toEqual([['quoted', '20.5', undefined]])
    expect(words(PASSAGE, '-5 °C')).toEqual([['quoted', '-5 °C', undefined]])
    expect(words(PASSAGE, '5 °C').filter(([how]) => how === 'quoted')).toEqual([])
  })

  it('LOC2: prefers the occurrence that agrees in every character', () => {
    expect(locate('oak burns. Oak warms.', 'Oak')).toEqual([{ start: 11, end: 14, how: 'quoted' }])
  })

  it('LOC3: aligns each sentence of an answer with the sentence that shares its rarer words', () => {
    expect(words(PASSAGE, 'Pine resin coated the glass with soot, so the first keepers burned oak.')).toEqual([
      [
        'fuzzy',
        'Pine was plentiful but its resin coated the glass\nwith soot within an hour; therefore the first keepers burned oak, which had to be carried from forty miles inland.',
        expect.any(Number),
      ],
    ])
    const two = words(PASSAGE, 'The keepers turned to wood. The stepped lens made open fires obsolete in 1822.')
    expect(two.map(([how, text]) => [how, text])).toEqual([
      ['quoted', 'the keepers turned to wood.'],
      ['fuzzy', 'In 1822 the stepped lens made open fires obsolete.'],
    ])
  })

  it.each([
    [
      'typing errors',
      'its resin coted the glass with sooot within an hour',
      'its resin coated the glass\nwith soot within an hour',
    ],
    [
      'a word put in and one left out',
      'the keepers then burned oak, which had to be carried forty miles inland',
      'keepers burned oak, which had to be carried from forty miles inland',
    ],
  ])('LOC7: finds what was copied with %s, from whole word to whole word', (_, response, place) => {
    const [found] = locate(PASSAGE, response)
    expect(found?.how).toBe('fuzzy')
    expect(found?.score).toBeGreaterThan(0.75)
    expect(PASSAGE.slice(found?.start, found?.end)).toBe(place)
  })

  it('LOC7: so in Chinese', () => {
    const [found] = locate(CHINESE, '看守人每晚都点然油灯直到黎明')
    expect(found?.how).toBe('fuzzy')
    expect(CHINESE.slice(found?.start, found?.end)).toBe('看守人每晚点燃油灯，直到黎明')
  })

  it('LOC7: any words of the passage with one left out are found where they stand', () => {
    const words = [...PASSAGE.matchAll(/\S+/gu)]
    for (let first = 0; first + 12 <= words.length; first++) {
      for (let without = 2; without < 10; without++) {
        const copied = words.slice(first, first + 12)
        const [start, end] = [copied[0]?.index ?? 0, (copied[11]?.index ?? 0) + (copied[11]?.[0].length ?? 0)]
        const response = copied.filter((_, i) => i !== without).map(([word]) => word.replace(/[.;]/u, ''))
        const found = locate(PASSAGE, response.join(' '))
        const overlap = Math.min(end, found.at(-1)?.end ?? 0) - Math.max(start, found[0]?.start ?? 0)
        expect(found.every(place => place.how !== 'nearest')).toBe(true)
        expect(overlap).toBeGreaterThan(0.4 * (end - start))
      }
    }
  })

  it('LOC8: of several places the one nearest to other evidence is meant, the first where there is none', () => {
    const twice = 'Oak burns slowly. Pine is plentiful. Ash burns fast. Birch is rare. Oak burns slowly. Elm is heavy.'
    const second = twice.lastIndexOf('Oak')
    expect(locate(twice, 'Oak burns slowly.')[0]?.start).toBe(0)
    expect(locate(twice, 'Oak burns slowly.', [{ start: second + 18, end: twice.length }])[0]?.start).toBe(second)
    const starts = locate(twice, 'Elm is heavy. Oak burns slowly.').map(place => place.start)
    expect(starts).toEqual([second, twice.indexOf('Elm')])
  })

  it('LOC3: numbers that the passage lacks, and words that join, count nothing; seven is 7', () => {
    const loans = 'No loan may exceed 15,000 pounds or run for more than seven years. Savers receive interest.'
    const [found] = locate(loans, 'It may be no larger than £15,000 and must be paid back within 7 years.')
    expect(loans.slice(found?.start, found?.end)).toMatch(/^No loan/u)
    expect(found?.score).toBeGreaterThan(0.4)
    const cake = '用锡纸包好可以放两天。每份约410千卡。外婆用杏子代替李子。'
    const [place] = locate(cake, '一共约3280千卡')
    expect(cake.slice(place?.start, place?.end)).toContain('千卡')
    expect(place?.how).toBe('fuzzy')
  })

  it('LOC9: a sentence that tells what two of the passage tell has a place in each', () => {
    const council =
      'The mayor, Alan Rowe, called it a hard but honest decision. Buses go on. The leader of the opposition, Sue Beck, had proposed to leave one lane open.'
    const said = 'Mayor Alan Rowe defended it as an honest decision, whereas Sue Beck had wanted one lane to stay open.'
    expect(locate(council, said).map(({ start }) => start)).toEqual([0, council.indexOf('The leader')])
    const chinese = '村民代表方秀英支持改造，但担心买菜不便。公交改道。商户代表邓一鸣要求推迟到国庆节以后开工。'
    expect(locate(chinese, '方秀英怕改造以后买菜不便，邓一鸣要求推迟开工到国庆节以后。').length).toBe(2)
    // A part that stands nowhere leaves the whole a guess.
    const half =
      'Mayor Alan Rowe defended it as an honest decision, whereas zinc protects steel from rust in sea water.'
    expect(locate(council, half).length).toBeLessThan(2)
  })

  it('LOC3: endings of words, and words that say nothing, make no difference', () => {
    const [found] = locate(PASSAGE, 'Because of that, the first keeper burns oak carried forty miles from inland.')
    expect(found?.how).toBe('fuzzy')
  })

  it('LOC4: names a weak match as nearest, with a score below that of an alignment', () => {
    const [guess] = locate(PASSAGE, 'An oil lamp could be brighter still.')
    expect(guess?.how).toBe('nearest')
    expect(guess?.score).toBeLessThan(0.6)
  })

  it('LOC4: names nothing where nothing supports the answer', () => {
    expect(locate(PASSAGE, 'Bananas ripen quickly.')).toEqual([])
    expect(locate('', 'anything')).toEqual([])
    expect(locate(PASSAGE, ' … ')).toEqual([])
  })

  it('LOC5: takes no comfort from an answer that stands in nearly every text', () => {
    expect(locate('There is no oak. Yes, a lamp.', 'No.')).toEqual([])
    expect(locate('There is no oak. Yes, a lamp.', 'Yes')).toEqual([])
    expect(locate('这是对的，也是错的。', '对')).toEqual([])
  })

  it('LOC6: stays inside of the passage, in order and without overlap, for any two texts', () => {
    const text = fc.string({
      unit: fc.constantFrom('oak', ' ', '.', '。', '灯', '塔', '\n', '5', '-', '😀', 'İ', "'", '①'),
    })
    fc.assert(
      fc.property(text, text, (passage, response) => {
        let reached = 0
        for (const { start, end } of locate(passage, response)) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(passage.length)
          reached = end
        }
      }),
    )
  })

  it('LOC6: a passage or an answer that repeats itself costs no more than its length', () => {
    const time = (size: number): number => {
      const started = performance.now()
      locate('灯'.repeat(size), `${'灯'.repeat(size / 2)}塔。`.repeat(4))
      locate('oak '.repeat(size), 'oak oak pine. '.repeat(size / 4))
      return performance.now() - started
    }
    time(4_000)
    expect(time(80_000)).toBeLessThan(Math.max(200, time(8_000) * 60))
  })
})

describe('saysAgain', () => {
  it('LOC1: compares words, not characters', () => {
    expect(saysAgain('They burned OAK — because', 'burned oak')).toBe(true)
    expect(saysAgain('They burned oaks', 'burned oak')).toBe(false)
    expect(saysAgain('anything', '…')).toBe(false)
  })
})

describe('withoutOverlap', () => {
  it('LOC6: the stronger kind stays', () => {
    expect(
      withoutOverlap([
        { start: 0, end: 9, how: 'nearest' },
        { start: 12, end: 15, how: 'fuzzy' },
        { start: 4, end: 6, how: 'quoted' },
      ]),
    ).toEqual([
      { start: 4, end: 6, how: 'quoted' },
      { start: 12, end: 15, how: 'fuzzy' },
    ])
  })
})
