import { Icon, VisuallyHidden } from '#ui'
import { useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import type { Counts } from '#features/session'
import { MESSAGES } from './messages'
import { ScreenLink } from './screen-link'
import { SCREENS, type ScreenName } from './screens'

/** The count beside a step; null where there is none to show. */
function countOf(screen: ScreenName, counts: Counts): number | null {
  const shown: Partial<Record<ScreenName, number>> = {
    sources: counts.sources,
    review: counts.toReview,
    export: counts.exportable,
  }
  const count = shown[screen] ?? 0
  return count > 0 ? count : null
}

function Item({ name, icon }: Pick<(typeof SCREENS)[number], 'name' | 'icon'>) {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  const count = useSession(session => countOf(name, session.counts))
  return (
    <li>
      <ScreenLink to={name} className="nav-link">
        <Icon name={icon} />
        <span>{words.screens[name]}</span>
        {count !== null && (
          <b>
            {format.number(count)} <VisuallyHidden>{words.counted[name]}</VisuallyHidden>
          </b>
        )}
      </ScreenLink>
    </li>
  )
}

export function SideNav({ onPrivacy }: { readonly onPrivacy: () => void }) {
  const words = useMessages(MESSAGES)
  return (
    <nav className="side-nav" aria-label={words.steps}>
      <ul>
        {SCREENS.filter(screen => screen.group === 'step').map(screen => (
          <Item key={screen.name} {...screen} />
        ))}
      </ul>
      <hr />
      <ul>
        {SCREENS.filter(screen => screen.group === 'tool').map(screen => (
          <Item key={screen.name} {...screen} />
        ))}
      </ul>
      <p className="side-nav__foot">
        {words.privacyLine}{' '}
        <button type="button" className="text-button" onClick={onPrivacy}>
          {words.privacyLink}
        </button>
      </p>
    </nav>
  )
}
