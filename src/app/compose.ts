import { problemOf } from '#core/problem'
import type { Services } from '#features/services'
import { createSession } from '#features/session'
import { createProject, listProjects } from '#storage/projects'
import { decisionCommands } from './commands/decisions'
import { exportCommands } from './commands/exports'
import { firstName, projectCommands } from './commands/projects'
import { runCommands } from './commands/runs'
import { sourceCommands } from './commands/sources'
import { viewCommands } from './commands/view'
import { createDevice } from './device'
import { diagnose } from './diagnose'
import { readRoute } from './hash-route'
import { listen } from './listen'
import { type PageState, readerOf } from './page-state'
import { readPreferences } from './preferences'
import { createRefresh } from './refresh'
import { startThreads } from './threads'

/** Puts page, workers and storage together; opens the project that was used last, or makes the first one. */
export function compose(): Services & { readonly ready: Promise<void> } {
  const { locale, theme } = readPreferences()
  const session = createSession({ locale, theme, route: readRoute() })
  const page: PageState = { session, threads: startThreads(), opened: null, files: new Map() }
  listen(page, createRefresh(page))
  addEventListener('hashchange', () => session.setState({ route: readRoute() }))
  addEventListener('popstate', () => session.setState({ route: readRoute() }))
  const commands = {
    ...sourceCommands(page),
    ...runCommands(page),
    ...decisionCommands(page),
    ...exportCommands(page),
    ...projectCommands(page),
    ...viewCommands(page),
  }
  const start = async (): Promise<void> => {
    const [last] = await listProjects()
    const { id } = last ?? (await createProject(firstName(page), Date.now()))
    session.setState({ project: { id, name: last?.name ?? firstName(page) } })
    await commands.openProject(id)
  }
  return {
    session,
    commands,
    reader: () => readerOf(page),
    device: createDevice(page.threads, () => diagnose(page)),
    ready: start().catch((thrown: unknown) => {
      session.setState({ phase: 'trouble', trouble: problemOf(thrown) })
    }),
  }
}
