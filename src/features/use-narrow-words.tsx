import { useMessages } from '#features/context'
import { type NarrowMessages, narrowEn } from './narrow-messages.en'
import { narrowZh } from './narrow-messages.zh'

const TABLE = { en: narrowEn, zh: narrowZh } as const

export function useNarrowWords(): NarrowMessages {
  return useMessages<NarrowMessages>(TABLE)
}
