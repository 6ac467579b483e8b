import { chooseMlcFiles } from '#core/models/mlc-folder'
import { namesOfParts } from '#core/models/gguf/split-name'
import type { GgufFacts } from '#core/models/model'
import { ProblemError } from '#core/problem'
import type { Commands } from '#features/services'

/** What the person picked, understood as far as it can be before anything is copied. */
export type PickedModel =
  | { readonly kind: 'gguf'; readonly files: readonly File[]; readonly facts: GgufFacts; readonly bytes: number }
  | { readonly kind: 'mlc'; readonly files: readonly File[]; readonly library: string; readonly bytes: number }

const pathOf = (file: File): string => file.webkitRelativePath || file.name

/**
 * Looks at files before they are copied: a GGUF says what it is, a folder of MLC whether its parts are there (rule MODELS9).
 *
 * @throws ProblemError `not-a-model`, `model-damaged`, `architecture-unknown`, `file-gone`
 */
export async function lookAt(picked: readonly File[], inspectModel: Commands['inspectModel']): Promise<PickedModel> {
  const sizeOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0)
  const choice = chooseMlcFiles(picked.map(pathOf))
  if (choice !== null) {
    return { kind: 'mlc', files: picked, library: picked[choice.library]?.name ?? '', bytes: sizeOf(picked) }
  }
  const ggufs = picked.filter(({ name }) => name.toLowerCase().endsWith('.gguf'))
  const order = namesOfParts(ggufs[0]?.name ?? '').map(name => name.toLowerCase())
  const place = (file: File): number => order.indexOf(file.name.toLowerCase())
  const parts = ggufs.toSorted((a, b) => place(a) - place(b))
  if (parts.length === 0)
    throw new ProblemError({ kind: 'not-a-model', detail: picked.map(pathOf).slice(0, 3).join(', ') })
  if (parts.some(file => place(file) < 0)) {
    throw new ProblemError({ kind: 'not-a-model', detail: 'these are several models: add them one by one' })
  }
  return { kind: 'gguf', files: parts, facts: await inspectModel(...parts), bytes: sizeOf(parts) }
}
