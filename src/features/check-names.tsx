import { useCallback } from 'react'
import { useSession } from '#features/context'
import type { Locale } from '#features/session'

/** Short names of checks. The list is open: a check without a name here stands for itself. */
const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    completeness: 'complete',
    evidence: 'evidence',
    language: 'language',
    duplicate: 'repeats another',
    leak: 'speaks of the text',
    support: 'figures and names',
    numbers: 'numbers',
    names: 'names',
    choice: 'choice',
    caps: 'too many alike',
    grounded: 'grounded (model)',
    'round-trip': 'round trip (model)',
    standalone: 'stands alone',
  },
  zh: {
    completeness: '完整',
    evidence: '依据',
    language: '语言',
    duplicate: '与另一对重复',
    leak: '提到了原文',
    support: '数字和名称',
    numbers: '数字',
    names: '名称',
    choice: '选项',
    caps: '同类过多',
    grounded: '有据（模型）',
    'round-trip': '往返（模型）',
    standalone: '独立成立',
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
