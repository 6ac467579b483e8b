import type { PairCheck } from '#core/verification/check-pair'

/** Options and units of each that are read; a real choice has at most 26 short ones (CHOICE5). */
const OPTIONS = 64
const READ = 2_000

/** What an option is not made of: a letter in front, a list mark, a tag of the format, the word "Options". */
const DEBRIS =
  /^\s*(?:[-*•]\s|[([（]?[A-Za-z0-9][)\].）．、:：]\s*\S)|<\/?(?:QUE|ANS|SRC|END|CON)>|^\s*(?:options?|选项)\s*[:：]|\n\s*(?:[-*•]\s|[A-Za-z][).．、]\s)/iu
/** "1.5 m" or "3: 2" is no numbered option, nor is "a.m.". */
const NO_DEBRIS = /^\s*\d+(?:[.:：]\d|[.:]\s*\d)|^\s*[ap]\.\s?m\b/iu

const NONE_OF_THEM =
  /^\W*(?:none of (?:the above|these|them|the options)|no option is (?:right|correct))|以上(?:都|皆|均)(?:不|非)|没有(?:正确|对)的?选项/iu
const LETTER = /^\s*[([（]?([A-Z])[)\].）．。:：]?\s*$/iu

/** Whether the answer to a choice is one of its options, and these are distinct and clean (rules CHOICE1 to CHOICE5). */
export const choice: PairCheck = {
  name: 'choice',
  settled: true,
  applies: ({ form, options }) => form === 'choice' || options !== null,
  judge: draft => {
    const options = (draft.options ?? []).slice(0, OPTIONS)
    if (options.length < 2) return { result: 'fail', reason: 'choice-too-few', values: { options: options.length } }
    const folded = options.map(fold)
    if (folded.includes('')) return { result: 'fail', reason: 'choice-empty-option' }
    const again = folded.findIndex((option, i) => folded.indexOf(option) < i)
    if (again >= 0) return { result: 'fail', reason: 'choice-same-options', values: { option: shown(options[again]) } }
    const answered = answer(draft.response, folded)
    if (answered === 'no')
      return { result: 'fail', reason: 'choice-no-option', values: { response: shown(draft.response) } }
    const dirty = options.find(option => DEBRIS.test(option.slice(0, READ)) && !NO_DEBRIS.test(option.slice(0, READ)))
    if (dirty !== undefined) return { result: 'doubt', reason: 'choice-debris', values: { option: shown(dirty) } }
    if (answered === 'letter') return { result: 'doubt', reason: 'choice-letter' }
    return { result: 'pass', reason: 'choice-sound' }
  },
}

/** CHOICE1, CHOICE4: the option itself, the one option that the response opens with, or only its letter. */
function answer(response: string, folded: readonly string[]): 'yes' | 'letter' | 'no' {
  const words = response.slice(0, READ)
  const said = fold(words)
  if (folded.includes(said) || NONE_OF_THEM.test(words)) return 'yes'
  const letter = LETTER.exec(words)?.[1]
  if (letter !== undefined) return letter.toUpperCase().charCodeAt(0) - 65 < folded.length ? 'letter' : 'no'
  const first = fold(words.split(/(?<=[.。！!;；])\s*|\n/u, 1)[0] ?? '')
  return folded.includes(first) ? 'yes' : 'no'
}

/** Marks that may differ at the ends. Those that say something (−, %, #, +) stay. */
const EDGES = /^[\s"'“”‘’「」『』([（]+|[\s"'“”‘’「」『』)\]）.,;:!?。，；：！？、…]+$/gu

function fold(text: string): string {
  const words = text.slice(0, READ).normalize('NFKC').toLowerCase()
  const bare = words.replace(EDGES, '').replace(/\s+/gu, ' ')
  return bare === '' ? words.trim() : bare
}

function shown(text: string | undefined): string {
  const words = text ?? ''
  return words.length <= 80 ? words : `${words.slice(0, 79)}…`
}
