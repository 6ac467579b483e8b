import { planExport } from '#core/export/export-plan'
import type { Commands } from '#features/services'
import type { PageState } from '../page-state'
import { chooseTarget, download } from '../save-target'

type ExportCommands = Pick<Commands, 'exportPreview' | 'exportTo' | 'backup'>

export function exportCommands({ threads, session }: PageState): ExportCommands {
  const { ingest: worker } = threads
  return {
    exportPreview: (options, rows) => worker.call('exportPreview', { options, rows }),
    exportTo: async (options, signal, onProgress) => {
      const { archive, files } = planExport(options)
      const only = archive ?? (files.length === 1 ? files[0]?.name : undefined)
      // The save dialog gives one file; the files of a split are downloaded one after the other.
      const target = only === undefined ? ({ download: true } as const) : await chooseTarget(only)
      const result = await worker.call('export', { options, target }, { signal, onProgress })
      download(result.files)
      return result
    },
    backup: async (signal, progress) => {
      const projectName = session.getState().project?.name ?? 'Pairloom'
      const target = await chooseTarget(`${projectName}.pairloom`)
      const file = await worker.call(
        'backup',
        { projectName, target },
        { signal, onProgress: ({ rows }) => progress(rows) },
      )
      download([file])
      await threads.run.call('noteBackup', null).catch(() => undefined)
      return file
    },
  }
}
