import { type RandomStream, randomStream } from '#core/synthesis/random-stream'
import { isChinese, questionAbout, sentencesFor, written } from './fake-pairs'

/** How many pairs an answer with planted faults has, the repeated ones among them. */
const PAIRS = 6

/** Share of pairs with a fault. */
const SHARE = 0.3

export type PlantedFault = 'number' | 'date' | 'cut-off' | 'language' | 'duplicate' | 'leak'

interface Sentence {
  readonly text: string
  readonly chinese: boolean
  readonly passage: string
}

/**
 * What each fault makes of a true sentence; null where the sentence has nothing to be wrong about. The question opens in
 * a way that tells the fault, so that whoever reads the pairs of a run knows what was planted where.
 */
const FAULTS: Readonly<
  Record<
    PlantedFault,
    { readonly en: string; readonly zh: string; readonly spoil: (sentence: Sentence) => string | null }
  >
> = {
  number: { en: 'Which figure is right for', zh: '关于数字：', spoil: changedNumber },
  date: { en: 'Which year is right for', zh: '关于年份：', spoil: changedYear },
  'cut-off': { en: 'What can be said about', zh: '关于内容：', spoil: ({ text, chinese }) => firstPart(text, chinese) },
  language: {
    en: 'In other words, what about',
    zh: '换句话说：',
    spoil: ({ chinese }) =>
      chinese ? 'It is told in other words how all of this came about.' : '这件事情用另一种语言说明了它的来历和经过。',
  },
  duplicate: { en: 'What is known about', zh: '', spoil: ({ text }) => text },
  leak: {
    en: 'Speaking freely, what about',
    zh: '随便说说：',
    spoil: ({ text, chinese }) => (chinese ? `根据上文，${text}` : `According to the passage, ${text}`),
  },
}

const KINDS: readonly PlantedFault[] = ['number', 'date', 'cut-off', 'language', 'duplicate', 'leak']

/** Few sentences hold a year: those that do get a wrong one more often. */
const DRAWN: readonly PlantedFault[] = [...KINDS, 'date', 'date', 'date', 'date']

/**
 * Pairs about sentences of the passage, of which about three in ten have one fault each. A wrong pair names the true
 * sentence as its source, as models do. The same passage, seed and turn give the same pairs.
 */
export function plantedPairs(passage: string, seed: number, turn: number): string {
  const stream = randomStream(seed, 'fake-planted', turn, passage)
  const pairs: string[] = []
  for (const text of sentencesFor(passage, seed, turn)) {
    if (pairs.length >= PAIRS) break
    const fault = stream.next() < SHARE ? faultFor({ text, chinese: isChinese(text), passage }, stream) : null
    if (fault === null || fault.kind === 'duplicate') pairs.push(written(questionAbout(text), text, text))
    if (fault !== null) pairs.push(written(fault.question, fault.answer, text))
  }
  return pairs.join('\n\n')
}

/** The fault that a pair of a run was planted with, by its question; null for a pair that is right. */
export function plantedFault(question: string): PlantedFault | null {
  // A repeated question keeps its words and gets a blank before its mark.
  if (/ [?？]$/u.test(question)) return 'duplicate'
  const told = KINDS.filter(kind => kind !== 'duplicate')
  return told.find(kind => question.startsWith(FAULTS[kind].en) || question.startsWith(FAULTS[kind].zh)) ?? null
}

function faultFor(
  sentence: Sentence,
  stream: RandomStream,
): { readonly kind: PlantedFault; readonly question: string; readonly answer: string } | null {
  const question = questionAbout(sentence.text)
  for (const kind of stream.shuffle(DRAWN)) {
    const { en, zh, spoil } = FAULTS[kind]
    const answer = spoil(sentence)
    if (answer === null) continue
    if (kind === 'duplicate') return { kind, question: question.replace(/([?？])$/u, ' $1'), answer }
    const asked = sentence.chinese ? `${zh}${question}` : question.replace('What is known about', en)
    return { kind, question: asked, answer }
  }
  return null
}

/** The last digit of the first number changed. */
function changedNumber({ text, passage }: Sentence): string | null {
  const found = /\d[\d,.]*\d|\d/u.exec(text)
  return found === null ? null : withDigit(text, passage, found)
}

/** The last digit of the first year changed. */
function changedYear({ text, passage }: Sentence): string | null {
  const found = /(?<!\d)(?:1[4-9]|20)\d\d(?![\d,.]\d|\d)(?=年|[\s,.;])/u.exec(text)
  return found === null ? null : withDigit(text, passage, found)
}

/** Another last digit for a number, so that the passage does not hold it: what is wrong shall be wrong for certain. */
function withDigit(text: string, passage: string, found: RegExpExecArray): string | null {
  const [number] = found
  const before = number.slice(0, -1)
  const digit = [4, 3, 6, 7, 1]
    .map(more => (Number(number.at(-1)) + more) % 10)
    .find(last => !passage.includes(`${before}${last}`))
  return digit === undefined
    ? null
    : `${text.slice(0, found.index)}${before}${digit}${text.slice(found.index + number.length)}`
}

/** The first two thirds of a sentence. */
function firstPart(text: string, chinese: boolean): string | null {
  if (chinese) return text.length < 15 ? null : text.slice(0, Math.floor((text.length * 2) / 3)).replace(/\P{L}+$/u, '')
  const words = text.split(' ')
  if (words.length < 9) return null
  return words
    .slice(0, Math.floor((words.length * 2) / 3))
    .join(' ')
    .replace(/[^\p{L}\p{N}]+$/u, '')
}
