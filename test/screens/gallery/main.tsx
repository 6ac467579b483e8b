import { createRoot } from 'react-dom/client'
import { ModelsScreen } from '#features/models/models-screen'
import { PrivacyPanel } from '#features/privacy/privacy-panel'
import { Review } from '#features/review/review'
import { Shell } from '#features/shell/shell'
import { WriteScreen } from '#features/write/write-screen'
import { FakeApp, fakeServices } from '../fake-services'
import { MODELS_STATES } from '../models-states'
import { asJudged, asLong, REVIEW_STATES } from '../review-states'
import { WRITE_STATES } from '../write-states'

// One screen in one state, by the address: ?state=running&locale=zh

const asked = new URLSearchParams(location.search)
const state = asked.get('state') ?? ''
const judged = REVIEW_STATES[state]
const options = judged ?? MODELS_STATES[state] ?? WRITE_STATES[state] ?? {}
const screen = judged !== undefined ? 'review' : state in MODELS_STATES ? 'models' : 'write'
const services = fakeServices({
  ...options,
  session: {
    locale: asked.get('locale') === 'zh' ? 'zh' : 'en',
    route: { screen, params: new URLSearchParams(judged?.params) },
    ...options.session,
  },
})
if (judged !== undefined) asJudged(services.project)
if (judged?.passages !== undefined) asLong(services.project, judged.passages)
const root = document.querySelector('#app')
if (root !== null) {
  const write = <WriteScreen />
  const models = <ModelsScreen />
  const review = <Review />
  createRoot(root).render(
    <FakeApp services={services}>
      <Shell
        screens={{ sources: null, write, review, export: null, evaluate: null, models, storage: null }}
        privacy={close => <PrivacyPanel onClose={close} />}
      />
    </FakeApp>,
  )
}
