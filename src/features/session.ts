import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ActSummary } from '#core/ports/project-store'
import type { Problem } from '#core/problem'
import type { IngestProgress } from '#messages/ingest-worker'
import type { ComparisonProgress } from '#messages/teaching'
import type { DownloadProgress } from '#messages/download-worker'
import type { EngineState, Role, RunProgress, RunStream } from '#messages/run-worker'

export type Locale = 'en' | 'zh'
export type Theme = 'system' | 'light' | 'dark'

export interface ProjectSummary {
  readonly id: string
  readonly name: string
}

/** Live counts beside the four steps; read from maintained counters. */
export interface Counts {
  readonly sources: number
  readonly toReview: number
  readonly exportable: number
  readonly pairs: number
}

export interface Notice {
  readonly id: number
  readonly tone: 'done' | 'problem'
  readonly text: string
  /** Offers undo beside the text. */
  readonly undo: boolean
}

export interface DownloadState {
  readonly title: string
  /** Where an own model comes from, so that trying again goes on with it; null for one of the catalogue. */
  readonly from: { readonly url: string; readonly library: string | null } | null
  readonly progress: DownloadProgress | null
  /** Why it stopped; null while it goes on. What is there stays, and trying again goes on from it. */
  readonly problem: Problem | null
}

/**
 * What this tab knows while it is open. No rows of the project: screens read those page by page. `revisions` rise when
 * something stored changed, so that a screen asks again.
 */
export interface Session {
  readonly phase: 'opening' | 'open' | 'trouble'
  /** Why the project cannot be used; only in phase `trouble`. */
  readonly trouble: Problem | null
  readonly project: ProjectSummary | null
  readonly projects: readonly ProjectSummary[]
  readonly role: Role
  readonly locale: Locale
  readonly theme: Theme
  readonly counts: Counts
  readonly run: RunProgress | null
  /** What the model is writing now; null between passages and for rules. */
  readonly stream: RunStream | null
  readonly engine: EngineState
  /** The comparison of recipes that this tab holds, or null. */
  readonly comparison: ComparisonProgress | null
  /** By model. */
  readonly downloads: Readonly<Record<string, DownloadState>>
  readonly ingest: IngestProgress | null
  readonly undo: { readonly undo: ActSummary | null; readonly redo: ActSummary | null; readonly steps: number }
  readonly revisions: {
    readonly pairs: number
    readonly runs: number
    readonly sources: number
    readonly models: number
  }
  readonly notices: readonly Notice[]
  /** Whether a newer version of the app waits to be started. */
  readonly update: boolean
  /** Screen and its parameters, from the URL's hash. */
  readonly route: Route
}

export interface Route {
  readonly screen: string
  readonly params: URLSearchParams
}

export type SessionStore = StoreApi<Session>

export function createSession(initial: Pick<Session, 'locale' | 'theme' | 'route'>): SessionStore {
  return createStore<Session>(() => ({
    ...initial,
    phase: 'opening',
    trouble: null,
    project: null,
    projects: [],
    role: 'follower',
    counts: { sources: 0, toReview: 0, exportable: 0, pairs: 0 },
    run: null,
    stream: null,
    engine: { state: 'none' },
    comparison: null,
    downloads: {},
    ingest: null,
    undo: { undo: null, redo: null, steps: 0 },
    revisions: { pairs: 0, runs: 0, sources: 0, models: 0 },
    notices: [],
    update: false,
  }))
}
