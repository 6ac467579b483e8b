import type { ProjectStore } from '#core/ports/project-store'
import type { StorageProblem } from '#core/problem'
import { connect } from '#storage/database/connection'
import { projectStore } from '#storage/project-store'

export type Fault = 'quota' | 'connection-lost'

export interface Faults {
  /** Writes until the fault strikes; null for never. Each strike sets it back to null unless `always`. */
  after: number | null
  kind: Fault
  /** Strikes at every write from then on, except deletions: a full disk. */
  always: boolean
}

export const noFaults = (): Faults => ({ after: null, kind: 'quota', always: false })

/** How the browser gives its reason: on the transaction. The requests that wait only learn that it was aborted. */
const REASONS: { readonly [kind in Fault]: () => DOMException } = {
  quota: () => new DOMException('Quota exceeded', 'QuotaExceededError'),
  'connection-lost': () => new DOMException('Connection to Indexed Database server lost', 'UnknownError'),
}

export interface FaultyStore {
  readonly store: ProjectStore
  /** How often a database was opened. */
  readonly opened: () => number
  close(): void
}

/** The store over a database in which writes fail as browsers make them fail. */
export async function faultyStore(
  project: string,
  faults: Faults,
  onTrouble: (problem: StorageProblem) => void = () => undefined,
): Promise<FaultyStore> {
  let opened = 0
  const connection = await connect(project, onTrouble, db => {
    opened++
    db.use({
      stack: 'dbcore',
      name: 'faults',
      create: core => ({
        ...core,
        table: name => {
          const table = core.table(name)
          return {
            ...table,
            mutate: request => {
              const frees = request.type === 'delete' || request.type === 'deleteRange'
              if (faults.after === null || (faults.always && frees)) return table.mutate(request)
              if (faults.after > 0) {
                faults.after--
                return table.mutate(request)
              }
              if (!faults.always) faults.after = null
              request.trans.abort()
              Object.defineProperty(request.trans, 'error', { value: REASONS[faults.kind]() })
              return table.mutate(request)
            },
          }
        },
      }),
    })
  })
  return { store: projectStore(connection), opened: () => opened, close: () => connection.close() }
}
