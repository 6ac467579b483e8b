import { useMessages } from '#features/context'
import { type StateMessages, stateEn } from './state-messages.en'
import { stateZh } from './state-messages.zh'

const TABLE = { en: stateEn, zh: stateZh } as const

export function useStateWords(): StateMessages {
  return useMessages<StateMessages>(TABLE)
}
