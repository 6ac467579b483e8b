import { useMessages } from '#features/context'
import { type AgainMessages, againEn } from './again-messages.en'
import { againZh } from './again-messages.zh'

const TABLE = { en: againEn, zh: againZh } as const

export function useAgainWords(): AgainMessages {
  return useMessages<AgainMessages>(TABLE)
}
