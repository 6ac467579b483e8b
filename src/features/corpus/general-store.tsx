import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Problem, problemOf } from '#core/problem'
import type { Commands } from '#features/services'
import type { GeneralSample } from '#messages/corpus'

export interface General {
  /** Rises with each change of the file. */
  readonly revision: number
  readonly chosen: { readonly file: File; readonly sample: GeneralSample } | null
  readonly reading: boolean
  /** Why the last file was not taken; the one before it stays. */
  readonly problem: Problem | null
}

/** The file of general instructions. It cannot stand in a URL, so it lives beside the screen until the page is left. */
const general = createStore<General>(() => ({ revision: 0, chosen: null, reading: false, problem: null }))

export function useGeneral(): General {
  return useStore(general)
}

/** Takes a file when instructions can be read from it. */
export async function takeGeneral(read: Commands['readGeneral'], file: File): Promise<void> {
  general.setState({ reading: true, problem: null })
  try {
    const sample = await read(file)
    general.setState(({ revision }) => ({ revision: revision + 1, chosen: { file, sample } }))
  } catch (thrown) {
    general.setState({ problem: problemOf(thrown) })
  } finally {
    general.setState({ reading: false })
  }
}

export function leaveGeneralOut(): void {
  general.setState(({ revision }) => ({ revision: revision + 1, chosen: null, problem: null }))
}

export function dismissGeneralProblem(): void {
  general.setState({ problem: null })
}
