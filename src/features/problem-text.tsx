import type { Problem, ReadWarning } from '#core/problem'
import { useSession } from '#features/context'
import { formatFor } from '#features/format'
import type { Locale } from '#features/session'
import type { ProblemSentences } from './problem-sentences'
import { problemEn } from './problem-messages.en'
import { problemZh } from './problem-messages.zh'
import { warningEn } from './warning-messages.en'
import { warningZh } from './warning-messages.zh'

const PROBLEMS = { en: problemEn, zh: problemZh } as const
const WARNINGS = { en: warningEn, zh: warningZh } as const

export function problemSentences(locale: Locale, problem: Problem): ProblemSentences {
  return PROBLEMS[locale](problem, formatFor(locale))
}

/** One line, for a notice or a terminal: what happened and what to do. */
export function problemText(locale: Locale, problem: Problem): string {
  const { happened, next } = problemSentences(locale, problem)
  return locale === 'zh' ? happened + next : `${happened} ${next}`
}

/** What a reader noticed, with the lines or pages where it did. */
export function warningText(locale: Locale, warning: ReadWarning): string {
  return WARNINGS[locale](warning, formatFor(locale))
}

/** What a developer needs beside the sentences; null when the kind says it all. */
export function problemDetail(problem: Problem): string | null {
  return 'detail' in problem && problem.detail !== '' ? `${problem.kind}: ${problem.detail}` : null
}

export function useProblemSentences(problem: Problem): ProblemSentences {
  return problemSentences(
    useSession(session => session.locale),
    problem,
  )
}
