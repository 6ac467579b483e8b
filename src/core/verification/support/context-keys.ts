import { isFunctionWord, isLittle } from '#core/verification/support/little-words'
import { remembered } from '#core/verification/support/remembered'
import { dayOf, type Quantity } from '#core/verification/support/quantity'
import { type Folded, stem, type Token } from '#core/verification/support/tokens'

/** A text that was read, with its numbers. */
export interface Counted extends Folded {
  readonly quantities: readonly Quantity[]
}

/** A word, a pair of Han characters or a number of a text, in the form in which two texts are compared. */
export interface ContextKey {
  readonly key: string
  /** Index of its token. */
  readonly at: number
  readonly start: number
}

/**
 * What tells of which thing a number is, in order: stems, pairs of Han characters, and the other numbers ("by 2018", the
 * second, 二层), each as one key. Linear in the text.
 */
export function contextKeys({ tokens, quantities }: Counted): readonly ContextKey[] {
  const keys: ContextKey[] = []
  let next = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]
    if (token === undefined) continue
    while (next < quantities.length && (quantities[next]?.end ?? 0) <= token.start) next += 1
    const quantity = quantities[next]
    if (quantity !== undefined && token.start >= quantity.start) {
      if (token.start === quantity.start)
        for (const key of numberKeys(quantity, tokens, i)) keys.push({ key, at: i, start: token.start })
      continue
    }
    const key = wordKey(tokens, i, token)
    if (key !== null) keys.push({ key, at: i, start: token.start })
  }
  return keys
}

/** Function words that tell one number from another. */
const TELLING: ReadonlySet<string> = new Set(
  'now today later earlier once under over above below each every only against'.split(' '),
)

function wordKey(tokens: readonly Token[], i: number, token: Token): string | null {
  if (token.kind === 'word') return telling(token.word)
  // The term of a Han character is that with the next one; the last token of a text that was cut off has none.
  return token.kind === 'han' && i + 1 < tokens.length ? token.term : null
}

const telling = remembered((word): string | null => {
  const empty = isLittle(word) || (isFunctionWord(word) && !TELLING.has(word))
  return empty ? null : sameWord(word)
})

function numberKeys(quantity: Quantity, tokens: readonly Token[], i: number): readonly string[] {
  const [value] = quantity.values
  const keys: string[] = []
  const day = dayOf(quantity)
  if (day !== null) {
    if (day.year !== null) keys.push(`year ${day.year}`)
    if (day.month !== null) keys.push(`month ${day.month}`)
    return keys
  }
  if (value === undefined) return keys
  let behind = i
  while ((tokens[behind]?.end ?? Infinity) < quantity.end) behind += 1
  const first = tokens[behind + 1]
  // 二层, 第二层 and 2层 are the same floor, 一等 and 二等 classes.
  if (first?.kind === 'han' && first.start === quantity.end) keys.push(`${value}${first.text}`)
  // 上半年 and 下半年 differ by what stands before.
  const before = tokens[i - 1]
  if ((quantity.loose || HALVES.test(before?.text ?? '')) && before?.kind === 'han' && before.end === quantity.start)
    keys.push(`${before.text}${value}`)
  if (quantity.kind === 'ordinal') keys.push(`place ${value}`)
  else if (!quantity.loose)
    keys.push(
      quantity.unit === null ? `${value}` : `${value * quantity.unit.factor} ${quantity.unit.measures || 'count'}`,
    )
  return keys
}

const HALVES = /^[上下前后]$/u

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'won win|took take|taken take|began begin|begun begin|rose rise|risen rise|fell fall|fallen fall|grew grow|grown grow|ran run|built build|sold sell|bought buy|held hold|led lead|left leave|lost lose|met meet|made make|gave give|given give|came come|went go|gone go|saw see|seen see|wrote write|written write|drew draw|drawn draw|drove drive|driven drive|flew fly|flown fly|knew know|known know|spent spend|kept keep|sent send|taught teach|thought think|caught catch|brought bring|sank sink|sunk sink|sang sing|sung sing|spoke speak|spoken speak|stood stand|told tell|chose choose|chosen choose|broke break|broken break|fed feed|laid lay|paid pay|shot shoot|hung hang|died die|death die|burnt burn|shut close|women woman|men man|children child|people person'
    .split('|')
    .map(pair => {
      const [form = '', base = ''] = pair.split(' ')
      return [form, base] as const
    }),
)

/** Words that ask for a measure, and those that give it; and where something begins and ends. */
const SAME: ReadonlyMap<string, string> = new Map(
  'heavy weight weigh|old age aged|tall height high|wide width|deep depth|long length|far distance|fast speed|pay price cost|open found establish launch begin start|finish end|today currently current now'
    .split('|')
    .flatMap(group => group.split(' ').map(word => [stem(word), stem(group.split(' ').at(-1) ?? '')] as const)),
)

/** Forms of a word, and words that ask for the same, as one. */
function sameWord(word: string): string {
  return sameStem(stem(IRREGULAR.get(word) ?? word))
}

/** The key of a stem. */
export function sameStem(known: string): string {
  let bare = known
  // mapped, map · carried, carry
  if (/([bdgkmnprt])\1$/u.test(bare) && bare.length > 3) bare = bare.slice(0, -1)
  if (bare.endsWith('i') && bare.length > 3) bare = `${bare.slice(0, -1)}y`
  return SAME.get(bare) ?? bare
}
