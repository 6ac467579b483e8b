import { FileBytes } from '#files/bytes/byte-source'
import { namePartsOf } from '#files/extension'
import { DEFAULT_LIMITS } from '#files/limits'
import type { Reading } from '#files/reader'
import type { DocumentSink, GivenFile, ReadOptions } from '#files/reading'
import { WarningLog } from '#files/warnings'

/** Puts together what a reader needs. */
export function openReading(signal: AbortSignal, file: GivenFile, options: ReadOptions, sink: DocumentSink): Reading {
  return {
    signal,
    name: file.name,
    bytes: new FileBytes(signal, file.blob, namePartsOf(file.name).packed, progress => {
      sink.progress(progress)
    }),
    options,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    sink,
    warnings: new WarningLog(),
  }
}
