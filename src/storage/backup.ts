import type { Cancel } from '#core/ports/cancel'
import type { Hash } from '#core/ports/hash'
import { ProblemError } from '#core/problem'
import type { OpenedReader } from '#storage/open-reader'

/**
 * A project as one file: JSON lines, each piece one or more whole lines, to be written as UTF-8 in order. The undo
 * history is left out. May run beside a run: each item is in it with all of its pairs or not at all.
 */
export function backupProject(
  _cancel: Cancel,
  _opened: OpenedReader,
  _name: string,
  _hash: Hash,
): AsyncIterable<string> {
  throw new ProblemError({ kind: 'storage-unavailable', detail: 'not built yet' })
}
