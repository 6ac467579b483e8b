import { ProblemError } from '#core/problem'

/** A project as the registry knows it. Times are ms since 1970. */
export interface ProjectEntry {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly lastOpened: number
}

const unbuilt = () => Promise.reject(new ProblemError({ kind: 'storage-unavailable', detail: 'not built yet' }))

/** All projects, the one opened last first. */
export function listProjects(): Promise<readonly ProjectEntry[]> {
  return unbuilt()
}

/** Makes an empty project and its database. */
export function createProject(_name: string, _now: number): Promise<ProjectEntry> {
  return unbuilt()
}

export function renameProject(_id: string, _name: string): Promise<void> {
  return unbuilt()
}

/** Notes that the project was opened now, so that the list starts with it next time. */
export function noteProjectOpened(_id: string, _now: number): Promise<void> {
  return unbuilt()
}

/** Deletes the project and its database. `blocked-by-other-tab` where a tab keeps it open. */
export function deleteProject(_id: string): Promise<void> {
  return unbuilt()
}
