import { useMemo } from 'react'
import { useSession } from '#features/context'
import type { Locale } from '#features/session'

/** Figures in words, the same on every screen. */
export interface Format {
  readonly number: (value: number) => string
  /** Three significant digits and a decimal unit: 4.81 MB. */
  readonly bytes: (value: number) => string
  /** A length of time, in at most two units: 1 h 12 min. */
  readonly duration: (ms: number) => string
  readonly percent: (share: number) => string
  /** Day and time. */
  readonly date: (ms: number) => string
  readonly list: (items: readonly string[]) => string
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const
const TIME = {
  en: { second: ' s', minute: ' min', hour: ' h', day: ' d', glue: ' ' },
  zh: { second: ' 秒', minute: ' 分', hour: ' 小时', day: ' 天', glue: ' ' },
} as const satisfies Record<Locale, object>

function duration(ms: number, locale: Locale): string {
  const words = TIME[locale]
  if (ms > 0 && ms < 950) return `${Math.max(0.1, ms / 1000).toFixed(1)}${words.second}`
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds}${words.second}`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes}${words.minute}`
  const hours = Math.floor(minutes / 60)
  const two = (large: string, small: string, rest: number): string => (rest === 0 ? large : large + words.glue + small)
  if (hours < 24) return two(`${hours}${words.hour}`, `${minutes % 60}${words.minute}`, minutes % 60)
  return two(`${Math.floor(hours / 24)}${words.day}`, `${hours % 24}${words.hour}`, hours % 24)
}

export function formatFor(locale: Locale): Format {
  const tag = locale === 'zh' ? 'zh-CN' : 'en'
  const number = new Intl.NumberFormat(tag)
  const small = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  const list = new Intl.ListFormat(tag, { type: 'conjunction', style: 'short' })
  return {
    number: value => number.format(value),
    bytes: value => {
      const step = value < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3))
      const scaled = Number((value / 1000 ** step).toPrecision(3))
      const up = scaled >= 1000 && step < UNITS.length - 1
      return `${small.format(up ? scaled / 1000 : scaled)} ${UNITS[up ? step + 1 : step] ?? 'B'}`
    },
    duration: ms => duration(ms, locale),
    percent: share => percent.format(share),
    date: ms => date.format(ms),
    list: items => list.format(items),
  }
}

/** Figures in the session's language. */
export function useFormat(): Format {
  const locale = useSession(session => session.locale)
  return useMemo(() => formatFor(locale), [locale])
}
