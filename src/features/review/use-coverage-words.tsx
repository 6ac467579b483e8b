import { useMessages } from '#features/context'
import { type CoverageMessages, coverageEn } from './coverage-messages.en'
import { coverageZh } from './coverage-messages.zh'

const TABLE = { en: coverageEn, zh: coverageZh } as const

export function useCoverageWords(): CoverageMessages {
  return useMessages<CoverageMessages>(TABLE)
}
