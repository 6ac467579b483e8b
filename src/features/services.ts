import type { BlindSample } from '#core/evaluation/blind-sample'
import type { ChunkSettings } from '#core/documents/passage'
import type { ExportOptions } from '#core/export/export-plan'
import type { DeviceFacts } from '#core/models/catalogue-choice'
import type { CatalogueModel, GgufFacts, StoredModel } from '#core/models/model'
import type { PairKey, PairSelection, ProjectReader } from '#core/ports/project-store'
import type { Decision } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'
import type { Thresholds } from '#core/verification/thresholds'
import type { CorpusApi, CorpusProgress } from '#messages/corpus'
import type { GivenFile, IngestWorkerApi, ReadSettings } from '#messages/ingest-worker'
import type { GateProgress, GatesApi } from '#messages/gates'
import type { JudgingApi, JudgingProgress } from '#messages/judging'
import type { OwnPair, VersionsApi } from '#messages/versions'
import type { TeachingApi } from '#messages/teaching'
import type { RunWorkerApi } from '#messages/run-worker'
import type { Locale, SessionStore, Theme } from '#features/session'

type Result<A extends { [m: string]: { result: unknown } }, M extends keyof A> = Promise<A[M]['result']>

/** Everything a screen can do; made by `app/`. Each rejects with a ProblemError. */
export interface Commands {
  /** Files from a drop, a picker, a paste or the sample; shows progress in the session; one ingest at a time, queued. */
  readonly addFiles: (
    files: readonly GivenFile[],
    settings?: Partial<ReadSettings>,
  ) => Result<IngestWorkerApi, 'ingest'>
  /** What was dropped on the window, folders walked. Call it within the event: the transfer empties afterwards. */
  readonly addDrop: (transfer: DataTransfer) => Result<IngestWorkerApi, 'ingest'>
  /** What a file input or the folder form of one gave; relative paths are kept. */
  readonly addFileList: (files: FileList) => Result<IngestWorkerApi, 'ingest'>
  /** Lets the person pick a folder and adds it. Only where `Device.canPickFolder`; gives [] when they cancelled. */
  readonly pickFolder: () => Result<IngestWorkerApi, 'ingest'>
  readonly cancelIngest: () => void
  /** The bundled sample texts, in English and Chinese. */
  readonly addSample: () => Promise<void>
  /** Reads a source again with other settings; the file must still be known to this tab, or be given. */
  readonly reread: (source: number, settings: Partial<ReadSettings>, file?: File) => Result<IngestWorkerApi, 'reread'>
  readonly hasFile: (source: number) => boolean
  readonly previewTable: (source: number, encoding: string | null) => Result<IngestWorkerApi, 'previewTable'>
  readonly previewCut: (document: number, settings: ChunkSettings) => Result<IngestWorkerApi, 'previewCut'>
  readonly recut: (
    settings: ChunkSettings,
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ) => Result<IngestWorkerApi, 'recut'>
  readonly removeSource: (source: number, removed: boolean) => Promise<void>
  readonly deleteSource: (source: number) => Promise<void>

  readonly previewRun: (request: RunWorkerApi['previewRun']['params']) => Result<RunWorkerApi, 'previewRun'>
  readonly startRun: (request: RunWorkerApi['startRun']['params']) => Result<RunWorkerApi, 'startRun'>
  readonly pauseRun: (run: number) => Promise<void>
  readonly resumeRun: (run: number) => Promise<void>
  readonly cancelRun: (run: number) => Promise<void>
  readonly chooseRun: (run: number, chosen: boolean) => Promise<void>
  readonly deleteRun: (run: number) => Promise<void>

