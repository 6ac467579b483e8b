import { corpusFile } from '#core/corpus/corpus-options'
import type { Commands } from '#features/services'
import type { PageState } from '../page-state'
import { chooseTarget, download } from '../save-target'

type CorpusCommands = Pick<Commands, 'corpusPreview' | 'countCorpus' | 'writeCorpus' | 'readGeneral'>

export function corpusCommands({ threads }: PageState): CorpusCommands {
  const { ingest: worker } = threads
  return {
    corpusPreview: ask => worker.call('corpusPreview', ask),
    countCorpus: (ask, signal, onProgress) => worker.call('countCorpus', ask, { signal, onProgress }),
    writeCorpus: async ({ options, general }, signal, onProgress) => {
      const target = await chooseTarget(corpusFile(options.name))
      const result = await worker.call('writeCorpus', { options, general, target }, { signal, onProgress })
      download([result.file])
      return result
    },
    readGeneral: file => worker.call('readGeneral', { file }),
  }
}
