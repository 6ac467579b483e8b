import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { Button, EmptyState, Spinner, useHotkeys } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { OpenPrivacy } from '#features/open-privacy'
import { BottomBar } from './bottom-bar'
import { DropElsewhere } from './drop-elsewhere'
import { FollowerBanner } from './follower-banner'
import { IngestLine } from './ingest-line'
import { type KeyGroup, KeysDialog } from './keys-dialog'
import { MESSAGES } from './messages'
import { Notices } from './notices'
import { ScreenBoundary } from './screen-boundary'
import { isScreen, SCREENS, type ScreenName } from './screens'
import { SideNav } from './side-nav'
import { TopBar } from './top-bar'
import { TroublePage } from './trouble-page'
import { UpdateLine } from './update-line'
import './shell.css'

export interface ShellProps {
  /** One element a screen; only the one that is open is drawn, so each may be loaded lazily. */
  readonly screens: Readonly<Record<ScreenName, ReactNode>>
  /** Draws the privacy panel while it is open. */
  readonly privacy: (onClose: () => void) => ReactNode
  /** Keys of single screens, for the list behind `?`. */
  readonly keys?: readonly KeyGroup[]
}

/** Everything around the screens. */
export function Shell({ screens, privacy, keys = [] }: ShellProps) {
  const words = useMessages(MESSAGES)
  const { go } = useCommands()
  const screen = useSession(session => session.route.screen)
  const trouble = useSession(session => (session.phase === 'trouble' ? session.trouble : null))
  const [dialog, setDialog] = useState<'privacy' | 'keys' | null>(null)
  const close = (): void => setDialog(null)
  useRootAttributes()
  useHotkeys({
    '?': () => setDialog('keys'),
    ...Object.fromEntries(SCREENS.map(({ name }, index) => [`${index + 1}`, () => go(name)])),
  })
  return (
    <div className="shell">
      <title>{isScreen(screen) ? `${words.screens[screen]} · Pairloom` : 'Pairloom'}</title>
      <a className="skip-link" href="#main" onClick={skip}>
        {words.skip}
      </a>
      <TopBar />
      {trouble === null && <SideNav onPrivacy={() => setDialog('privacy')} />}
      <main id="main" className="shell__main" tabIndex={-1}>
        {trouble === null ? (
          <>
            <FollowerBanner />
            <UpdateLine />
            <IngestLine />
            <div className="shell__screen">
              <ScreenBoundary screen={screen}>
                <Suspense fallback={<Waiting words={words.opening} />}>
                  <OpenPrivacy value={() => setDialog('privacy')}>
                    <OpenScreen screens={screens} />
                  </OpenPrivacy>
                </Suspense>
              </ScreenBoundary>
            </div>
          </>
        ) : (
          <TroublePage problem={trouble} />
        )}
      </main>
      {trouble === null && <BottomBar onPrivacy={() => setDialog('privacy')} />}
      <Notices />
      <DropElsewhere />
      {dialog === 'privacy' && privacy(close)}
      <KeysDialog open={dialog === 'keys'} groups={keys} onClose={close} />
    </div>
  )
}

function OpenScreen({ screens }: Pick<ShellProps, 'screens'>) {
  const words = useMessages(MESSAGES)
  const { go } = useCommands()
  const screen = useSession(session => session.route.screen)
  const opening = useSession(session => session.phase === 'opening')
  if (opening) return <Waiting words={words.opening} />
  if (isScreen(screen)) return screens[screen]
  return (
    <EmptyState
      icon="search"
      title={words.missing.title}
      actions={<Button onClick={() => go('sources')}>{words.missing.go}</Button>}
    />
  )
}

/** Fades in after a moment, so that a quick start does not flicker. */
function Waiting({ words }: { readonly words: string }) {
  return (
    <p className="waiting" role="status">
      <Spinner size={16} />
      {words}
    </p>
  )
}

/** The hash belongs to the routes, so the skip link moves the focus itself. */
function skip(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

/** Language and theme stand on the root element, where fonts, colours and screen readers look for them. */
function useRootAttributes(): void {
  const locale = useSession(session => session.locale)
  const theme = useSession(session => session.theme)
  useEffect(() => {
    const root = document.documentElement
    root.lang = locale === 'zh' ? 'zh-CN' : 'en'
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }, [locale, theme])
}
