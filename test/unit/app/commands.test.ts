import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { problemOf } from '#core/problem'
import type { RunRequest } from '#core/run/run'
import { createSession } from '#features/session'
import { type Api, type Client, connect, type Events, serve } from '#messages/rpc'
import { deleteDatabase } from '#storage/database/delete-database'
import { createProject, listProjects } from '#storage/projects'
/* eslint-disable house/no-far-parent -- only tests import from app, so it has no short name */
import { projectCommands } from '../../../src/app/commands/projects'
import { runCommands } from '../../../src/app/commands/runs'
import type { PageState } from '../../../src/app/page-state'
/* eslint-enable house/no-far-parent */

const REQUEST: RunRequest = {
  synthesizer: 'chat',
  engine: 'wllama',
  model: 'm',
  recipe: 'r',
  recipeVersion: 'v',
  tasks: [],
  seed: 1,
  documents: null,
  sample: null,
}

/** A page whose workers say that all is well, and note what they were asked. */
function pageOf(): { page: PageState; asked: string[] } {
  const asked: string[] = []
  const worker = (): Client<Api, Events> => {
    const { port1, port2 } = new MessageChannel()
    serve<Api, Events>(
      port2,
      new Proxy(
        {},
        {
          get: (_, method) => () => {
            asked.push(String(method))
            return { role: 'writer', fence: 1 }
          },
        },
      ),
    )
    port1.start()
    port2.start()
    return connect(port1)
  }
  const session = createSession({
    locale: 'en',
    theme: 'system',
    route: { screen: 'sources', params: new URLSearchParams() },
  })
  const page: PageState = {
    session,
    // eslint-disable-next-line house/no-as -- any worker takes any method here
    threads: { run: worker(), ingest: worker() } as unknown as PageState['threads'],
    opened: null,
    files: new Map(),
  }
  return { page, asked }
}

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
  vi.stubGlobal('navigator', { languages: ['en'] })
})

async function twoProjects() {
  const made = pageOf()
  const one = await createProject('One', 1)
  const two = await createProject('Two', 2)
  const commands = projectCommands(made.page)
  await commands.openProject(one.id)
  return { ...made, commands, one, two }
}

describe('the open project', () => {
  it('is the one that was opened last, and the one that is named', async () => {
    const { page, commands, one, two } = await twoProjects()
    expect(page.session.getState()).toMatchObject({ phase: 'open', project: { id: one.id, name: 'One' } })
    await commands.openProject(two.id)
    expect(page.session.getState()).toMatchObject({ phase: 'open', project: { id: two.id, name: 'Two' } })
    page.opened?.close()
  })

  it('that cannot be opened is the one that a fresh start deletes', async () => {
    const { page, commands, one, two } = await twoProjects()
    await deleteDatabase(two.id)
    await commands.openProject(two.id)
    expect(page.session.getState()).toMatchObject({ phase: 'trouble', trouble: { kind: 'storage-cleared' } })
    await commands.startFresh()
    const left = (await listProjects()).map(({ id }) => id)
    expect(left).toContain(one.id)
    expect(left).not.toContain(two.id)
    page.opened?.close()
  })

  it('is the only one that a run begins in: not another one that was opened while its model was loaded', async () => {
    const { page, asked, commands, two } = await twoProjects()
    const runs = runCommands(page, { loadModel: () => commands.openProject(two.id) })
    expect(await runs.startRun(REQUEST).catch(problemOf)).toEqual({ kind: 'cancelled' })
    expect(asked).not.toContain('startRun')
    await runCommands(page, { loadModel: () => Promise.resolve() }).startRun(REQUEST)
    expect(asked).toContain('startRun')
    page.opened?.close()
  })

  it('loads a model once, however often a run by it is asked for meanwhile, and again after a failure', async () => {
    const { page, asked } = await twoProjects()
    const loads: { resolve: () => void; reject: (reason: Error) => void }[] = []
    const loadModel = (): Promise<void> => new Promise((resolve, reject) => loads.push({ resolve, reject }))
    const runs = runCommands(page, { loadModel })
    const both = Promise.allSettled([runs.startRun(REQUEST), runs.startRun(REQUEST)])
    expect(loads).toHaveLength(1)
    loads[0]?.reject(new Error('no'))
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const third = runs.startRun(REQUEST)
    expect(loads).toHaveLength(2)
    loads[1]?.resolve()
    await third
    expect(asked.filter(method => method === 'startRun')).toHaveLength(1)
    page.opened?.close()
  })
})
