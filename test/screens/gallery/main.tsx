import { createRoot } from 'react-dom/client'
import { EvaluateScreen } from '#features/evaluate/evaluate-screen'
import { ModelsScreen } from '#features/models/models-screen'
import { PrivacyPanel } from '#features/privacy/privacy-panel'
import { Shell } from '#features/shell/shell'
import { WriteScreen } from '#features/write/write-screen'
import { FakeApp, fakeServices } from '../fake-services'
import { GATES_STATES } from '../gates-states'
import { MODELS_STATES } from '../models-states'
import { WRITE_STATES } from '../write-states'

// One screen in one state, by the address: ?state=running&locale=zh

const asked = new URLSearchParams(location.search)
const state = asked.get('state') ?? ''
const options = MODELS_STATES[state] ?? GATES_STATES[state] ?? WRITE_STATES[state] ?? {}
const screen = state in MODELS_STATES ? 'models' : state in GATES_STATES ? 'evaluate' : 'write'
const services = fakeServices({
  ...options,
  session: {
    locale: asked.get('locale') === 'zh' ? 'zh' : 'en',
    route: { screen, params: new URLSearchParams() },
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
        screens={{ sources: null, write, review: null, export: null, evaluate, models, storage: null }}
        privacy={close => <PrivacyPanel onClose={close} />}
      />
    </FakeApp>,
  )
}
