import { useMessages } from '#features/context'
import { gatesEn } from './gates-messages.en'
import { gatesZh } from './gates-messages.zh'

const GATES_MESSAGES = { en: gatesEn, zh: gatesZh } as const

export function useGatesWords() {
  return useMessages(GATES_MESSAGES)
}
