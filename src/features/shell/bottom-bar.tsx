import { Icon, Menu } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { MESSAGES } from './messages'
import { ScreenLink } from './screen-link'
import { SCREENS } from './screens'

/** The four steps at the thumb, on narrow screens; the tools sit behind "more". */
export function BottomBar({ onPrivacy }: { readonly onPrivacy: () => void }) {
  const words = useMessages(MESSAGES)
  const commands = useCommands()
  const screen = useSession(session => session.route.screen)
  const tools = SCREENS.filter(one => one.group === 'tool')
  return (
    <nav className="bottom-bar" aria-label={words.steps}>
      <ul>
        {SCREENS.filter(one => one.group === 'step').map(({ name, icon }) => (
          <li key={name}>
            <ScreenLink to={name} className="bottom-bar__item">
              <Icon name={icon} size={18} />
              <span>{words.screens[name]}</span>
            </ScreenLink>
          </li>
        ))}
        <li>
          <Menu
            label={words.more}
            align="end"
            trigger={props => (
              <button
                type="button"
                className="bottom-bar__item"
                data-current={tools.some(tool => tool.name === screen)}
                {...props}
              >
                <Icon name="more" size={18} />
                <span>{words.more}</span>
              </button>
            )}
            items={[
              ...tools.map(({ name, icon }) => ({
                id: name,
                icon,
                label: words.screens[name],
                current: name === screen,
                onSelect: () => commands.go(name),
              })),
              { id: 'privacy', icon: 'shield' as const, label: words.privacy, apart: true, onSelect: onPrivacy },
            ]}
          />
        </li>
      </ul>
    </nav>
  )
}
