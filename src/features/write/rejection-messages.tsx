import type { Locale } from '#features/session'
import { rejectionsEn } from './rejection-messages.en'
import { rejectionsZh } from './rejection-messages.zh'

/** Why a part of an answer is no pair. By any key: an item may hold one of a newer version. */
export const REJECTIONS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: rejectionsEn,
  zh: rejectionsZh,
}
