import { Button, Icon, IconButton, type IconName, Menu } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import type { Theme } from '#features/session'
import { MESSAGES } from './messages'
import { RunLine } from './run-line'
import { ScreenLink } from './screen-link'

const THEME_ICONS: Readonly<Record<Theme, IconName>> = { system: 'screen', light: 'sun', dark: 'moon' }
const THEMES: readonly Theme[] = ['system', 'light', 'dark']

function ThemeMenu() {
  const words = useMessages(MESSAGES)
  const { setTheme } = useCommands()
  const theme = useSession(session => session.theme)
  return (
    <Menu
      label={words.theme}
      align="end"
      trigger={props => <IconButton icon={THEME_ICONS[theme]} label={words.theme} {...props} />}
      items={THEMES.map(one => ({
        id: one,
        icon: THEME_ICONS[one],
        label: words.themes[one],
        current: one === theme,
        onSelect: () => setTheme(one),
      }))}
    />
  )
}

/** Appears with the second project. */
function ProjectMenu() {
  const words = useMessages(MESSAGES)
  const commands = useCommands()
  const projects = useSession(session => session.projects)
  const current = useSession(session => session.project)
  if (projects.length < 2 || current === null) return null
  return (
    <Menu
      label={words.projects}
      trigger={props => (
        <Button tone="quiet" className="top-bar__project" {...props}>
          <span>{current.name}</span>
          <Icon name="chevron-down" size={14} />
        </Button>
      )}
      items={[
        ...projects.map(project => ({
          id: project.id,
          label: project.name,
          current: project.id === current.id,
          onSelect: () => {
            if (project.id !== current.id) commands.openProject(project.id).catch(commands.report)
          },
        })),
        { id: 'manage', label: words.manageProjects, apart: true, onSelect: () => commands.go('storage') },
      ]}
    />
  )
}

export function TopBar() {
  const words = useMessages(MESSAGES)
  const { setLocale } = useCommands()
  const locale = useSession(session => session.locale)
  return (
    <header className="top-bar">
      <ScreenLink to="sources" className="top-bar__logo" label={words.home}>
        <Icon name="logo" size={22} />
        <span>Pairloom</span>
      </ScreenLink>
      <ProjectMenu />
      <div className="top-bar__run">
        <RunLine />
      </div>
      <div className="top-bar__end">
        <Button
          tone="quiet"
          lang={words.otherLanguageTag}
          aria-label={words.otherLanguageLabel}
          onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}
        >
          {words.otherLanguage}
        </Button>
        <ThemeMenu />
      </div>
    </header>
  )
}
