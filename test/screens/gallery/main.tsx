import { createRoot } from 'react-dom/client'
import { EvaluateScreen } from '#features/evaluate/evaluate-screen'
import { Export } from '#features/export/export'
import { ModelsScreen } from '#features/models/models-screen'
import { PrivacyPanel } from '#features/privacy/privacy-panel'
import { Shell } from '#features/shell/shell'
import { WriteScreen } from '#features/write/write-screen'
import { EVALUATE_STATES } from '../evaluate-states'
import { FakeApp, fakeServices } from '../fake-services'
import { MODELS_STATES } from '../models-states'
import { WRITE_STATES } from '../write-states'

// One screen in one state, by the address: ?state=running&locale=zh

const asked = new URLSearchParams(location.search)
const state = asked.get('state') ?? ''
const options = MODELS_STATES[state] ?? WRITE_STATES[state] ?? EVALUATE_STATES[state] ?? {}
const marking = state.startsWith('marking-')
const screen =
  state in MODELS_STATES
    ? 'models'
    : state in WRITE_STATES || !(state in EVALUATE_STATES)
      ? 'write'
      : state.startsWith('export-')
        ? 'export'
        : 'evaluate'
const services = fakeServices({
  ...options,
  session: {
    locale: asked.get('locale') === 'zh' ? 'zh' : 'en',
    route: { screen, params: new URLSearchParams(marking ? { check: 'check-1' } : {}) },
    ...options.session,
  },
})
const root = document.querySelector('#app')
if (root !== null) {
  const write = <WriteScreen />
  const models = <ModelsScreen />
  const evaluate = <EvaluateScreen />
  createRoot(root).render(
    <FakeApp services={services}>
      <Shell
        screens={{ sources: null, write, review: null, export: <Export />, evaluate, models, storage: null }}
        privacy={close => <PrivacyPanel onClose={close} />}
      />
    </FakeApp>,
  )
}
