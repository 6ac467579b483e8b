import type { ChatRequest, CompletionRequest } from '#core/ports/engine'
import { randomStream } from '#core/synthesis/random-stream'
import { type FakeJudge, type FakeVerdict, fakeVerdict } from './fake-judge'
import type { FakeAnswer } from './fake-source'
import { longestParagraph, markedPassage, pairsFrom, strangePair } from './fake-pairs'
import { tokensOf } from './fake-tokens'
import { plantedPairs } from './planted-faults'

export interface PlannedAnswer {
  /** What the model would write if nothing stopped it. */
  readonly tokens: readonly string[]
  /** What strikes after so many tokens; null for nothing. */
  readonly fault: {
    readonly kind: 'cut-off' | 'dies' | 'hangs' | 'lost' | 'throws'
    readonly after: number
    readonly text: string
  } | null
  /** The verdict that it is, for a request of a gate; null for all others. */
  readonly verdict: FakeVerdict | null
}

const SUM = /(\d{1,4})\s*\+\s*(\d{1,4})/u
/** Such a short text about a sum is small talk, not a passage. */
const SHORT = 200

/** The answer to a trivial question; null where the request is none. */
export function smallTalk(request: ChatRequest | CompletionRequest): string | null {
  if ('prompt' in request) return null
  const last = request.messages.findLast(message => message.role === 'user')?.content ?? ''
  const [, a, b] = last.length < SHORT ? (SUM.exec(last) ?? []) : []
  return a === undefined || b === undefined ? null : `${Number(a) + Number(b)}.`
}

/** The tokens that a behaviour writes for a request, and its fault. `limit` bounds what never ends by itself. */
export function planAnswer(
  answer: FakeAnswer,
  judge: FakeJudge,
  request: ChatRequest | CompletionRequest,
  limit: number,
): PlannedAnswer {
  const good = answer.kind === 'pairs' || ('tokens' in answer && answer.kind !== 'cut-off')
  const verdict = good ? fakeVerdict(judge, request) : null
  const tokens = tokensOf(verdict?.text ?? textOf(answer, request, limit))
  if (!('tokens' in answer)) return { tokens, fault: null, verdict }
  const { kind } = answer
  return { tokens, fault: { kind, after: answer.tokens, text: kind === 'throws' ? answer.text : '' }, verdict }
}

function textOf(answer: FakeAnswer, request: ChatRequest | CompletionRequest, limit: number): string {
  const { seed, temperature } = request.sampling
  const draw = temperature === 0 ? 0 : seed
  const turn = 'prompt' in request ? 0 : request.messages.length
  switch (answer.kind) {
    case 'text':
      return answer.text
    case 'empty':
    case 'overflow':
      return ''
    case 'white-space':
      return `<QUE>${'\n'.repeat(limit)}`
    case 'garbage':
      return garbage(draw, limit)
    case 'same-pair':
      return repeated(`${pairsFrom(aboutWhat(request), draw, turn, true).split('\n\n')[0] ?? ''}\n\n`, limit)
    case 'planted':
      return plantedPairs(aboutWhat(request), draw, turn)
    case 'wrong-language':
      return strangePair(aboutWhat(request))
    case 'pairs':
    case 'cut-off':
    case 'dies':
    case 'hangs':
    case 'lost':
    case 'throws':
      return pairsFrom(aboutWhat(request), draw, turn, !('prompt' in request))
  }
}

/** A passage may be some turns back: what follows it is then a short "another one". */
function aboutWhat(request: ChatRequest | CompletionRequest): string {
  const told =
    'prompt' in request
      ? [request.prompt]
      : request.messages.filter(message => message.role === 'user').map(message => message.content)
  const marked = told.map(markedPassage).findLast(passage => passage !== null)
  return marked ?? longestParagraph(told.findLast(text => text.length >= SHORT) ?? told.at(-1) ?? '')
}

function repeated(text: string, limit: number): string {
  return text.repeat(Math.ceil((limit + 1) / Math.max(1, tokensOf(text).length)))
}

/** Replacement and control characters, as drivers with faulty 16-bit floats give. */
function garbage(seed: number, limit: number): string {
  const stream = randomStream(seed, 'fake-garbage')
  return Array.from({ length: limit }, () => stream.pick(['\u{fffd}', '\u{1}', '\u{e000}', '\u{7f}', '!'])).join('')
}
