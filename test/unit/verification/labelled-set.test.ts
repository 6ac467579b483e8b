import { beforeAll, describe, expect, it } from 'vitest'
import type { DetectLanguage } from '#core/ports/language'
import { loadDetectLanguage } from '#files/language'
import { numbersIn } from '#test/support/numbers-in'
import {
  type Label,
  LABELS_OF,
  type LabelledPair,
  type LabelledSet,
  labelledPairs,
  labelledPassages,
} from '#test/support/labelled-set'

// What strings can prove about the labels. It shares no code with the checks that the set measures.

const LEAST: Readonly<Record<Label, number>> = {
  'right-look-alike': 15,
  'right-verbatim': 30,
  'right-paraphrase': 40,
  'right-short': 10,
  'right-yes-no': 8,
  'right-choice': 8,
  'right-steps': 6,
  'wrong-number': 20,
  'wrong-date': 12,
  'wrong-unit': 10,
  'wrong-entity': 20,
  'swapped-relation': 10,
  negation: 12,
  'outside-knowledge': 12,
  'cut-off': 14,
  'wrong-language': 10,
  leak: 12,
  duplicate: 12,
  debris: 6,
  echo: 6,
  'no-option': 6,
}

/** Of the later sets, where it is less. */
const LEAST_LATER: Partial<Readonly<Record<Label, number>>> = {
  'right-verbatim': 14,
  'wrong-number': 12,
  'wrong-date': 10,
  'wrong-unit': 6,
  'wrong-entity': 14,
  'swapped-relation': 6,
  negation: 6,
  'outside-knowledge': 6,
  'cut-off': 8,
  'wrong-language': 6,
  leak: 4,
  debris: 4,
  echo: 4,
  'no-option': 4,
}
const LEAST_PASSAGES: Readonly<Record<LabelledSet, number>> = {
  first: 20,
  fresh: 12,
  varied: 12,
  fourth: 12,
  fifth: 12,
  sixth: 12,
  seventh: 12,
  blind: 12,
}

