import type { Quantity } from '#core/verification/support/quantity'
import type { Folded } from '#core/verification/support/tokens'

/** Which end of a stretch a number is, which limit, or in which direction it measures; null where that is not told. */
export interface Marks {
  readonly edge: 'from' | 'to' | null
  readonly limit: 'least' | 'most' | null
  readonly way: string | null
  /** What was before a change, or is since then: "reduced from 12 to 9", 由12张减为9张. */
  readonly state: 'before' | 'after' | null
}

/** Characters before and behind a number that may say so. */
const LOOKED_AT = 48

const FROM = /(?:\b(?:from|since|between)(?: the)?|从|自|由|起自)\s*$/iu
const TO = /(?:\b(?:to|until|till)(?: the)?|到|至|为止)\s*$/iu
const BETWEEN = /\bbetween\b(?:[^,;.]|[,.](?=\d))*\band\s*$/iu
const LEAST =
  /(?:\bat least|\b(?:minimum|no less than|not less than)(?: of)?|至少|最[少低短小]\p{sc=Han}?|不得?(?:少|低|小|短)于)\s*$/iu
const MOST =
  /(?:\bat most|\bup to|\b(?:maximum|no more than|not more than)(?: of)?|(?:not|cannot|never) exceed|最[多高长大]\p{sc=Han}?|至多|不[得能可会]?超过|不得?[多高大长]于|(?:封顶|上限)[是为]?)\s*$/iu
const CAPPED = /^\s*封顶/u
const CHANGED_FROM =
  /(?:\b(?:rose|fell|grew|dropped|raised|lowered|reduced|cut|increased|decreased|shortened|extended|changed|moved)\b[^.;]*\bfrom(?: the)?|由|从|原来?的?)\s*$/iu
const CHANGED_TO =
  /(?:\b(?:rose|fell|grew|dropped|raised|lowered|reduced|cut|increased|decreased|shortened|extended|changed|moved)\b[^.;]*\bfrom\b[^.;]*\bto(?: the)?|[减增降升改提缩扩涨跌延调]\p{sc=Han}?[为至到成])\s*$/iu
/** What stands behind the first number of a change. */
const CHANGES = /^[^，。；,;.]{0,8}(?:[减增降升改提缩扩涨跌延调]\p{sc=Han}?[为至到成]|\bto\b)/u

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
    limit: LEAST.test(before) ? 'least' : MOST.test(before) || CAPPED.test(text.slice(end, end + 4)) ? 'most' : null,
    state: CHANGED_TO.test(before)
      ? 'after'
      : CHANGED_FROM.test(before) && CHANGES.test(text.slice(end, end + LOOKED_AT))
        ? 'before'
        : null,
    way: WAYS.get(behind) ?? WAYS.get(before.slice(-1)) ?? null,
  }
}

function isEnd(before: string): boolean {
  return TO.test(before) || BETWEEN.test(before)
}

const ASKS: Readonly<Record<'from' | 'to' | 'least' | 'most' | 'before' | 'after', RegExp>> = {
  before:
    /\b(?:before|originally|previously|formerly|at first|used to)\b|原来|原先|以前|此前|之前|[调改]\p{sc=Han}?前/iu,
  after: /\b(?:now|today|since then|new|afterwards|currently)\b|现在|如今|目前|之后|[调改]\p{sc=Han}?后/iu,
  from: /\b(?:begins?|began|starts?|started|since when|opens?|opened)\b|开始|开门|起点/iu,
  to: /\b(?:ends?|ended|finish(?:es|ed)?|closes?|closed|until when)\b|结束|截止|关门|闭馆|终点|到几/iu,
  least: /\b(?:at least|minimum|least|lowest|shortest|smallest)\b|至少|最[少低短小]/iu,
  most: /\b(?:at most|maximum|up to|no more than|most|highest|longest|largest|upper limits?|ceiling)\b|上限|封顶|至多|最[多高长大]|不超过/iu,
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
  const marks = {
    edge: one('from', 'to'),
    limit: one('least', 'most'),
    way: WAYS.get(way) ?? null,
    state: one('before', 'after'),
  }
  asked.set(question, marks)
  return marks
}
