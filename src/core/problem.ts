/**
 * Everything that can go wrong, as data. `kind` is literal and stable; a screen turns it into three sentences: what
 * happened, what is safe, what to do next. Values that the sentences need stand beside it.
 */
export type Problem =
  | ReadProblem
  | StorageProblem
  | RunProblem
  | EngineProblem
  | ModelProblem
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unexpected'; readonly detail: string }

/** Why a file gave no document. */
export type ReadProblem =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'binary-file' }
  | { readonly kind: 'unsupported-kind'; readonly extension: string }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'pdf-encrypted' }
  | { readonly kind: 'pdf-no-text-layer'; readonly pages: number }
  | { readonly kind: 'damaged-file'; readonly format: string; readonly detail: string }
  | { readonly kind: 'file-gone' }
  | { readonly kind: 'no-text-column'; readonly columns: readonly string[] }
  | { readonly kind: 'already-here'; readonly name: string; readonly row: number | null }
  /** No row holds an instruction and a response; columns of the first row, none where no line is a JSON object. */
  | { readonly kind: 'no-instructions'; readonly columns: readonly string[] }

export type StorageProblem =
  | { readonly kind: 'quota-full' }
  | { readonly kind: 'storage-unavailable'; readonly detail: string }
  | { readonly kind: 'storage-cleared' }
  | { readonly kind: 'newer-database'; readonly version: number }
  | { readonly kind: 'updated-elsewhere' }
  | { readonly kind: 'blocked-by-other-tab' }
  | { readonly kind: 'lost-lock' }
  | { readonly kind: 'not-writer' }
  | { readonly kind: 'backup-damaged'; readonly detail: string }
  | { readonly kind: 'backup-newer'; readonly version: number }

export type RunProblem =
  | { readonly kind: 'nothing-to-write' }
  | { readonly kind: 'run-missing'; readonly run: string }
  | { readonly kind: 'run-active'; readonly run: string }
  | { readonly kind: 'judging-active' }
  | { readonly kind: 'export-invalid'; readonly line: number; readonly detail: string }
  | { readonly kind: 'export-empty' }

/** What a model or its engine can fail with. */
export type EngineProblem =
  /** This browser or device cannot run it: `need` says what is missing. */
  | { readonly kind: 'no-gpu'; readonly need: 'webgpu' | 'adapter' | 'f16' | 'limits'; readonly detail: string }
  /** The device was lost or out of memory. */
  | { readonly kind: 'gpu-lost'; readonly detail: string }
  | { readonly kind: 'out-of-memory'; readonly detail: string }
  /** The engine's thread ended, or never answered within its limit of time. */
  | { readonly kind: 'engine-gone'; readonly detail: string }
  | { readonly kind: 'engine-hangs'; readonly seconds: number }
  /** Loaded, but its answer to a trivial question is garbage. */
  | { readonly kind: 'model-talks-garbage'; readonly sample: string }
  | { readonly kind: 'context-overflow'; readonly promptTokens: number; readonly contextTokens: number }
  /** A request the engine refuses: a fault of ours. */
  | { readonly kind: 'engine-refused'; readonly detail: string }
  /** Several passages in a row failed in the same way. */
  | { readonly kind: 'run-keeps-failing'; readonly times: number; readonly last: Problem }

/** What a model's files can fail with. */
export type ModelProblem =
  | { readonly kind: 'model-missing'; readonly model: string }
  | { readonly kind: 'not-a-model'; readonly detail: string }
  | { readonly kind: 'model-damaged'; readonly file: string; readonly detail: string }
  | { readonly kind: 'model-too-large'; readonly bytes: number; readonly limitBytes: number }
  | { readonly kind: 'architecture-unknown'; readonly architecture: string }
  /** The compiled library belongs to another version of web-llm. */
  | { readonly kind: 'library-mismatch'; readonly detail: string }
  | { readonly kind: 'download-refused'; readonly url: string; readonly status: number }
  /** No answer: no network, a wrong address, or a host that does not allow other sites to read from it (CORS). */
  | { readonly kind: 'download-unreachable'; readonly url: string }
  | { readonly kind: 'download-cut-off'; readonly url: string; readonly bytes: number; readonly total: number | null }
  | { readonly kind: 'recipe-damaged'; readonly detail: string }

/** Carries a Problem through code that can only throw; `message` is for logs, never for a screen. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.kind)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The Problem inside whatever was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  if (thrown instanceof Error && thrown.name === 'AbortError') return { kind: 'cancelled' }
  return { kind: 'unexpected', detail: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) }
}

/** What a reader noticed in a file that still gave documents. Line numbers count from 1; at most 20 are kept. */
export type ReadWarning =
  | { readonly kind: 'bad-lines'; readonly count: number; readonly lines: readonly number[] }
  | { readonly kind: 'ragged-rows'; readonly count: number; readonly lines: readonly number[] }
  | { readonly kind: 'empty-rows'; readonly count: number; readonly lines: readonly number[] }
  | { readonly kind: 'repeated-rows'; readonly count: number; readonly lines: readonly number[] }
  | { readonly kind: 'large-cells'; readonly count: number; readonly lines: readonly number[] }
  | { readonly kind: 'truncated'; readonly decodedBytes: number }
  | { readonly kind: 'replaced-characters'; readonly count: number }
  | { readonly kind: 'pages-without-text'; readonly count: number; readonly pages: readonly number[] }
  | { readonly kind: 'whole-page'; readonly limitBytes: number }
  | { readonly kind: 'deep-folder'; readonly depth: number }
