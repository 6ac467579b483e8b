import type { Task } from '#core/synthesis/pair'

/** How many pairs a passage gave so far, the one in question included. */
export interface PassageCount {
  readonly all: number
  readonly ofTask: number
}

/** Counts the pairs of one passage after another. */
export interface PassageCounts {
  /** What the counts would be with this pair. A pair that was added before is counted once. */
  readonly with: (passage: string, task: Task, id: string) => PassageCount
  readonly add: (passage: string, task: Task, id: string) => void
  /** More pairs of this passage come after those of others. */
  readonly hold: (passage: string) => void
}

/** Only the passage at hand is remembered, and those that are held: pairs of one passage come one after another. */
export function createPassageCounts(): PassageCounts {
  const held = new Map<string, Map<string, Task>>()
  let current: string | null = null
  let tasks = new Map<string, Task>()
  const at = (passage: string): Map<string, Task> => {
    if (passage !== current) {
      current = passage
      tasks = held.get(passage) ?? new Map<string, Task>()
    }
    return tasks
  }
  return {
    with: (passage, task, id) => {
      const held = at(passage)
      let ofTask = 1
      let all = 1
      for (const [other, its] of held) {
        if (other === id) continue
        all += 1
        if (its === task) ofTask += 1
      }
      return { all, ofTask }
    },
    add: (passage, task, id) => at(passage).set(id, task),
    hold: passage => held.set(passage, at(passage)),
  }
}
