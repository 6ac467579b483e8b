import type { Quantity } from '#core/verification/support/quantity'
import type { Folded } from '#core/verification/support/tokens'

/** Which end of a stretch a number is, which limit, or in which direction it measures; null where that is not told. */
export interface Marks {
  readonly edge: 'from' | 'to' | null
  readonly limit: 'least' | 'most' | null
  readonly way: string | null
}

/** Characters before and behind a number that may say so. */
const LOOKED_AT = 48

const FROM = /(?:\b(?:from|since|between)(?: the)?|从|自|由|起自)\s*$/iu
const TO = /(?:\b(?:to|until|till)(?: the)?|到|至|为止)\s*$/iu
const BETWEEN = /\bbetween\b(?:[^,;.]|[,.](?=\d))*\band\s*$/iu
const LEAST =
  /(?:\bat least|\b(?:minimum|no less than|not less than)(?: of)?|至少|最[少低短小]|不得?(?:少|低|小|短)于)\s*$/iu
const MOST =
  /(?:\bat most|\bup to|\b(?:maximum|no more than|not more than)(?: of)?|(?:not|cannot|never) exceed|最[多高长大]|至多|不[得能可会]?超过|不得?[多高大长]于)\s*$/iu

const WAYS: ReadonlyMap<string, string> = new Map(
  'long length|wide width broad|high height tall|deep depth|thick thickness|across diameter|长|宽|高|深|厚|径'
    .split('|')
    .flatMap(group => group.split(' ').map((word): [string, string] => [word, group])),
)

/** What stands right beside a number of a text. */
export function marksOf({ start, end }: Quantity, text: string): Marks {
  const before = text.slice(Math.max(0, start - LOOKED_AT), start)
  const behind = /^[\s-]*([a-z]+)/iu.exec(text.slice(end, end + LOOKED_AT))?.[1]?.toLowerCase() ?? ''
  return {
    edge: FROM.test(before) ? 'from' : isEnd(before) ? 'to' : null,
    limit: LEAST.test(before) ? 'least' : MOST.test(before) ? 'most' : null,
    way: WAYS.get(behind) ?? WAYS.get(before.slice(-1)) ?? null,
  }
}

function isEnd(before: string): boolean {
  return TO.test(before) || BETWEEN.test(before)
}

const ASKS: Readonly<Record<'from' | 'to' | 'least' | 'most', RegExp>> = {
  from: /\b(?:begins?|began|starts?|started|since when|opens?|opened)\b|开始|开门|起点/iu,
  to: /\b(?:ends?|ended|finish(?:es|ed)?|closes?|closed|until when)\b|结束|截止|关门|闭馆|终点|到几/iu,
  least: /\b(?:at least|minimum|least|lowest|shortest|smallest)\b|至少|最[少低短小]/iu,
  most: /\b(?:at most|maximum|up to|no more than|most|highest|longest|largest)\b|至多|最[多高长大]|不超过/iu,
}
const WAY_ASKED = /(?<=\bhow )(?:long|wide|broad|high|tall|deep|thick)\b|(?<=多|的)[长宽高深厚](?!于|达|出|大)/iu

const asked = new WeakMap<Folded, Marks>()

/** What a question asks for; read once. */
export function marksAsked(question: Folded): Marks {
  const known = asked.get(question)
  if (known !== undefined) return known
  const { text } = question
  const way = WAY_ASKED.exec(text)?.[0].toLowerCase() ?? ''
  const one = <T extends keyof typeof ASKS>(a: T, b: T): T | null => {
    const [first, second] = [ASKS[a].test(text), ASKS[b].test(text)]
    return first === second ? null : first ? a : b
  }
  const marks = { edge: one('from', 'to'), limit: one('least', 'most'), way: WAYS.get(way) ?? null }
  asked.set(question, marks)
  return marks
}
