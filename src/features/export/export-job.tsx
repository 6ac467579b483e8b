import { createFileJob } from '#features/file-job'
import type { ExportResult, IngestWorkerApi } from '#messages/ingest-worker'

/** One export at a time. */
export const exportJob = createFileJob<IngestWorkerApi['export']['progress'], ExportResult>()
