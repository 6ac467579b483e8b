import type { Tally } from '#core/ports/project-store'
import { LANGUAGES, languageNumber, STATES, stateNumber, taskNumber } from '#storage/index/codes'

/** Counts by task, language and state: the slot of a code holds how many pairs have its facets. */
export type Cube = Uint32Array<ArrayBuffer>

const SLOTS = LANGUAGES.length * STATES.length

function slotOf(code: number): number {
  return taskNumber(code) * SLOTS + languageNumber(code) * STATES.length + stateNumber(code)
}

/** A copy with room for so many tasks. */
export function cubeFor(tasks: number, from?: Cube): Cube {
  const cube = new Uint32Array(tasks * SLOTS)
  if (from !== undefined) cube.set(from.subarray(0, cube.length))
  return cube
}

export function addTo(cube: Cube, code: number, count: number): void {
  const slot = slotOf(code)
  cube[slot] = (cube[slot] ?? 0) + count
}

/** The counts that are not zero, with names. */
export function talliesOf(cube: Cube, tasks: readonly string[]): Tally[] {
  const tallies: Tally[] = []
  tasks.forEach((task, taskAt) => {
    LANGUAGES.forEach((language, languageAt) => {
      STATES.forEach((state, stateAt) => {
        const count = cube[taskAt * SLOTS + languageAt * STATES.length + stateAt] ?? 0
        if (count > 0) tallies.push({ state, task, language, count })
      })
    })
  })
  return tallies
}

/** Sums tallies of several runs. */
export function sumTallies(lists: readonly (readonly Tally[])[]): Tally[] {
  const sums = new Map<string, Tally>()
  for (const tally of lists.flat()) {
    const key = `${tally.state} ${tally.language} ${tally.task}`
    sums.set(key, { ...tally, count: tally.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}
