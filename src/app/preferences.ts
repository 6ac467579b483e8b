import type { Locale, Theme } from '#features/session'

/** What this browser remembers about the person's taste; nothing of their documents. */
export interface Preferences {
  readonly locale: Locale
  readonly theme: Theme
  /** Project that this browser showed last. */
  readonly project: string | null
}

const KEY = 'pairloom-preferences'

function browserLocale(): Locale {
  return navigator.languages.find(tag => /^(en|zh)\b/u.test(tag))?.startsWith('zh') === true ? 'zh' : 'en'
}

/** Storage may be refused (private windows, policies): then the defaults hold. */
export function readPreferences(): Preferences {
  const defaults: Preferences = { locale: browserLocale(), theme: 'system', project: null }
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return defaults
    const { locale, theme, project } = { locale: null, theme: null, project: null, ...stored }
    return {
      locale: locale === 'en' || locale === 'zh' ? locale : defaults.locale,
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      project: typeof project === 'string' ? project : null,
    }
  } catch {
    return defaults
  }
}

export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // A taste that cannot be remembered is not worth a word.
  }
}
