import type { StopReason } from '#core/ports/engine'
import type { ParsedPiece } from '#core/synthesis/wire/parsed'
import { type PieceSettings, readPiece } from '#core/synthesis/wire/read-piece'
import { LONGEST_TAG, tagsIn } from '#core/synthesis/wire/tags'

export interface TagParser {
  /** Takes what is new and gives what became whole by it. */
  push(added: string): readonly ParsedPiece[]
  /** The end of the answer: gives what is left. A pair that is not whole is kept as `truncated`. */
  finish(stop: StopReason): readonly ParsedPiece[]
}

/**
 * Reads pairs out of an answer while it is written (rules PARSE1 to PARSE12). The same text gives the same pieces
 * however it is cut. Linear in the length of the answer; never throws.
 */
export function createTagParser(settings: PieceSettings): TagParser {
  const pattern = settings.strict ? 'strict' : 'tolerant'
  /** The piece in hand, without its last units, which may be the beginning of a tag. */
  let piece: string[] = []
  let held = ''
  let asked = false
  let answered = false
  let thinking = false
  let thought = false
  let found = 0
  const seen = new Set<string>()

  const taken = (): string => {
    const raw = piece.join('')
    piece = []
    asked = false
    answered = false
    return raw
  }

  /** PARSE9: the first of several pairs with the same question stays. */
  const read = (raw: string): ParsedPiece => {
    const parsed = readPiece(raw, settings)
    found += 1
    if (parsed.kind === 'rejected') return parsed
    const key = parsed.question.toLowerCase()
    if (seen.has(key)) return { kind: 'rejected', reason: 'repeated', raw: parsed.raw }
    seen.add(key)
    if (!thought) return parsed
    thought = false
    return { ...parsed, salvaged: [...parsed.salvaged, 'thinking'] }
  }

  const push = (added: string): ParsedPiece[] => {
    const text = held + added
    const pieces: ParsedPiece[] = []
    let from = 0
    for (const tag of tagsIn(text, pattern)) {
      if (tag.name === 'THINK') {
        // PARSE10: what a model thinks aloud before it answers is no part of its answer.
        if (asked) continue
        thinking = !tag.closing
        thought = true
        if (!tag.closing) continue
        taken()
        from = tag.end
      } else if (thinking || tag.closing) {
        continue
      } else if (tag.name === 'END') {
        piece.push(text.slice(from, tag.end))
        from = tag.end
        pieces.push(read(taken()))
      } else if (tag.name === 'ANS') {
        answered = true
      } else if (tag.name === 'QUE') {
        // PARSE8: a question after an answer starts a new pair, also where the end of the last one was forgotten.
        if (!settings.strict && answered) {
          piece.push(text.slice(from, tag.start))
          from = tag.start
          pieces.push(read(taken()))
        }
        asked = true
      }
    }
    const hold = Math.max(from, beginOfTag(text))
    piece.push(text.slice(from, hold))
    held = text.slice(hold)
    return pieces
  }

  return {
    push,
    finish: stop => {
      piece.push(held)
      held = ''
      const whole = stop === 'stop' && !settings.strict && answered && !thinking
      const isPair = asked || answered
      const raw = taken()
      if (raw.trim() === '') return []
      if (whole) return [read(raw)]
      // PARSE11: words after the last pair are no pair that was lost.
      if (!isPair && found > 0 && !settings.strict) return []
      const brokeOff = settings.strict && stop !== 'stop'
      const reason = isPair || thinking || brokeOff ? 'truncated' : 'no-tags'
      return [{ kind: 'rejected', reason, raw: raw.trim() }]
    },
  }
}

/** Where the last units of a text may be a tag that is not there as a whole; the length where they cannot. */
function beginOfTag(text: string): number {
  for (let i = text.length - 1; i >= Math.max(0, text.length - LONGEST_TAG); i--) {
    const unit = text[i]
    if (unit === '>' || unit === '＞') return text.length
    if (unit === '<' || unit === '＜') return i
  }
  return text.length
}
