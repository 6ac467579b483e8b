import { Button, EmptyState, Icon, Page } from '#ui'
import { useCommands, useMessages, useQuery, useSession } from '#features/context'
import { MESSAGES } from './messages'
import { NowCard } from './now-card'
import { PairPlots } from './pair-plots'
import { RunList } from './run-list'
import { useNames } from './use-names'
import { useWriters } from './use-writers'
import { WriteSetup } from './write-setup'
import './write.css'
import './teaching.css'

/** Choosing what to write from what, and looking after the runs. */
export function WriteScreen() {
  const words = useMessages(MESSAGES)
  const { go } = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const key = useSession(session => `${session.project?.id ?? ''} ${session.revisions.sources}`)
  const query = useQuery(`write ${key}`, reader => reader.sources())
  const { models, own } = useWriters()
  const names = useNames(models, own)
  const sources = query.value?.filter(source => !source.removed && source.passages > 0)
  if (sources === undefined) return null
  if (sources.length === 0) {
    return (
      <EmptyState
        icon="write"
        title={words.empty.title}
        actions={
          <Button tone="primary" onClick={() => go('sources')}>
            {words.empty.act}
            <Icon name="arrow-right" size={15} />
          </Button>
        }
      >
        {words.empty.body}
      </EmptyState>
    )
  }
  return (
    <Page title={words.title} lead={words.lead}>
      <NowCard names={names} />
      {writes && <WriteSetup sources={sources} models={models} own={own} />}
      <PairPlots />
      <RunList names={names} />
    </Page>
  )
}
