import type { ProjectStore } from '#core/ports/project-store'
import { openStore, type OpenedStore } from '#storage/open-store'
import { createProject, deleteProject } from '#storage/projects'
import type { StoreUnderTest } from './harness'

/** The store of this project, over whatever IndexedDB the platform has. */
export async function dexieStore(): Promise<StoreUnderTest> {
  const { id } = await createProject('under test', 1)
  const opened: OpenedStore[] = []
  const open = async (): Promise<ProjectStore> => {
    const next = await openStore(id, { onTrouble: () => undefined })
    opened.push(next)
    return next.store
  }
  const closeAll = (): void => {
    for (const each of opened.splice(0)) each.close()
  }
  return {
    store: await open(),
    another: open,
    reopen: () => {
      closeAll()
      return open()
    },
    dispose: async () => {
      closeAll()
      await deleteProject(id)
    },
  }
}
