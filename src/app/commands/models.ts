import { modelAddress } from '#core/models/model-address'
import type { CatalogueModel, StoredModel } from '#core/models/model'
import { problemOf } from '#core/problem'
import type { Commands } from '#features/services'
import type { DownloadState } from '#features/session'
import type { DownloadWorkerApi, DownloadWorkerEvents } from '#messages/download-worker'
import type { ModelFilesWorkerApi, ModelFilesWorkerEvents } from '#messages/model-files-worker'
import type { Client } from '#messages/rpc'
import { browserDisk } from '#storage/models/browser-disk'
import { noteDownload } from '#storage/models/download-journal'
import { deleteModel, storedModel, storedModels, unfinishedModels } from '#storage/models/model-store'
import { sweepModels } from '#storage/models/sweep-models'
import { connectMortal } from '../downloads/connect-mortal'
import { finishDownload } from '../downloads/finish-download'
import {
  addressKey,
  type DownloadClient,
  type DownloadPlan,
  isAddressKey,
  planAddress,
  planCatalogue,
} from '../downloads/plan-download'
import type { PageState } from '../page-state'
import { spawnSealed } from '../spawn-sealed'
import downloadWorkerUrl from '../workers/model-download-worker?worker&url'
import filesWorkerUrl from '../workers/model-files-worker?worker&url'

type ModelCommands = Pick<
  Commands,
  'downloadModel' | 'cancelDownload' | 'addModelByUrl' | 'addModelFiles' | 'inspectModel' | 'deleteModel' | 'models'
>

/** A download in hand. */
interface Running {
  readonly control: AbortController
  readonly done: Promise<StoredModel>
}

/** What another tab is told when the list of models changed. */
const CHANNEL = 'pairloom-models'
/** When the page has settled, in ms. */
const SWEEP_AFTER = 10_000

/** Models on this device: fetched, added, deleted. The two workers start when they are first needed. */
export function modelCommands({ session, threads }: PageState): ModelCommands {
  const disk = browserDisk()
  const running = new Map<string, Running>()
  const others = new BroadcastChannel(CHANNEL)
  let downloads: DownloadClient | null = null
  let files: Client<ModelFilesWorkerApi, ModelFilesWorkerEvents> | null = null

  /** Started by URL: it has a policy of its own, which lets it reach other hosts, and is never handed a text. */
  const downloader = (): DownloadClient =>
    (downloads ??= connectMortal<DownloadWorkerApi, DownloadWorkerEvents>(
      new Worker(downloadWorkerUrl, { type: 'module', name: 'download' }),
      () => {
        downloads = null
      },
    ))
  const reader = (): Client<ModelFilesWorkerApi, ModelFilesWorkerEvents> =>
    (files ??= connectMortal<ModelFilesWorkerApi, ModelFilesWorkerEvents>(
      spawnSealed(filesWorkerUrl, 'model-files'),
      () => {
        files = null
      },
    ))

  const bump = (): void =>
    session.setState(({ revisions }) => ({ revisions: { ...revisions, models: revisions.models + 1 } }))
  const changed = (): void => {
    bump()
    others.postMessage(null)
  }
  others.addEventListener('message', bump)

  const show = (key: string, state: DownloadState | null): void =>
    session.setState(before => {
      const { [key]: _old, ...rest } = before.downloads
      return { downloads: state === null ? rest : { ...rest, [key]: state } }
    })

  const start = (
    key: string,
    about: {
      readonly title: string
      readonly url: string
      readonly library: string | null
      readonly catalogue: CatalogueModel | null
    },
    plan: (signal: AbortSignal) => Promise<DownloadPlan>,
  ): Promise<StoredModel> => {
    const before = running.get(key)
    if (before !== undefined) return before.done
    const control = new AbortController()
    const { signal } = control
    const { title, url, library, catalogue } = about
    const from = catalogue === null ? { url, library } : null
    const work = async (): Promise<StoredModel> => {
      show(key, { title, from, progress: null, problem: null })
      try {
        await noteDownload({ model: key, title, url, library })
        const planned = await plan(signal)
        const fetched = await downloader().call(
          'fetch',
          { model: key, files: planned.files },
          { signal, onProgress: progress => show(key, { title, from, progress, problem: null }) },
        )
        const inspect = (parts: readonly File[]) => reader().call('inspect', { files: parts })
        const model = await finishDownload({ disk, inspect, now: Date.now(), catalogue }, planned, fetched)
        show(key, null)
        changed()
        return model
      } catch (thrown) {
        const progress = session.getState().downloads[key]?.progress ?? null
        show(key, { title, from, progress, problem: problemOf(thrown) })
        throw thrown
      } finally {
        running.delete(key)
      }
    }
    const done = work()
    running.set(key, { control, done })
    return done
  }

  const stop = async (key: string): Promise<void> => {
    const download = running.get(key)
    download?.control.abort()
    await download?.done.catch(() => undefined)
  }

  const remove = async (id: string): Promise<void> => {
    await stop(id)
    const { engine } = session.getState()
    // What is loaded reads its file when it likes: it goes first.
    if ('model' in engine && engine.model === id) await threads.run.call('unloadModel', null)
    await deleteModel(disk, id)
    show(id, null)
    changed()
  }

  // Downloads of earlier visits can go on; what a crash left is cleaned away once the page has settled.
  unfinishedModels(disk)
    .then(left => {
      for (const { model, title, url, library, bytes } of left) {
        if (running.has(model)) continue
        const from = isAddressKey(model) ? { url, library } : null
        show(model, { title, from, progress: null, problem: { kind: 'download-cut-off', url, bytes, total: null } })
      }
    })
    .catch(() => undefined)
  setTimeout(() => void sweepModels(disk).catch(() => undefined), SWEEP_AFTER)

  return {
    downloadModel: async model => {
      const there = await storedModel(model.id)
      if (there !== null) return there
      const url = 'urls' in model.files ? (model.files.urls[0] ?? '') : model.files.base
      return start(model.id, { title: model.title, url, library: null, catalogue: model }, signal =>
        planCatalogue(signal, downloader(), model),
      )
    },
    cancelDownload: async key => {
      if (running.has(key)) await stop(key)
      else if (key in session.getState().downloads && (await storedModel(key)) === null) await remove(key)
    },
    addModelByUrl: async (url, libraryUrl) => {
      const address = modelAddress(url, libraryUrl)
      const key = await addressKey(address)
      return start(key, { title: address.name, url, library: libraryUrl, catalogue: null }, signal =>
        planAddress(signal, downloader(), key, address),
      )
    },
    addModelFiles: async (picked, signal, progress) => {
      const given = picked.map(file => ({ path: file.webkitRelativePath || file.name, file }))
      const model = await reader().call(
        'add',
        { files: given, now: Date.now() },
        { signal, onProgress: ({ bytes, totalBytes }) => progress(bytes, totalBytes) },
      )
      changed()
      return model
    },
    inspectModel: (...files) => reader().call('inspect', { files }),
    deleteModel: remove,
    models: storedModels,
  }
}
