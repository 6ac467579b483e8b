import { lazy, Suspense, useEffect } from 'react'
import { ServicesContext, useSession } from '#features/context'
import type { Services } from '#features/services'
import { Shell } from '#features/shell/shell'
import { Sources } from '#features/sources/sources'

const Write = lazy(async () => ({ default: (await import('#features/write/write')).Write }))
const Review = lazy(async () => ({ default: (await import('#features/review/review')).Review }))
const Export = lazy(async () => ({ default: (await import('#features/export/export')).Export }))
const Storage = lazy(async () => ({ default: (await import('#features/storage/storage')).Storage }))

function Screen() {
  const screen = useSession(session => session.route.screen)
  if (screen === 'write') return <Write />
  if (screen === 'review') return <Review />
  if (screen === 'export') return <Export />
  if (screen === 'storage') return <Storage />
  return <Sources />
}

/** Language and theme belong to the whole document. */
function useDocumentAttributes(): void {
  const locale = useSession(session => session.locale)
  const theme = useSession(session => session.theme)
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-Hans' : 'en'
  }, [locale])
  useEffect(() => {
    if (theme === 'system') document.documentElement.removeAttribute('data-theme')
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
}

function Framed() {
  useDocumentAttributes()
  return (
    <Shell>
      <Suspense>
        <Screen />
      </Suspense>
    </Shell>
  )
}

/** The app on one page: the frame, and in it the screen that the URL names. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ServicesContext value={services}>
      <Framed />
    </ServicesContext>
  )
}
