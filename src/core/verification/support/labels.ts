import { isContent, keyOf } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'

/** Codes (M-227, V2, --jobs) and what stands between quotation marks. */
const LABEL =
  /["“「](?<quoted>[^"“”「」\n]{1,40})["”」]|(?<![\p{L}\d-])(?<code>[A-Za-z]{1,4}-?\d{1,5}(?![\p{L}\d-]|[.,]\d)|--[a-z][a-z-]{1,30})/gu
/** Labels that are read in the passage, and in a response. */
const KNOWN = 48
const SAID = 8
/** Words on each side of a label that may say what it is for. */
const AROUND = 14

const ORDINAL = /^(?:first|second|third|fourth|fifth|last|next|one|two|three)$/u
const PARTS = /^(?:[.;:?!,]|and|but|while)$/u

interface Label {
  readonly text: string
  readonly isQuoted: boolean
  readonly start: number
  readonly end: number
  /** What is said of it, up to the next one. */
  readonly words: ReadonlySet<string>
  /** Two words in a row of these. */
  readonly twos: ReadonlyMap<string, string>
}

/**
 * A code or a quoted command of the passage in the place of another one: of what the passage says beside either, the pair says only what
 * belongs to the other, or the other's half where both have a word before the same one ("first stage", "second stage"; rule SUPPORT25).
 */
export function judgeLabels(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { response, instruction } = pair
  const said = [...response.text.matchAll(LABEL)].slice(0, SAID).filter(match => !pair.isVerbatim(match.index))
  if (said.length === 0) return []
  const all = `${instruction.text}\n${response.text}`
  const known = labelsOf(facts)
  return said.flatMap(match => {
    const text = textOf(match)
    const places = known.filter(label => label.text === text)
    if (places.length === 0 || instruction.text.includes(text)) return []
    const words = new Set([...instruction.tokens, ...response.tokens].filter(tells).map(keyOf))
    for (const word of text.toLowerCase().split(/[^\p{L}\d]+/u)) words.delete(word)
    const twos = new Set(
      [...twosOf(instruction.tokens), ...twosOf(response.tokens)].map(([head, word]) => `${word} ${head}`),
    )
    const other = known.find(
      label =>
        label.isQuoted === places[0]?.isQuoted &&
        label.text !== text &&
        !all.includes(label.text) &&
        places.every(place => isOther(place, label, words, twos)),
    )
    if (other === undefined) return []
    return [
      {
        result: 'doubt' as const,
        reason: 'words-differ',
        values: { said: text, passage: other.text },
        ranges: [{ start: other.start, end: other.end }],
      },
    ]
  })
}

/** Whether a pair speaks of what is said beside another label and not of what is said beside the one that it names. */
function isOther(label: Label, other: Label, words: ReadonlySet<string>, twos: ReadonlySet<string>): boolean {
  const mine = [...label.words].filter(word => !other.words.has(word) && words.has(word))
  const theirs = [...other.words].filter(word => !label.words.has(word) && words.has(word))
  if (mine.length === 0) return theirs.length > 1
  // "For the first stage" and "for the second"
  if (theirs.some(word => ORDINAL.test(word)) && [...label.words].some(word => ORDINAL.test(word) && !words.has(word)))
    return true
  return [...other.twos].some(([head, word]) => {
    const own = label.twos.get(head)
    return own !== undefined && own !== word && twos.has(`${word} ${head}`) && !words.has(own)
  })
}

const read = new WeakMap<PassageFacts, readonly Label[]>()

/** The labels of a passage, each with what is said of it; read once. */
function labelsOf(facts: PassageFacts): readonly Label[] {
  const before = read.get(facts)
  if (before !== undefined) return before
  const matches = [...facts.text.matchAll(LABEL)].slice(0, KNOWN)
  let next = 0
  const labels = matches.map((match, i): Label => {
    const [start, end] = [match.index, match.index + match[0].length]
    while (next < facts.tokens.length && (facts.tokens[next]?.start ?? 0) < start) next += 1
    const stop = matches[i + 1]?.index ?? facts.text.length
    const last = matches[i - 1]
    const around = stretch(facts.tokens, next, end, last === undefined ? 0 : last.index + last[0].length, stop)
    return {
      text: textOf(match),
      isQuoted: match.groups?.['quoted'] !== undefined,
      start,
      end,
      words: new Set(around.filter(tells).map(keyOf)),
      twos: new Map(twosOf(around)),
    }
  })
  read.set(facts, labels)
  return labels
}

function textOf(match: RegExpMatchArray): string {
  return match.groups?.['quoted'] ?? match[0]
}

/** What stands around a label: its clause, between the labels before and behind it. */
function stretch(tokens: readonly Token[], at: number, end: number, from: number, to: number): readonly Token[] {
  const found: Token[] = []
  for (let i = at - 1; i >= Math.max(0, at - AROUND); i -= 1) {
    const token = tokens[i]
    if (token === undefined || token.start < from || PARTS.test(token.word)) break
    found.unshift(token)
  }
  for (let i = at; i < Math.min(tokens.length, at + AROUND); i += 1) {
    const token = tokens[i]
    if (token === undefined || token.start >= to) break
    if (token.start < end) continue
    if (PARTS.test(token.word)) break
    found.push(token)
  }
  return found
}

function tells(token: Token): boolean {
  return ORDINAL.test(token.word) || isContent(token)
}

/** The word before each word of a row. */
function twosOf(tokens: readonly Token[]): readonly (readonly [head: string, before: string])[] {
  return tokens.flatMap((token, i): readonly (readonly [string, string])[] => {
    const before = tokens[i - 1]
    return before !== undefined && isContent(token) && tells(before) ? [[keyOf(token), keyOf(before)]] : []
  })
}
