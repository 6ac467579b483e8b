import { deleteDatabase } from '#storage/database/delete-database'
import { createDatabase } from '#storage/database/open-database'
import { unlessMaking, whileMaking } from '#storage/database/making-lock'
import { type RegistryRow, withRegistry } from '#storage/database/registry'

/** A project as the registry knows it. Times are ms since 1970. */
export interface ProjectEntry {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly lastOpened: number
}

/** An id that no project has had: 64 random bits, hex. */
function newProjectId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => byte.toString(16).padStart(2, '0')).join('')
}

function entryOf({ id, name, createdAt, lastOpened }: RegistryRow): ProjectEntry {
  return { id, name, createdAt, lastOpened }
}

/** All projects, the one opened last first. */
export async function listProjects(): Promise<readonly ProjectEntry[]> {
  const rows = await withRegistry(projects => projects.toArray())
  return rows
    .filter(row => row.state === 'ready')
    .sort((a, b) => b.lastOpened - a.lastOpened || b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
    .map(entryOf)
}

/** Makes an empty project and its database; `now` in ms since 1970. */
export async function createProject(name: string, now: number): Promise<ProjectEntry> {
  const entry: ProjectEntry = { id: newProjectId(), name, createdAt: now, lastOpened: now }
  // The database first: a project that is listed without one would look as if the browser had cleared it.
  await createDatabase(entry.id)
  await withRegistry(projects => projects.add({ ...entry, state: 'ready' }))
  return entry
}

async function change(id: string, changes: Partial<RegistryRow>): Promise<void> {
  await withRegistry(async projects => {
    const row = await projects.get(id)
    if (row !== undefined) await projects.put({ ...row, ...changes })
  })
}

export function renameProject(id: string, name: string): Promise<void> {
  return change(id, { name })
}

/** Notes that the project was opened now, so that the list starts with it next time. */
export function noteProjectOpened(id: string, now: number): Promise<void> {
  return change(id, { lastOpened: now })
}

/** Deletes database and entry, in this order: an entry without a database is found again by the next sweep. */
async function forget(id: string): Promise<void> {
  await deleteDatabase(id)
  await withRegistry(projects => projects.delete(id))
}

/**
 * Deletes the project and its database; waits for tabs that have it open. It leaves the list at once, and a deletion
 * that is cut off is finished by the next sweep.
 */
export async function deleteProject(id: string): Promise<void> {
  await change(id, { state: 'deleting' })
  await forget(id)
}

/** Finishes deletions that were cut off, and deletes what restorations that died left behind. */
export async function sweepProjects(): Promise<void> {
  const rows = await withRegistry(projects => projects.toArray())
  for (const { id, state } of rows) {
    if (state === 'deleting') await forget(id)
    if (state === 'restoring') await unlessMaking(id, () => forget(id))
  }
}

/** Makes a project out of sight. It is listed under the name that `fill` gives, or leaves no trace when that throws. */
export function makeProject(now: number, fill: (id: string) => Promise<string>): Promise<ProjectEntry> {
  const entry = { id: newProjectId(), name: '', createdAt: now, lastOpened: now }
  return whileMaking(entry.id, async () => {
    await withRegistry(projects => projects.add({ ...entry, state: 'restoring' }))
    try {
      await createDatabase(entry.id)
      const name = await fill(entry.id)
      await withRegistry(projects => projects.put({ ...entry, name, state: 'ready' }))
      return { ...entry, name }
    } catch (error) {
      await forget(entry.id)
      throw error
    }
  })
}