  /** Loads what lies on this device. Rejects with the reason; the session's `engine` says the same. */
  readonly loadModel: (model: string, contextTokens?: number) => Promise<void>
  readonly unloadModel: () => Promise<void>
  /** Fetches into the caches by the download worker; the session's `downloads` show it. A second call goes on. */
  readonly downloadModel: (model: CatalogueModel) => Promise<StoredModel>
  readonly cancelDownload: (model: string) => Promise<void>
  /** An own model by address: a GGUF, or a folder in MLC's layout with its library. */
  readonly addModelByUrl: (url: string, libraryUrl: string | null) => Promise<StoredModel>
  /** An own GGUF (one file, or all parts), or the files of an MLC folder with its library. Copied into this site's storage. */
  readonly addModelFiles: (
    files: readonly File[],
    signal: AbortSignal,
    progress: (bytes: number, total: number) => void,
  ) => Promise<StoredModel>
  /** What a GGUF says about itself: one file, or all parts in order. Nothing is stored. */
  readonly inspectModel: (...parts: readonly File[]) => Promise<GgufFacts>
  readonly deleteModel: (model: string) => Promise<void>
  readonly models: () => Promise<readonly StoredModel[]>

  /** Keeps it in the project; `own` puts it on the person's list. Gives its version. */
  readonly saveRecipe: (recipe: Recipe, own: boolean) => Promise<string>
  readonly deleteRecipe: (version: string) => Promise<void>
  readonly tryRecipe: (
    trial: RunWorkerApi['tryRecipe']['params'],
    signal: AbortSignal,
    onText: (added: string) => void,
  ) => Result<RunWorkerApi, 'tryRecipe'>
  readonly showPrompt: (ask: RunWorkerApi['showPrompt']['params']) => Result<RunWorkerApi, 'showPrompt'>
  /** What the second round would be sent. */
  readonly showRound: (ask: RunWorkerApi['showRound']['params']) => Result<RunWorkerApi, 'showRound'>
  /** The recipe with the best of what was kept as examples. Nothing is stored. */
  readonly teachRecipe: (ask: TeachingApi['teachRecipe']['params']) => Result<TeachingApi, 'teachRecipe'>
  /**
   * Writes the same passages with and without the examples; the session's `comparison` shows how far it is. The model is
   * loaded first where it is not. Goes on with the one that is held when it is asked the same; ends when stopped.
   */
  readonly compareTeaching: (ask: TeachingApi['compareTeaching']['params']) => Promise<void>
  readonly stopComparing: () => Promise<void>
  readonly comparison: () => Result<TeachingApi, 'comparison'>
  readonly markCompared: (mark: TeachingApi['markCompared']['params']) => Promise<void>
  /** Lets the person save a recipe as a JSON file. What it was taught by documents of the project is left out. */
  readonly shareRecipe: (recipe: Recipe) => Promise<void>
  /** Reads such a file, and repairs what can be repaired. Rejects with `recipe-damaged`. */
  readonly readRecipe: (file: File) => Promise<Recipe>

  readonly decide: (
    selection: PairSelection,
    decision: Decision | null,
    signal?: AbortSignal,
    progress?: (done: number) => void,
  ) => Promise<number>
  readonly edit: (key: PairKey, instruction: string, response: string) => Promise<void>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>

  /** The loaded model answers the pair's instruction anew; nothing is stored. Rejects with `model-missing`. */
  readonly answerAgain: (
    key: PairKey,
    seed: number,
    signal: AbortSignal,
    onText: (added: string) => void,
  ) => Result<VersionsApi, 'answerAgain'>
  /** A pair of the person's own. Gives its key. */
  readonly addPair: (own: OwnPair) => Promise<PairKey>

  readonly previewJudging: (
    thresholds: Thresholds,
    signal: AbortSignal,
    progress: (value: JudgingProgress) => void,
  ) => Result<JudgingApi, 'previewJudging'>
  readonly judgeAnew: (
    thresholds: Thresholds,
    signal: AbortSignal,
    progress: (value: JudgingProgress) => void,
  ) => Result<JudgingApi, 'judgeAnew'>
  /** What judging by the loaded model would cost; tells how many pairs there are also without one. */
  readonly estimateGate: (
    ask: GatesApi['estimateGate']['params'],
    signal: AbortSignal,
  ) => Result<GatesApi, 'estimateGate'>
  /** Resolves when it is done and, with what was judged, when it is cancelled. */
  readonly judgeByModel: (
    ask: GatesApi['judgeByModel']['params'],
    signal: AbortSignal,
    progress: (value: GateProgress) => void,
  ) => Result<GatesApi, 'judgeByModel'>
  /** Keeps a blind check, or its marks. */
  readonly saveSample: (sample: BlindSample) => Promise<void>
  readonly deleteSample: (id: string) => Promise<void>

