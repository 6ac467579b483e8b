import type { IngestWorkerApi, IngestWorkerEvents } from '#messages/ingest-worker'
import { type Client, connect } from '#messages/rpc'
import type { RunWorkerApi, RunWorkerEvents } from '#messages/run-worker'
import ingestWorkerUrl from './workers/ingest-worker?worker&url'
import runWorkerUrl from './workers/run-worker?worker&url'
import { spawnSealed } from './spawn-sealed'

/** The two workers that see text; neither can reach any host but the app's own. */
export interface Threads {
  readonly run: Client<RunWorkerApi, RunWorkerEvents>
  readonly ingest: Client<IngestWorkerApi, IngestWorkerEvents>
}

export function startThreads(): Threads {
  return {
    run: connect<RunWorkerApi, RunWorkerEvents>(spawnSealed(runWorkerUrl, 'run')),
    ingest: connect<IngestWorkerApi, IngestWorkerEvents>(spawnSealed(ingestWorkerUrl, 'ingest')),
  }
}
