import { lazy, Suspense } from 'react'
import { ServicesContext } from '#features/context'
import { CORPUS_KEYS } from '#features/corpus/corpus-keys'
import { BLIND_KEYS } from '#features/evaluate/blind-keys'
import { REVIEW_KEYS } from '#features/review/review-keys'
import type { Services } from '#features/services'
import { Shell } from '#features/shell/shell'
import { SourcesScreen } from '#features/sources/sources-screen'

const Write = lazy(async () => ({ default: (await import('#features/write/write-screen')).WriteScreen }))
const Review = lazy(async () => ({ default: (await import('#features/review/review')).Review }))
const Export = lazy(async () => ({ default: (await import('#features/export/export')).Export }))
const Corpus = lazy(async () => ({ default: (await import('#features/corpus/corpus-screen')).CorpusScreen }))
const Evaluate = lazy(async () => ({ default: (await import('#features/evaluate/evaluate-screen')).EvaluateScreen }))
const Models = lazy(async () => ({ default: (await import('#features/models/models-screen')).ModelsScreen }))
const Storage = lazy(async () => ({ default: (await import('#features/storage/storage-screen')).StorageScreen }))
const PrivacyPanel = lazy(async () => ({ default: (await import('#features/privacy/privacy-panel')).PrivacyPanel }))

const SCREENS = {
  sources: <SourcesScreen />,
  write: <Write />,
  review: <Review />,
  export: <Export />,
  corpus: <Corpus />,
  evaluate: <Evaluate />,
  models: <Models />,
  storage: <Storage />,
}

const KEYS = [REVIEW_KEYS, CORPUS_KEYS, BLIND_KEYS]

/** The app on one page: the frame, and in it the screen that the URL names. */
export function App({ services }: { readonly services: Services }) {
  return (
    <ServicesContext value={services}>
      <Shell
        screens={SCREENS}
        keys={KEYS}
        privacy={close => (
          <Suspense>
            <PrivacyPanel onClose={close} />
          </Suspense>
        )}
      />
    </ServicesContext>
  )
}
