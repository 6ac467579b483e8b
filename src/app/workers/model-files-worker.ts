import type { ModelFilesWorkerApi, ModelFilesWorkerEvents } from '#messages/model-files-worker'
import { serve } from '#messages/rpc'
import { browserDisk } from '#storage/models/browser-disk'
import { addOwnFiles } from '../downloads/add-own-files'
import { inspectGguf } from '../downloads/read-file'

/** Progress goes to the page at most this often, in ms. */
const REPORT_EVERY = 250

const disk = browserDisk()

serve<ModelFilesWorkerApi, ModelFilesWorkerEvents>(self, {
  inspect: (_signal, { files }) => inspectGguf(files),
  add: (signal, { files, now }, progress) => {
    let last = Number.NEGATIVE_INFINITY
    return addOwnFiles(signal, disk, files, now, value => {
      if (performance.now() - last < REPORT_EVERY && value.bytes < value.totalBytes) return
      last = performance.now()
      progress(value)
    })
  },
})