  readonly exportPreview: (options: ExportOptions, rows: number) => Result<IngestWorkerApi, 'exportPreview'>
  /** Asks where to save first where the browser can, else downloads. */
  readonly exportTo: (
    options: ExportOptions,
    signal: AbortSignal,
    progress: (value: IngestWorkerApi['export']['progress']) => void,
  ) => Result<IngestWorkerApi, 'export'>
  /** A text of the corpus as it would be written. */
  readonly corpusPreview: (ask: CorpusApi['corpusPreview']['params']) => Result<CorpusApi, 'corpusPreview'>
  /** What would be in the corpus. */
  readonly countCorpus: (
    ask: CorpusApi['countCorpus']['params'],
    signal: AbortSignal,
    progress: (value: CorpusProgress) => void,
  ) => Result<CorpusApi, 'countCorpus'>
  /** Asks where to save first where the browser can, else downloads. */
  readonly writeCorpus: (
    ask: Omit<CorpusApi['writeCorpus']['params'], 'target'>,
    signal: AbortSignal,
    progress: (value: CorpusProgress) => void,
  ) => Result<CorpusApi, 'writeCorpus'>
  /** Looks whether a file holds general instructions. Rejects with `no-instructions`, `empty-file`, `file-gone`. */
  readonly readGeneral: (file: File) => Result<CorpusApi, 'readGeneral'>
  readonly backup: (signal: AbortSignal, progress: (rows: number) => void) => Result<IngestWorkerApi, 'backup'>
  readonly restore: (file: File, signal: AbortSignal, progress: (bytes: number, total: number) => void) => Promise<void>

  readonly createProject: (name: string) => Promise<void>
  readonly openProject: (id: string) => Promise<void>
  readonly renameProject: (id: string, name: string) => Promise<void>
  readonly deleteProject: (id: string) => Promise<void>
  /** After storage was cleared: forgets what is gone and opens an empty project. */
  readonly startFresh: () => Promise<void>
  readonly reload: () => void
  /** Starts the newer version that waits. */
  readonly update: () => Promise<void>
  /** Takes the project over from another tab. */
  readonly runHere: () => Promise<void>

  readonly setLocale: (locale: Locale) => void
  readonly setTheme: (theme: Theme) => void
  /** Moves to a screen; `replace` keeps the history as it is (filters while typing). */
  readonly go: (screen: string, params?: Readonly<Record<string, string>>, options?: { replace: boolean }) => void
  readonly dismissNotice: (id: number) => void
  readonly copyText: (text: string) => Promise<void>
  /** Says what went wrong, in the session's language. */
  readonly report: (thrown: unknown) => void
}

/** What the page itself can know about storage and the network. */
export interface Device {
  /** One sentence's worth of probed facts: no figure that was not measured here. */
  readonly probe: () => Promise<DeviceFacts & { readonly adapter: string | null }>
  readonly storage: () => Promise<{ readonly usageBytes: number | null; readonly persisted: boolean | null }>
  /** Asks the browser to protect this site's data. Gives its answer. */
  readonly persist: () => Promise<boolean>
  /** Requests since the page opened, by kind and origin, and those that the policy refused. */
  readonly network: () => {
    readonly own: number
    readonly other: number
    readonly refused: number
    readonly lastOther: readonly string[]
  }
  /** Whether the browser thinks that there is a network; the window's events `online` and `offline` tell of changes. */
  readonly online: () => boolean
  readonly canPickFolder: boolean
  /** Facts for a bug report, without any text or name of the person's: versions, sizes, counts, features. */
  readonly diagnostics: () => Promise<string>
  /** Whether keys are shown the way of macOS (⌘) or as Ctrl. */
  readonly mac: boolean
  /** Whether this browser deletes the data of a site that was not used for seven days (Safari's engine). */
  readonly forgetsUnused: boolean
}

export interface Services {
  readonly reader: () => ProjectReader
  readonly session: SessionStore
  readonly commands: Commands
  readonly device: Device
}
