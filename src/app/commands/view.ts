import { problemOf } from '#core/problem'
import { problemText } from '#features/problem-text'
import type { Commands } from '#features/services'
import { readRoute, writeRoute } from '../hash-route'
import { dismiss, notify } from '../notices'
import { takeUpdate } from '../offline'
import type { PageState } from '../page-state'
import { readPreferences, writePreferences } from '../preferences'

type ViewCommands = Pick<
  Commands,
  'setLocale' | 'setTheme' | 'go' | 'dismissNotice' | 'copyText' | 'report' | 'reload' | 'update'
>

export function viewCommands({ session }: PageState): ViewCommands {
  return {
    setLocale: locale => {
      writePreferences({ ...readPreferences(), locale })
      session.setState({ locale })
    },
    setTheme: theme => {
      writePreferences({ ...readPreferences(), theme })
      session.setState({ theme })
    },
    go: (screen, params = {}, options = { replace: false }) => {
      writeRoute(screen, params, options.replace)
      session.setState({ route: readRoute() })
    },
    dismissNotice: id => dismiss(session, id),
    copyText: text => navigator.clipboard.writeText(text),
    report: thrown => {
      const problem = problemOf(thrown)
      if (problem.kind === 'cancelled') return
      notify(session, { tone: 'problem', text: problemText(session.getState().locale, problem), undo: false })
    },
    reload: () => location.reload(),
    update: takeUpdate,
  }
}
