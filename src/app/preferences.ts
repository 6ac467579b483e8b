import type { Locale, Theme } from '#features/session'

/** What this browser remembers about the person's taste; nothing of their documents. */
export interface Preferences {
  readonly locale: Locale
  readonly theme: Theme
  /** Whether a project was ever opened here: without one in the database, its data was deleted from outside. */
  readonly hadProject: boolean
}

const KEY = 'pairloom-preferences'

function browserLocale(): Locale {
  return navigator.languages.find(tag => /^(en|zh)\b/u.test(tag))?.startsWith('zh') === true ? 'zh' : 'en'
}

function entryOf(stored: unknown, name: string): unknown {
  if (typeof stored !== 'object' || stored === null) return undefined
  const value: unknown = Reflect.get(stored, name)
  return value
}

/** Storage may be refused (private windows, policies): then the defaults hold. */
export function readPreferences(): Preferences {
  const defaults: Preferences = { locale: browserLocale(), theme: 'system', hadProject: false }
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    const locale = entryOf(stored, 'locale')
    const theme = entryOf(stored, 'theme')
    return {
      locale: locale === 'en' || locale === 'zh' ? locale : defaults.locale,
      theme: theme === 'light' || theme === 'dark' ? theme : defaults.theme,
      hadProject: entryOf(stored, 'hadProject') === true,
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
