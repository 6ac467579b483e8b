import { createRoot } from 'react-dom/client'
import { CorpusScreen } from '#features/corpus/corpus-screen'
import { EvaluateScreen } from '#features/evaluate/evaluate-screen'
import { Export } from '#features/export/export'
import { ModelsScreen } from '#features/models/models-screen'
import { PrivacyPanel } from '#features/privacy/privacy-panel'
import { Review } from '#features/review/review'
import { Shell } from '#features/shell/shell'
import { WriteScreen } from '#features/write/write-screen'
import { EVALUATE_STATES } from '../evaluate-states'
import { CORPUS_STATES } from '../corpus-states'
import { FakeApp, fakeServices } from '../fake-services'
import { GATES_STATES } from '../gates-states'
import { MODELS_STATES } from '../models-states'
import { asJudged, asLong, REVIEW_STATES } from '../review-states'
import { WRITE_STATES } from '../write-states'

// One screen in one state, by the address: ?state=running&locale=zh

const asked = new URLSearchParams(location.search)
const state = asked.get('state') ?? ''
/** The screen of a state, by the list that it stands in. */
const LISTS = [
  ['models', MODELS_STATES],
  ['evaluate', GATES_STATES],
  ['evaluate', EVALUATE_STATES],
  ['review', REVIEW_STATES],
  ['corpus', CORPUS_STATES],
  ['write', WRITE_STATES],
] as const
const [listed = 'write', states = WRITE_STATES] = LISTS.find(([, list]) => state in list) ?? []
const judged = REVIEW_STATES[state]
const options = judged ?? states[state] ?? {}
const marking = state.startsWith('marking-')
const screen = state.startsWith('export-') ? 'export' : listed
const services = fakeServices({
  ...options,
  session: {
    locale: asked.get('locale') === 'zh' ? 'zh' : 'en',
    route: {
      screen,
      params: new URLSearchParams(marking ? { check: 'check-1' } : (judged?.params ?? CORPUS_STATES[state]?.params)),
    },
    ...options.session,
  },
})
if (judged !== undefined) asJudged(services.project)
if (judged?.passages !== undefined) asLong(services.project, judged.passages)
const root = document.querySelector('#app')
if (root !== null) {
  const write = <WriteScreen />
  const models = <ModelsScreen />
  const evaluate = <EvaluateScreen />
  const review = <Review />
  createRoot(root).render(
    <FakeApp services={services}>
      <Shell
        screens={{
          sources: null,
          write,
          review,
          export: <Export />,
          corpus: <CorpusScreen />,
          evaluate,
          models,
          storage: null,
        }}
        privacy={close => <PrivacyPanel onClose={close} />}
      />
    </FakeApp>,
  )
}
