import type { Tally } from '#core/ports/project-store'
import type { State } from '#core/synthesis/pair'
import { type PageState, readerOf } from './page-state'

/** Counts are read at most this often, in ms. */
const EVERY = 200

const TO_REVIEW: readonly State[] = ['ready', 'unsure']
const EXPORTABLE: readonly State[] = ['kept', 'ready']

function sum(tallies: readonly Tally[], states: readonly State[] | null): number {
  return tallies.reduce((total, { state, count }) => total + ((states?.includes(state) ?? true) ? count : 0), 0)
}

/** Counts beside the steps, and what can be undone, as they are now. */
export async function readCounts(page: PageState): Promise<void> {
  const reader = readerOf(page)
  const [tallies, sources, undo] = await Promise.all([reader.tallies(null), reader.sources(), reader.canUndo()])
  page.session.setState({
    undo,
    counts: {
      sources: sources.filter(source => !source.removed).length,
      toReview: sum(tallies, TO_REVIEW),
      exportable: sum(tallies, EXPORTABLE),
      pairs: sum(tallies, null),
    },
  })
}

/**
 * Reads what the header and the steps show whenever something stored changed. Changes that come while it reads are put
 * together into one more reading.
 */
export function createRefresh(page: PageState): () => void {
  let state: 'idle' | 'busy' | 'again' = 'idle'
  const refresh = (): void => {
    if (state !== 'idle') {
      state = 'again'
      return
    }
    state = 'busy'
    readCounts(page)
      // A reading that fails leaves the old counts; the connection's own trouble reaches the page by its own way.
      .catch(() => undefined)
      .finally(() => {
        setTimeout(() => {
          const again = state === 'again'
          state = 'idle'
          if (again) refresh()
        }, EVERY)
      })
  }
  return refresh
}
