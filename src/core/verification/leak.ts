import type { Draft } from '#core/synthesis/pair'
import type { PairCheck } from '#core/verification/check-pair'
import { leaningEnglish, leaningChinese } from '#core/verification/leaning-words'

/** What of each text is looked through; what comes later is not read (LEAK5). */
const READ = 20_000

/** Tasks that are about the text itself, whose pairs have to speak of it (LEAK3). An open list: other tasks are judged. */
const ABOUT_THE_TEXT: ReadonlySet<string> = new Set(
  'title section summary headline keywords topic paraphrase translation sentiment'.split(' '),
)

/** An instruction that asks to work on the text as a text (LEAK3); only where the pair carries its passage. */
const WORKS_ON_THE_TEXT =
  /\b(?:summari[sz]|title|headline|paraphras|translat|rewrit|proofread|main (?:idea|point|theme)|keywords?)|概括|摘要|总结|归纳|标题|题目|翻译|改写|缩写|主旨|大意|中心思想|关键词/iu

const HAN = /\p{sc=Han}/u

/**
 * Whether a pair leans on a text that its reader may not have ("according to the passage", 根据上文): a fail where it
 * goes without its passage, else a doubt, because it could be said without (rules LEAK1 to LEAK5, LEAK9). The phrase and the part of
 * the pair stand in `values`.
 */
export const leak: PairCheck = {
  name: 'leak',
  settled: true,
  judge(draft, { passageText }) {
    const found = isAboutTheText(draft) ? null : find(draft, passageText)
    if (found === null) return { result: 'pass', reason: 'no-leak' }
    return draft.needsPassage
      ? { result: 'doubt', reason: 'leak', values: found }
      : { result: 'fail', reason: 'leak-alone', values: found }
  },
}

function isAboutTheText({ task, needsPassage, instruction }: Draft): boolean {
  return ABOUT_THE_TEXT.has(task) || (needsPassage && WORKS_ON_THE_TEXT.test(instruction.slice(0, READ)))
}

function find(draft: Draft, passage: string): { phrase: string; part: string } | null {
  const parts = [
    ['instruction', draft.instruction],
    ['response', draft.response],
    ['reasoning', draft.reasoning ?? ''],
  ] as const
  for (const [part, words] of parts) {
    const text = words.slice(0, READ)
    const phrase = leaningEnglish(text, passage) ?? (HAN.test(text) ? leaningChinese(text, passage) : null)
    if (phrase !== null) return { phrase, part }
  }
  return null
}
