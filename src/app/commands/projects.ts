import { ProblemError } from '#core/problem'
import type { Commands } from '#features/services'
import { createProject, deleteProject, listProjects, noteProjectOpened, renameProject } from '#storage/projects'
import { openProject } from '../open-project'
import type { PageState } from '../page-state'

type ProjectCommands = Pick<
  Commands,
  'createProject' | 'openProject' | 'renameProject' | 'deleteProject' | 'startFresh' | 'runHere' | 'restore'
>

export function projectCommands(page: PageState): ProjectCommands {
  const { session, threads } = page
  const list = async (): Promise<void> => {
    const projects = await listProjects()
    const current = session.getState().project?.id
    session.setState({
      projects: projects.map(({ id, name }) => ({ id, name })),
      project: projects.find(project => project.id === current) ?? null,
    })
  }
  const open = async (id: string, steal = false): Promise<void> => {
    await noteProjectOpened(id, Date.now())
    // Before it is open: also one that cannot be opened is the one that is meant by what the person does next.
    const entry = (await listProjects()).find(project => project.id === id)
    if (entry !== undefined) session.setState({ project: { id, name: entry.name } })
    await openProject(page, id, steal)
    await list()
  }
  return {
    createProject: async name => {
      const { id } = await createProject(name, Date.now())
      await open(id)
    },
    openProject: open,
    renameProject: async (id, name) => {
      await renameProject(id, name)
      await list()
    },
    deleteProject: async id => {
      const isOpen = session.getState().project?.id === id
      if (isOpen) {
        // Its database cannot go while this tab keeps it open: move to another one first.
        const other = (await listProjects()).find(project => project.id !== id)
        await open(other?.id ?? (await createProject(firstName(page), Date.now())).id)
      }
      await deleteProject(id)
      await list()
    },
    startFresh: async () => {
      const gone = session.getState().project?.id ?? null
      const { id } = await createProject(firstName(page), Date.now())
      await open(id)
      if (gone !== null) await deleteProject(gone)
      await list()
    },
    runHere: async () => {
      const { project } = session.getState()
      if (project === null) throw new ProblemError({ kind: 'not-writer' })
      await open(project.id, true)
    },
    restore: async (file, signal, progress) => {
      const { project } = await threads.ingest.call(
        'restore',
        { file, name: file.name },
        { signal, onProgress: ({ bytes, totalBytes }) => progress(bytes, totalBytes) },
      )
      await open(project)
    },
  }
}

/** Name of a project that is made in silence. */
export function firstName({ session }: PageState): string {
  return session.getState().locale === 'zh' ? '我的项目' : 'My project'
}
