import type { Language } from '#core/documents/document'
import { randomStream } from '#core/synthesis/random-stream'
import type { Draft } from '#core/synthesis/pair'
import { saysAgain } from '#core/verification/locate'
import type { PlantKind } from '#core/verification/gates/gate'

/** A pair with one fault that was put in on purpose. */
export interface Planted {
  readonly kind: PlantKind
  readonly draft: Draft
}

export interface PlantSource {
  readonly draft: Draft
  readonly language: Language
  readonly passage: string
}

/**
 * The wrong versions of a right pair (rule GATE11): a number changed to one that its passage does not hold, the answer of
 * a pair about another passage, the answer negated, and an instruction that points at a text. Kinds that a pair does not
 * allow (no number, no verb that could be negated) are left out. The same pair and seed give the same versions.
 *
 * @param others right pairs, from whose answers a wrong one is taken
 */
export function plantedFrom(
  pair: PlantSource,
  others: readonly PlantSource[],
  kinds: readonly PlantKind[],
  seed: number,
): readonly Planted[] {
  const made: { readonly [kind in PlantKind]: () => Partial<Draft> | null } = {
    number: () => answered(wrongNumber(pair, seed)),
    'other-answer': () => answered(otherAnswer(pair, others, seed)),
    negated: () => answered(negated(pair.draft.response, pair.language)),
    pointing: () => ({ instruction: POINTING[pair.language === 'zh' ? 'zh' : 'en'] }),
  }
  return kinds.flatMap(kind => {
    const change = made[kind]()
    return change === null ? [] : [{ kind, draft: { ...pair.draft, ...change } }]
  })
}

const POINTING = {
  en: 'What does the author say about it in the passage above?',
  zh: '作者在上文中对它是怎么说的？',
} as const

/** Steps lead to the right answer: a wrong one stands without them. */
function answered(response: string | null): Partial<Draft> | null {
  return response === null ? null : { response, reasoning: null }
}

function drawn<T>(items: readonly T[], seed: number, ...labels: readonly string[]): T | undefined {
  return items[randomStream(seed, ...labels).integer(items.length)]
}

const DIGITS = /\d/gu

function wrongNumber({ draft: { response }, passage }: PlantSource, seed: number): string | null {
  const places = [...response.matchAll(/\d+(?:[.,]\d+)*/gu)]
  const place = drawn(places, seed, 'planted-number', response)
  if (place === undefined) return null
  const { 0: number, index } = place
  for (let shift = 1; shift < 10; shift++) {
    const wrong = number.replace(DIGITS, (digit, at: number) => {
      const moved = (Number(digit) + shift) % 10
      return String(at === 0 && moved === 0 ? 9 : moved)
    })
    if (wrong !== number && !passage.includes(wrong)) {
      return response.slice(0, index) + wrong + response.slice(index + number.length)
    }
  }
  return null
}

/** Of a pair of another passage, and nothing that this passage says. */
function otherAnswer(
  { draft, passage, language }: PlantSource,
  others: readonly PlantSource[],
  seed: number,
): string | null {
  const wrong = draft.options?.filter(option => option !== draft.response && !saysAgain(draft.response, option)) ?? []
  if (wrong.length > 0) return drawn(wrong, seed, 'planted-option', draft.instruction) ?? null
  const strange = others.filter(
    other =>
      other.passage !== passage &&
      other.language === language &&
      other.draft.form !== 'yes-no' &&
      !saysAgain(passage, other.draft.response),
  )
  return drawn(strange, seed, 'planted-answer', draft.instruction)?.draft.response ?? null
}

const ENGLISH_VERB =
  /\b(?:is|are|was|were|can|could|will|would|should|must|may|might|does|do|did|has|have|had)\b(?! not)/iu
const ENGLISH_NOT = /\b(is|are|was|were|can|could|will|would|should|must|may|might|does|do|did|has|have|had) not\b/iu
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/不(?=是|会|能|可以|需要|应)/u, ''],
  [/没有/u, '有'],
  [/是/u, '不是'],
  [/可以/u, '不可以'],
  [/需要/u, '不需要'],
  [/应/u, '不应'],
  [/(?<!社|大|机|协|工|委员)会(?!议|员|计)/u, '不会'],
  [/(?<!功|性|智|可|只|才|职|节|热|电|动|势)能(?!力|量|源|够不)/u, '不能'],
  [/(?<!所|拥|含|占|特|共|国|私|没|只)有(?!关|效|限|机|时|些|的)/u, '没有'],
]

function negated(response: string, language: Language): string | null {
  const verdict = flipped(response, language)
  if (verdict !== null) return verdict
  if (language === 'zh') {
    const rule = CHINESE.find(([pattern]) => pattern.test(response))
    return rule === undefined ? null : response.replace(rule[0], rule[1])
  }
  if (ENGLISH_NOT.test(response)) return response.replace(ENGLISH_NOT, '$1')
  return ENGLISH_VERB.test(response) ? response.replace(ENGLISH_VERB, '$& not') : null
}

/** A verdict in front is turned round, and what explained it goes. */
function flipped(response: string, language: Language): string | null {
  const [, said] = /^\s*(yes|no|是的|是|否|不是)(?=[\s,.，。；;]|$)/iu.exec(response) ?? []
  if (said === undefined) return null
  const yes = /^(?:yes|是的?)$/iu.test(said)
  if (language === 'zh') return yes ? '否。' : '是。'
  return yes ? 'No.' : 'Yes.'
}
