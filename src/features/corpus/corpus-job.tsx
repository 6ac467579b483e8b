import { createFileJob } from '#features/file-job'
import type { CorpusApi, CorpusProgress } from '#messages/corpus'

/** One corpus at a time. */
export const corpusJob = createFileJob<CorpusProgress, CorpusApi['writeCorpus']['result']>()
