import type { GgufFacts, StoredModel } from '#core/models/model'

type Call<Params, Result, Progress = never> = { params: Params; result: Result; progress: Progress }

/** A file that the person picked; of a folder with the path in it. */
export interface PickedFile {
  readonly path: string
  readonly file: File
}

/** Page → the worker that reads models of the person's own. Like all that see what is theirs it has no network. */
export type ModelFilesWorkerApi = {
  /** What a GGUF says about itself: one file, or all parts in order. Nothing is stored. */
  inspect: Call<{ files: readonly File[] }, GgufFacts>
  /** Checks, copies and lists a model; `now` in ms since 1970. A model that is here already is given back. */
  add: Call<{ files: readonly PickedFile[]; now: number }, StoredModel, { bytes: number; totalBytes: number }>
}

export type ModelFilesWorkerEvents = Record<string, never>
