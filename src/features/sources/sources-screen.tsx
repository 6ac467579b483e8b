import { useQuery, useSession } from '#features/context'
import { useProblemSentences } from '#features/problem-text'
import type { Problem } from '#core/problem'
import { EmptyState } from '#ui'
import { DropArea } from './drop-area'
import { FirstScreen } from './first-screen'
import { PasteDialog } from './paste-dialog'
import { SourcesPage } from './sources-page'
import { AddingProvider, useAddingState } from './use-adding'
import './sources.css'

/** What the project is made of: adding, looking after and cutting texts. */
export function SourcesScreen() {
  const adding = useAddingState()
  const writes = useSession(session => session.role === 'writer')
  const key = useSession(session => `${session.project?.id ?? ''} ${session.revisions.sources}`)
  const query = useQuery(`sources ${key}`, reader => reader.sources())
  const sources = query.value
  return (
    <AddingProvider value={adding}>
      {query.state === 'problem' && sources === undefined ? (
        <Unreadable problem={query.problem} />
      ) : (
        sources !== undefined && (sources.length === 0 ? <FirstScreen /> : <SourcesPage sources={sources} />)
      )}
      {writes && <DropArea adding={adding} />}
      {writes && <PasteDialog adding={adding} />}
    </AddingProvider>
  )
}

function Unreadable({ problem }: { readonly problem: Problem }) {
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <EmptyState icon="warning" title={happened}>
      {safe} {next}
    </EmptyState>
  )
}
