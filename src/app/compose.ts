import { ProblemError, problemOf } from '#core/problem'
import type { Services } from '#features/services'
import { createSession } from '#features/session'
import { createProject, listProjects, sweepProjects } from '#storage/projects'
import { corpusCommands } from './commands/corpus'
import { decisionCommands } from './commands/decisions'
import { judgingCommands } from './commands/judging'
import { gateCommands } from './commands/gates'
import { engineCommands } from './commands/engine'
import { exportCommands } from './commands/exports'
import { modelCommands } from './commands/models'
import { firstName, projectCommands } from './commands/projects'
import { recipeCommands } from './commands/recipes'
import { runCommands } from './commands/runs'
import { sourceCommands } from './commands/sources'
import { versionsCommands } from './commands/versions'
import { teachingCommands } from './commands/teaching'
import { viewCommands } from './commands/view'
import { createDevice } from './device'
import { diagnose } from './diagnose'
import { readRoute } from './hash-route'
import { listen } from './listen'
import { keepOffline } from './offline'
import { type PageState, readerOf } from './page-state'
import { readPreferences } from './preferences'
import { createRefresh } from './refresh'
import { startThreads } from './threads'
import { keepAwake } from './wake-lock'

/** When the page has settled, in ms, what broken-off restorations left behind is cleaned away. */
const SWEEP_AFTER = 10_000

/** Starts the workers and an empty session. */
export function createPage(): PageState {
  const { locale, theme } = readPreferences()
  const session = createSession({ locale, theme, route: readRoute() })
  return { session, threads: startThreads(), opened: null, files: new Map() }
}

/** Puts page, workers and storage together; opens the project that was used last, or makes the first one. */
export function compose(page: PageState): Services {
  const { session } = page
  listen(page, createRefresh(page))
  const followUrl = (): void => session.setState({ route: readRoute() })
  addEventListener('hashchange', followUrl)
  addEventListener('popstate', followUrl)
  const projects = projectCommands(page)
  const engine = engineCommands(page)
  const start = async (): Promise<void> => {
    const [last] = await listProjects()
    if (last === undefined && readPreferences().hadProject) throw new ProblemError({ kind: 'storage-cleared' })
    const { id, name } = last ?? (await createProject(firstName(page), Date.now()))
    session.setState({ project: { id, name } })
    await projects.openProject(id)
    setTimeout(() => void sweepProjects().catch(() => undefined), SWEEP_AFTER)
  }
  keepOffline(session)
  keepAwake(session)
  start().catch((thrown: unknown) => session.setState({ phase: 'trouble', trouble: problemOf(thrown) }))
  return {
    session,
    reader: () => readerOf(page),
    device: createDevice(page.threads, () => diagnose(page)),
    commands: {
      ...sourceCommands(page),
      ...runCommands(page, engine),
      ...engine,
      ...modelCommands(page),
      ...recipeCommands(page),
      ...teachingCommands(page, engine),
      ...decisionCommands(page),
      ...judgingCommands(page),
      ...gateCommands(page),
      ...versionsCommands(page),
      ...exportCommands(page),
      ...corpusCommands(page),
      ...projects,
      ...viewCommands(page),
    },
  }
}
