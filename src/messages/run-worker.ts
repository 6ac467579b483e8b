import type { GatesApi } from '#messages/gates'
import type { JudgingApi } from '#messages/judging'
import type { VersionsApi } from '#messages/versions'
import type { ComparisonProgress, TeachingApi } from '#messages/teaching'
import type { NetworkCount } from '#messages/network-count'
import type { Call } from '#messages/rpc'
import type { Problem } from '#core/problem'
import type { Run, RunRequest } from '#core/run/run'
import type { ActSummary, Fence, PairKey, PairSelection } from '#core/ports/project-store'
import type { ChatMessage, LoadProgress, ModelFacts, Usage } from '#core/ports/engine'
import type { ModelSpeed } from '#core/models/model'
import type { ModelSource } from '#core/models/model-source'
import type { Decision, Draft } from '#core/synthesis/pair'
import type { Recipe } from '#core/synthesis/recipe'

/** Whether this tab may write: `follower` reads only, because another tab holds the project. */
export type Role = 'writer' | 'follower'

/** The run in hand, sent at most four times a second. */
export interface RunProgress {
  readonly run: Run
  /** Items settled in this stretch of work divided by its time; null until measured. */
  readonly itemsPerSecond: number | null
  readonly pairsPerSecond: number | null
  /** From the measured rate; null until measured. */
  readonly msLeft: number | null
  /** What the engine measured in this stretch; null for rules and until the first answer. Tokens a second. */
  readonly tokensPerSecond: number | null
  /** Items that gave no pair, of those done in this stretch, by reason. */
  readonly reasons: Readonly<Record<string, number>>
}

/** The passage that a model is at, sent at most ten times a second. */
export interface RunStream {
  readonly run: number
  readonly document: number
  readonly start: number
  readonly end: number
  /** The answer so far, as the model wrote it. */
  readonly text: string
  readonly attempt: number
}

/** The engine of this tab. */
export type EngineState =
  | { readonly state: 'none' }
  | { readonly state: 'loading'; readonly model: string; readonly progress: LoadProgress | null }
  | {
      readonly state: 'ready'
      readonly model: string
      readonly engine: ModelSource['engine']
      readonly facts: ModelFacts
      readonly speed: ModelSpeed
    }
  | { readonly state: 'failed'; readonly model: string; readonly problem: Problem }

/** What a recipe makes of one passage; nothing is stored. */
export interface Trial {
  readonly raw: string
  readonly drafts: readonly Draft[]
  readonly reason: string | null
  readonly usage: Usage
}

/** A request that may be started, and what an estimate needs where it is one for a model. */
export interface RunAsk {
  readonly request: RunRequest
  readonly recipe: Recipe | null
  /** As measured on this device; null where nothing was. */
  readonly speed: ModelSpeed | null
}

/** What is known before a run starts. */
export interface RunPreview {
  readonly passages: number
  readonly documents: number
  readonly characters: number
  readonly existing: Run | null
  /** From the speed measured on this device, prompts included; null for rules and where nothing was measured. */
  readonly estimate: { readonly msTotal: number; readonly msFirstFifty: number; readonly pairs: number } | null
}

/** What a passage of the second round would be sent. */
export interface RoundPrompt {
  /** In order; null for a prompt without roles, which is one text. */
  readonly parts: readonly { readonly role: ChatMessage['role'] | null; readonly content: string }[]
  readonly tokens: number
  readonly exact: boolean
  /** Whether the pairs of the first round were written already, or placeholders stand for them. */
  readonly pairs: 'written' | 'placeholders'
  /** Whether the passage of the first round is in the prompt: it may not fit. */
  readonly shown: boolean
  /** The passages of both rounds. */
  readonly places: readonly { readonly document: number; readonly headings: readonly string[] }[]
}

/** Page → run worker. The run worker owns ledger, lock, checks and every decision. */
export type RunWorkerApi = JudgingApi &
  GatesApi &
  VersionsApi &
  TeachingApi & {
    /** Opens the project and asks for its lock: as writer when it is free or `steal` is set, else as follower. */
    open: Call<{ project: string; steal: boolean }, { role: Role; fence: Fence | null }>
    /** Freezes a plan and starts. A request whose run exists already resumes that run. */
    startRun: Call<RunRequest, Run>
    /** Passages and documents that a request would cover; nothing is stored. */
    previewRun: Call<RunAsk, RunPreview>
    pauseRun: Call<{ run: number }, Run>
    resumeRun: Call<{ run: number }, Run>
    cancelRun: Call<{ run: number }, Run>
    chooseRun: Call<{ run: number; chosen: boolean }, null>
    deleteRun: Call<{ run: number }, null>
    decide: Call<{ selection: PairSelection; decision: Decision | null }, number, number>
    edit: Call<{ key: PairKey; instruction: string; response: string }, null>
    undo: Call<null, ActSummary | null>
    redo: Call<null, ActSummary | null>
    setSourceRemoved: Call<{ source: number; removed: boolean }, null>
    deleteSource: Call<{ source: number }, null>
    noteBackup: Call<null, null>

    /**
     * Starts the engine's worker and loads; measures speed and sees whether the model talks sense. A model that is loaded is
     * unloaded first. Rejects with what the state `failed` says.
     */
    loadModel: Call<{ source: ModelSource; workerUrl: string; speed: ModelSpeed | null }, EngineState>
    /** Frees the device at once; a run with it is paused first. */
    unloadModel: Call<null, null>
    /**
     * Hands over answers that were made elsewhere, for runs whose engine is `replay` and whose model has this name. Rejects
     * with `damaged-file` where the file holds anything else.
     */
    readAnswers: Call<{ file: Blob; name: string }, null>
    /** Keeps a recipe in the project under the hash of its content (its version), which is given back. */
    saveRecipe: Call<{ recipe: Recipe; own: boolean }, string>
    deleteRecipe: Call<{ version: string }, null>
    /** One passage, now, by the loaded model: text as progress. Waits for the passage in hand of a run. */
    tryRecipe: Call<{ recipe: Recipe; document: number; start: number; end: number; seed: number }, Trial, string>
    /** The exact prompt for a passage, and its tokens; without a loaded model the tokens are an estimate. */
    showPrompt: Call<
      { recipe: Recipe; document: number; start: number; end: number },
      { messages: readonly ChatMessage[]; tokens: number; exact: boolean }
    >
    /** What the second round of a request would be sent; null where no chain has one. Nothing is stored. */
    showRound: Call<RunAsk, RoundPrompt | null>
    /** What this worker asked the network for, as its own timeline tells. */
    network: Call<null, NetworkCount>
  }

export type RunWorkerEvents = {
  role: { role: Role; fence: Fence | null }
  run: RunProgress
  stream: RunStream
  engine: EngineState
  comparison: ComparisonProgress
  /** Something stored changed; screens ask again for what they show. */
  changed: { pairs: boolean; runs: boolean; sources: boolean }
  /** The database can no longer be used by this tab. */
  trouble: Problem
}
