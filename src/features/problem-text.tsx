import type { Problem } from '#core/problem'
import { useSession } from '#features/context'
import { formatFor } from '#features/format'
import type { Locale } from '#features/session'
import { problemEn } from './problem-messages.en'
import { problemZh } from './problem-messages.zh'

/** A problem in words: what happened, what is safe, what to do next. */
export interface ProblemText {
  readonly happened: string
  readonly safe: string
  readonly next: string
}

const TABLES = { en: problemEn, zh: problemZh } as const satisfies Record<Locale, unknown>

export function problemText(problem: Problem, locale: Locale): ProblemText {
  return TABLES[locale](problem, formatFor(locale))
}

/** One line, for a notice: what happened and what to do. */
export function problemLine(problem: Problem, locale: Locale): string {
  const { happened, next } = problemText(problem, locale)
  return locale === 'zh' ? happened + next : `${happened} ${next}`
}

/** What a developer needs beside the sentences; null when the kind says it all. */
export function problemDetail(problem: Problem): string | null {
  return 'detail' in problem && problem.detail !== '' ? `${problem.kind}: ${problem.detail}` : null
}

export function useProblemText(problem: Problem): ProblemText {
  return problemText(
    problem,
    useSession(session => session.locale),
  )
}