const LEAK = {
  en: /\b(?:passage|text|above|document|author)\b/iu,
  zh: /上文|文中|本文|文章|段文字|材料|参考资料|段落|作者/u,
}
const DEBRIS = /<\/END>|<\|im_end\|>|<\/s>|```json|^###|\*\*|&nbsp;|(?:Question|问题)\s?2[:：]|问答对/u

/** Letters and digits alone, in one width and case. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function parts(text: string): Set<string> {
  const plain = bare(text)
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, i) => plain.slice(i, i + 3)))
}

/** Words of a text, and each Han character. */
function terms(text: string): string[] {
  return text.toLowerCase().match(/\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{N}])+/gu) ?? []
}

/** Jaccard similarity of the runs of three characters of two texts. */
function likeness(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter(part => b.has(part)).length
  return common / Math.max(1, a.size + b.size - common)
}

const words = ({ instruction, response }: LabelledPair): string => `${instruction}\n${response}`

let detect: DetectLanguage
beforeAll(async () => {
  detect = await loadDetectLanguage()
})

const SETS = (['first', 'fresh', 'varied', 'fourth', 'fifth', 'sixth', 'seventh', 'blind'] as const).flatMap(set =>
  (['en', 'zh'] as const).map(language => ({ set, language })),
)

describe.each(SETS)('the $set labelled set in $language', ({ set, language }) => {
  const passages = labelledPassages(language, set)
  const pairs = labelledPairs(language, set)
  const having = (...labels: readonly Label[]) => pairs.filter(({ label }) => labels.includes(label))
  const textOf = ({ passage }: LabelledPair): string => passages.get(passage)?.text ?? ''
  const failing = (
    entries: readonly LabelledPair[],
    holds: (pair: LabelledPair, text: string) => boolean,
  ): string[] => {
    expect(entries.length).toBeGreaterThan(0)
    return entries
      .filter(pair => !holds(pair, textOf(pair)))
      .map(pair => `${pair.id}: ${words(pair)} ${JSON.stringify(pair.fault)}`)
  }

  it('has enough of every label, over passages of a passage’s size', () => {
    const least = set === 'first' ? LEAST : { ...LEAST, ...LEAST_LATER }
    for (const label of LABELS_OF[set]) expect([label, having(label).length >= least[label]]).toEqual([label, true])
    expect(having(...LABELS_OF[set]).length).toBe(pairs.length)
    expect(passages.size).toBeGreaterThanOrEqual(LEAST_PASSAGES[set])
    for (const { text, language: own } of passages.values()) {
      const size = language === 'en' ? text.split(/\s+/u).length : text.length
      expect(size).toBeGreaterThanOrEqual(language === 'en' ? 80 : 150)
      expect(size).toBeLessThanOrEqual(language === 'en' ? 400 : 600)
      expect(own).toBe(language)
      expect(detect(text)).toBe(language)
    }
  })

  it('has ids of its own, which name their passage and a later set', () => {
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length)
    expect(failing(pairs, ({ id, passage }) => passages.has(passage) && id.startsWith(`${passage}-`))).toEqual([])
    const [later] = /^(?:fresh|varied|fourth|fifth|sixth|seventh|blind)-/u.exec(pairs[0]?.id ?? '') ?? ['']
    expect(later).toBe(set === 'first' ? '' : `${set}-`)
    expect(failing(pairs, ({ id }) => id.startsWith(later))).toEqual([])
  })

  it('names sources as models do: mostly word for word, now and then with a slip, or not at all', () => {
    const named = pairs.filter(({ quote }) => quote !== null)
    const exact = named.filter(pair => textOf(pair).includes(pair.quote ?? '')).length
    expect(exact / pairs.length).toBeGreaterThan(0.6)
    expect((named.length - exact) / pairs.length).toBeGreaterThan(0.05)
    expect((pairs.length - named.length) / pairs.length).toBeGreaterThan(0.05)
  })

  it('a verbatim, short or chosen right response stands in its passage', () => {
    const quoting = having('right-verbatim', 'right-short', 'right-choice')
    expect(
      failing(quoting, ({ response }, text) => bare(text).includes(bare(response).replace(/^(?:in|at)/u, ''))),
    ).toEqual([])
  })

  it('a paraphrase is none word for word', () => {
    expect(failing(having('right-paraphrase'), ({ response }, text) => !bare(text).includes(bare(response)))).toEqual(
      [],
    )
  })

  it('every number of a right response stands in the passage, in digits or words, or is listed as derived', () => {
    const right = pairs.filter(({ label }) => label.startsWith('right-'))
    const unknown = right.flatMap(pair => {
      const known = new Set([...numbersIn(textOf(pair)), ...pair.derived.flatMap(number => [...numbersIn(number)])])
      const said = [...numbersIn(`${pair.response} ${pair.reasoning ?? ''}`)].filter(number => !known.has(number))
      return said.map(number => `${pair.id} ${number}: ${pair.response}`)
    })
    expect(unknown).toEqual([])
  })

  it('steps end in their answer', () => {
    const last = (text: string): string => [...numbersIn(text)].at(-1) ?? ''
    expect(failing(having('right-steps'), pair => numbersIn(pair.response).has(last(pair.reasoning ?? '')))).toEqual([])
  })

  it('where words are exchanged, the wrong ones stand in the response and the right ones in the passage', () => {
    const exchanged = having('wrong-number', 'wrong-date', 'wrong-unit', 'wrong-entity', 'negation')
    const proven = failing(exchanged, ({ response, fault }, text) => {
      const { wrong = '', right = '', from } = fault ?? {}
      const inside = text.includes(wrong) ? 'passage' : 'outside'
      const said = response.split(wrong).join('')
      return (
        wrong !== '' &&
        right !== '' &&
        response.includes(wrong) &&
        text.includes(right) &&
        !said.includes(right) &&
        from === inside
      )
    })
    expect(proven).toEqual([])
  })

  it('a wrong entity is as often another one of the passage as one from outside', () => {
    const inside = having('wrong-entity').filter(({ fault }) => fault?.from === 'passage').length
    expect(inside / having('wrong-entity').length).toBeGreaterThan(0.35)
    expect(inside / having('wrong-entity').length).toBeLessThan(0.65)
  })

  it('a fault in something else than numbers leaves every number right', () => {
    const sound = having('wrong-entity', 'swapped-relation', 'negation', 'cut-off', 'leak', 'no-option')
    const numbers = failing(sound, ({ response, label, fault }, text) => {
      // The name of a wrong thing may hold a number.
      const known = numbersIn(`${text} ${fault?.wrong ?? ''}`)
      return label === 'no-option' || [...numbersIn(response)].every(number => known.has(number))
    })
    expect(numbers).toEqual([])
  })

  it('where relations are swapped, nearly every word is of the passage and the sentence is not', () => {
    const swapped = failing(having('swapped-relation'), ({ response }, text) => {
      const known = new Set(terms(text))
      const said = terms(response)
      return !bare(text).includes(bare(response)) && said.filter(term => known.has(term)).length / said.length > 0.7
    })
    expect(swapped).toEqual([])
  })

  it('what is cut off is the beginning of a sentence of the passage', () => {
    const cut = failing(having('cut-off'), ({ response }, text) => {
      const next = text[text.indexOf(response) + response.length] ?? ''
      return text.includes(response) && !/[.。！？!?;；]$/u.test(response) && !/[.。]/u.test(next)
    })
    expect(cut).toEqual([])
  })

  it('a wrong language is one', () => {
    expect(failing(having('wrong-language'), ({ response }) => detect(response) !== language)).toEqual([])
    const others = pairs.filter(({ label }) => label !== 'wrong-language')
    const han = (text: string): number => (text.match(/\p{sc=Han}/gu)?.length ?? 0) / Math.max(1, bare(text).length)
    expect(failing(others, ({ instruction }) => han(instruction) > 0.3 === (language === 'zh'))).toEqual([])
  })

  it('phrases about the passage stand in pairs that leak, and in no right one', () => {
    const leaks = having('leak')
    expect(failing(leaks, pair => LEAK[language].test(pair.response) && !pair.needsPassage)).toEqual([])
    const right = pairs.filter(({ label }) => label.startsWith('right-'))
    const phrase = language === 'en' ? /\b(?:passage|document|author)\b/iu : LEAK.zh
    expect(failing(right, ({ response }) => !phrase.test(response))).toEqual([])
  })

  it('debris, echoes and answers that are no option are what they are called, and nothing else is', () => {
    expect(failing(having('debris'), ({ response }) => DEBRIS.test(response))).toEqual([])
    const others = pairs.filter(({ label }) => label !== 'debris')
    expect(failing(others, ({ response }) => !DEBRIS.test(response))).toEqual([])
    expect(failing(having('echo'), pair => likeness(parts(pair.instruction), parts(pair.response)) > 0.4)).toEqual([])
    const choices = pairs.filter(({ options }) => options !== null)
    expect(
      failing(choices, ({ options, response, label }) => {
        const different = new Set(options?.map(bare)).size === options?.length
        return different && options.includes(response) === (label !== 'no-option')
      }),
    ).toEqual([])
  })

  it('a duplicate says again what an earlier pair said, and no other pair comes near one before it', () => {
    const byId = new Map(pairs.map(pair => [pair.id, pair]))
    const repeats = failing(having('duplicate'), pair => {
      const first = byId.get(pair.fault?.of ?? '')
      if (first === undefined || pairs.indexOf(first) >= pairs.indexOf(pair)) return false
      const alike = likeness(parts(words(first)), parts(words(pair)))
      const same = bare(words(first)) === bare(words(pair))
      return pair.fault?.how === 'same' ? same : !same && alike > 0.7
    })
    expect(repeats).toEqual([])
    const others = pairs
      .filter(({ label }) => label !== 'duplicate' && label !== 'right-look-alike')
      .map(pair => ({ pair, runs: parts(words(pair)) }))
    const near = others.flatMap((a, i) =>
      others
        .slice(i + 1)
        .filter(b => likeness(a.runs, b.runs) > 0.6)
        .map(b => `${a.pair.id} ${b.pair.id}: ${words(a.pair)} | ${words(b.pair)}`),
    )
    expect(near).toEqual([])
  })

  it('a look-alike is much like an earlier right pair of its passage and answers otherwise', () => {
    const alikes = pairs.filter(({ label }) => label === 'right-look-alike')
    const byId = new Map(pairs.map(pair => [pair.id, pair]))
    const wrong = alikes.filter(pair => {
      const first = byId.get(pair.fault?.of ?? '')
      if (first === undefined || pairs.indexOf(first) >= pairs.indexOf(pair)) return true
      const alike = likeness(parts(words(first)), parts(words(pair)))
      const right = first.label.startsWith('right-') && first.passage === pair.passage
      return !right || alike < 0.35 || bare(first.response) === bare(pair.response)
    })
    expect(wrong.map(pair => `${pair.id}: ${words(pair)}`)).toEqual([])
    expect(alikes.length > 0).toBe(set !== 'first')
  })
})
