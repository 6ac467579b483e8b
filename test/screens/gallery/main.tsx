import { createRoot } from 'react-dom/client'
import { Shell } from '#features/shell/shell'
import { WriteScreen } from '#features/write/write-screen'
import { FakeApp, fakeServices } from '../fake-services'
import { WRITE_STATES } from '../write-states'

// One screen in one state, by the address: ?state=running&locale=zh

const asked = new URLSearchParams(location.search)
const options = WRITE_STATES[asked.get('state') ?? ''] ?? {}
const services = fakeServices({
  ...options,
  session: {
    locale: asked.get('locale') === 'zh' ? 'zh' : 'en',
    route: { screen: 'write', params: new URLSearchParams() },
    ...options.session,
  },
})
const root = document.querySelector('#app')
if (root !== null) {
  const write = <WriteScreen />
  createRoot(root).render(
    <FakeApp services={services}>
      <Shell
        screens={{ sources: null, write, review: null, export: null, models: null, storage: null }}
        privacy={() => null}
      />
    </FakeApp>,
  )
}
