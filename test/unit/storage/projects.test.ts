import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { openStore } from '#storage/open-store'
import {
  createProject,
  deleteProject,
  listProjects,
  noteProjectOpened,
  renameProject,
  sweepProjects,
} from '#storage/projects'
import { withRegistry } from '#storage/database/registry'

describe('the list of projects', () => {
  it('STORE18: projects are made, renamed, listed with the one opened last first, and deleted with their data', async () => {
    expect(await listProjects()).toEqual([])
    const a = await createProject('A', 10)
    const b = await createProject('B', 20)
    await renameProject(a.id, 'Renamed')
    await noteProjectOpened(a.id, 30)
    expect(await listProjects()).toEqual([
      { id: a.id, name: 'Renamed', createdAt: 10, lastOpened: 30 },
      { id: b.id, name: 'B', createdAt: 20, lastOpened: 20 },
    ])
    const troubles: string[] = []
    const { store } = await openStore(b.id, { onTrouble: ({ kind }) => troubles.push(kind) })
    await deleteProject(b.id)
    expect(troubles).toEqual(['updated-elsewhere'])
    await expect(store.sources()).rejects.toMatchObject({ problem: { kind: 'updated-elsewhere' } })
    expect((await listProjects()).map(({ id }) => id)).toEqual([a.id])
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`pairloom-${b.id}`)
    await renameProject(b.id, 'gone')
    expect(await listProjects()).toHaveLength(1)
    await deleteProject(a.id)
  })

  it('STORE18: a deletion that was cut off is out of the list, and the next sweep finishes it', async () => {
    const { id } = await createProject('C', 1)
    await withRegistry(async projects => {
      const row = await projects.get(id)
      if (row !== undefined) await projects.put({ ...row, state: 'deleting' })
    })
    expect(await listProjects()).toEqual([])
    expect((await indexedDB.databases()).map(({ name }) => name)).toContain(`pairloom-${id}`)
    await sweepProjects()
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`pairloom-${id}`)
    expect(await withRegistry(projects => projects.count())).toBe(0)
  })
})
