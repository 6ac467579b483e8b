import type { DownloadWorkerApi, DownloadWorkerEvents } from '#messages/download-worker'
import { serve } from '#messages/rpc'
import { browserDisk } from '#storage/models/browser-disk'
import { downloadJournal } from '#storage/models/download-journal'
import { deleteModel, storedModel } from '#storage/models/model-store'
import { probeFile, readText } from '../downloads/ask-host'
import { fetchModel } from '../downloads/fetch-model'
import { BROWSER_NETWORK } from '../downloads/network'

/** The only code of the app that may reach other hosts. It is handed addresses, sizes and digests, and no text. */
const disk = browserDisk()
const tools = { ...BROWSER_NETWORK, disk, journal: downloadJournal() }

serve<DownloadWorkerApi, DownloadWorkerEvents>(self, {
  readText: (signal, { url }) => readText(signal, tools, url),
  probe: (signal, { url, firstBytes }) => probeFile(signal, tools, url, firstBytes),
  fetch: (signal, { model, files }, progress) => fetchModel(signal, tools, model, files, progress),
  discard: async (_signal, { model }) => {
    if ((await storedModel(model)) === null) await deleteModel(disk, model)
    return null
  },
})
