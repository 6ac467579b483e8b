import { type ChunkSettings, DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import { ProblemError } from '#core/problem'
import { problemText, warningText } from '#features/problem-text'
import type { Commands } from '#features/services'
import { type DroppedFiles, walkDirectory, walkDrop, walkFileList } from '#files/walk-drop'
import type { GivenFile, IngestedFile, ReadSettings } from '#messages/ingest-worker'
import { notify } from '../notices'
import { type PageState, readerOf } from '../page-state'
import { pickFolder } from '../pickers'

type SourceCommands = Pick<
  Commands,
  | 'addFiles'
  | 'addDrop'
  | 'addFileList'
  | 'pickFolder'
  | 'cancelIngest'
  | 'addSample'
  | 'reread'
  | 'hasFile'
  | 'previewTable'
  | 'previewCut'
  | 'recut'
  | 'removeSource'
  | 'deleteSource'
>

const DEFAULT_READ_SETTINGS: ReadSettings = {
  encoding: null,
  column: null,
  html: 'main',
  chunk: DEFAULT_CHUNK_SETTINGS,
}

const SAMPLES = ['lighthouses.md', 'tea.zh.md']

export function sourceCommands(page: PageState): SourceCommands {
  const { threads, session, files } = page
  let queue: Promise<unknown> = Promise.resolve()
  let control = new AbortController()
  /** Files that are added follow the cut that the project has. */
  const chunkNow = async (): Promise<ChunkSettings> => {
    const [first] = await readerOf(page).documents({ after: -1, limit: 1, removed: true })
    const cut = first === undefined ? undefined : await readerOf(page).cut(first.order)
    return cut?.settings ?? DEFAULT_CHUNK_SETTINGS
  }

  /** One reading at a time, in the order asked for; the session shows the one in hand. */
  const inTurn = <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      control = new AbortController()
      try {
        return await work(control.signal)
      } finally {
        session.setState({ ingest: null })
      }
    })
    queue = turn.catch(() => undefined)
    return turn
  }
  const onProgress = (ingest: NonNullable<ReturnType<typeof session.getState>['ingest']>): void => {
    session.setState({ ingest })
  }
  const addFiles: Commands['addFiles'] = (given, settings) =>
    inTurn(async signal => {
      const read = { ...DEFAULT_READ_SETTINGS, chunk: await chunkNow(), ...settings }
      const results = await threads.ingest.call('ingest', { files: given, settings: read }, { signal, onProgress })
      for (const [index, { source }] of results.entries()) {
        const file = given[index]
        if (source !== null && file !== undefined) files.set(source, file)
      }
      return results
    })
  const add = (found: DroppedFiles): Promise<readonly IngestedFile[]> => {
    const { locale } = session.getState()
    for (const warning of found.warnings) {
      notify(session, { tone: 'problem', text: warningText(locale, warning), undo: false })
    }
    if (found.unreadable > 0) {
      notify(session, { tone: 'problem', text: problemText(locale, { kind: 'file-gone' }), undo: false })
    }
    return addFiles(found.files.map(({ name, file }): GivenFile => ({ name, blob: file, kind: 'file' })))
  }
  const held = (source: number): GivenFile => {
    const file = files.get(source)
    if (file === undefined) throw new ProblemError({ kind: 'file-gone' })
    return file
  }

  return {
    addFiles,
    // The walk starts inside the event: a DataTransfer is empty afterwards.
    addDrop: async transfer => add(await walkDrop(new AbortController().signal, transfer)),
    addFileList: async list => add(await walkFileList(new AbortController().signal, list)),
    pickFolder: async () => {
      const handle = await pickFolder()
      return handle === null ? [] : add(await walkDirectory(new AbortController().signal, handle))
    },
    cancelIngest: () => control.abort(),
    addSample: async () => {
      const texts = await Promise.all(
        SAMPLES.map(async name => {
          const response = await fetch(new URL(`samples/${name}`, document.baseURI))
          if (!response.ok) throw new ProblemError({ kind: 'file-gone' })
          return { name, blob: await response.blob(), kind: 'sample' } satisfies GivenFile
        }),
      )
      await addFiles(texts)
    },
    reread: (source, settings, file) =>
      inTurn(async signal => {
        const given: GivenFile = file === undefined ? held(source) : { name: file.name, blob: file, kind: 'file' }
        const read = { ...DEFAULT_READ_SETTINGS, chunk: await chunkNow(), ...settings }
        const result = await threads.ingest.call(
          'reread',
          { source, file: given, settings: read },
          { signal, onProgress },
        )
        if (result.source !== null) files.set(result.source, given)
        return result
      }),
    hasFile: source => files.has(source),
    previewTable: (source, encoding) => threads.ingest.call('previewTable', { file: held(source), encoding }),
    previewCut: (document, settings) => threads.ingest.call('previewCut', { document, settings }),
    recut: (settings, signal, progress) =>
      threads.ingest.call('recut', { settings }, { signal, onProgress: ({ done, total }) => progress(done, total) }),
    removeSource: async (source, removed) => {
      await threads.run.call('setSourceRemoved', { source, removed })
    },
    deleteSource: async source => {
      // A reading in hand may still write documents of this very source.
      if ((await readerOf(page).source(source)) === undefined) return
      await threads.run.call('deleteSource', { source })
      files.delete(source)
    },
  }
}
