import { useCallback } from 'react'
import { useSession } from '#features/context'
import type { Locale } from '#features/session'

/** Short names of checks. The list is open: a check without a name here stands for itself. */
const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    completeness: 'Complete',
    choice: 'Options',
    leak: 'Speaks of its source',
    evidence: 'Evidence',
    language: 'Language',
    support: 'Numbers and names',
    duplicate: 'Repetition',
    cap: 'Too many of a passage',
    grounded: 'Grounded, by a model',
    'round-trip': 'Answered again, by a model',
    'stands-alone': 'Stands alone, by a model',
  },
  zh: {
    completeness: '完整',
    choice: '选项',
    leak: '提及原文',
    evidence: '依据',
    language: '语言',
    support: '数字与名称',
    duplicate: '重复',
    cap: '同一段过多',
    grounded: '有据（模型判断）',
    'round-trip': '重新回答（模型判断）',
    'stands-alone': '可独立理解（模型判断）',
  },
}

/** Names a check in the session's language. */
export function useCheckName(): (check: string) => string {
  const locale = useSession(session => session.locale)
  return useCallback(
    (check: string) => (Object.hasOwn(NAMES[locale], check) ? (NAMES[locale][check] ?? check) : check),
    [locale],
  )
}
