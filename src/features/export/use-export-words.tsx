import { useMessages } from '#features/context'
import { type ExportMessages, exportEn } from './export-messages.en'
import { exportZh } from './export-messages.zh'

const TABLE = { en: exportEn, zh: exportZh } as const

export function useExportWords(): ExportMessages {
  return useMessages<ExportMessages>(TABLE)
}
