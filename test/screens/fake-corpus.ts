import type { Commands } from '#features/services'
// eslint-disable-next-line house/no-far-parent -- only tests import from app, so it has no short name
import { corpusHandlers } from '../../src/app/corpus/corpus-handlers'
import type { FakeProject } from './fake-data'
import { fakeReader } from './fake-reader'

type CorpusCommands = Pick<Commands, 'corpusPreview' | 'countCorpus' | 'writeCorpus' | 'readGeneral'>

export const NO_HASH = { sha256: () => '', stream: () => ({ update: () => undefined, digest: () => '' }) }

/** What the worker answers, of a project in memory; a file is told of and not written. */
export function fakeCorpus(project: FakeProject, tell: (name: string, args: unknown[]) => void): CorpusCommands {
  const handlers = corpusHandlers({ reader: () => fakeReader(project), hash: () => Promise.resolve(NO_HASH) })
  const { signal } = new AbortController()
  return {
    corpusPreview: async ask => {
      tell('corpusPreview', [ask])
      return handlers.corpusPreview(signal, ask, () => undefined)
    },
    countCorpus: async (ask, stop, progress) => {
      tell('countCorpus', [ask])
      return handlers.countCorpus(stop, ask, progress)
    },
    writeCorpus: async (ask, stop, progress) => {
      tell('writeCorpus', [ask])
      const contents = await handlers.countCorpus(stop, { ...ask, revision: '' }, progress)
      const rows = Object.values(contents.counts.texts).reduce((sum, count) => sum + count, 0)
      return { ...contents, file: { name: `${ask.options.name}.jsonl`, bytes: rows * 900, rows, blob: null } }
    },
    readGeneral: async file => {
      tell('readGeneral', [file])
      return handlers.readGeneral(signal, { file }, () => undefined)
    },
  }
}
