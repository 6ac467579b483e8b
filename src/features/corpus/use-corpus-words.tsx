import { useMessages } from '#features/context'
import { type CorpusMessages, corpusEn } from './corpus-messages.en'
import { corpusZh } from './corpus-messages.zh'

const TABLE = { en: corpusEn, zh: corpusZh } as const

export function useCorpusWords(): CorpusMessages {
  return useMessages<CorpusMessages>(TABLE)
}
