import { formatFor } from '#features/format'
import type { Locale } from '#features/session'

/** Pairs that were written since the last backup, from which on it is worth a word. */
export const REMIND_FROM = 500

const WORDS: Readonly<Record<Locale, (count: string) => string>> = {
  en: count =>
    `${count} pairs were written since the last backup. Only a file outside of the browser survives when its data is cleared: Storage makes one.`,
  zh: count =>
    `自上次备份以来已生成 ${count} 条指令–响应对。浏览器数据被清除时，只有浏览器之外的文件能保留下来：可在“存储”中备份。`,
}

/** What to say after a run, or null while there is little to lose. */
export function backupReminder(locale: Locale, sinceBackup: number): string | null {
  return sinceBackup < REMIND_FROM ? null : WORDS[locale](formatFor(locale).number(sinceBackup))
}
