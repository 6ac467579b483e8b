import { itemReasonsEn } from './item-reason-messages.en'
import { itemReasonsZh } from './item-reason-messages.zh'
import type { Locale } from '#features/session'

/** Why a passage gave no pair. By any key: an item may hold one of a newer version. */
export const ITEM_REASONS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: itemReasonsEn,
  zh: itemReasonsZh,
}
