import { use } from 'react'
import { Notice, Page } from '#ui'
import { useMessages, useSession } from '#features/context'
import { OpenPrivacy } from '#features/open-privacy'
import { CataloguePanel } from './catalogue-panel'
import { useProbe } from './device-facts'
import { DevicePanel } from './device-panel'
import { DownloadsPanel } from './downloads-panel'
import { EngineCard } from './engine-card'
import { MESSAGES } from './messages'
import { OwnPanel } from './own-panel'
import { RecommendedPanel } from './recommended-panel'
import { StoredPanel } from './stored-panel'
import { TrialPanel } from './trial-panel'
import { useModels } from './use-models'
import { useOnline } from './use-online'
import './models.css'

/** Models on this device and beyond: what it can run, what lies here, trying one, and getting more. */
export function ModelsScreen() {
  const words = useMessages(MESSAGES)
  const openPrivacy = use(OpenPrivacy)
  const online = useOnline()
  const writes = useSession(session => session.role === 'writer')
  const probe = useProbe()
  const query = useModels()
  const models = query.value ?? []
  const here = new Set(models.map(({ id }) => id))
  return (
    <Page
      title={words.title}
      lead={
        <>
          {words.lead}{' '}
          <button type="button" className="text-button" onClick={openPrivacy}>
            {words.why}
          </button>
        </>
      }
    >
      {!online && <Notice tone="warn">{words.offline}</Notice>}
      {!writes && <Notice>{words.follower}</Notice>}
      <DevicePanel probe={probe} models={models} />
      <EngineCard models={models} />
      {models.length > 0 && <TrialPanel />}
      <DownloadsPanel />
      {query.state !== 'loading' && models.length === 0 && probe !== null && (
        <RecommendedPanel probe={probe} here={here} />
      )}
      <StoredPanel probe={probe} query={query} />
      {probe !== null && <CataloguePanel probe={probe} here={here} />}
      <OwnPanel />
    </Page>
  )
}
