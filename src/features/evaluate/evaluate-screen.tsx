import { Page } from '#ui'
import { useMessages, useSession } from '#features/context'
import { BlindMarking } from './blind-marking'
import { BlindPanel } from './blind-panel'
import { GatesPanel } from './gates-panel'
import { MESSAGES } from './messages'
import { ThresholdsPanel } from './thresholds-panel'
import './evaluate.css'

/** The measured error rate, and what can be done about it; or a blind check at work, where the URL names one. */
export function EvaluateScreen() {
  const words = useMessages(MESSAGES)
  const check = useSession(session => session.route.params.get('check'))
  if (check !== null) return <BlindMarking key={check} id={check} />
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="evaluate">
        <BlindPanel />
        <ThresholdsPanel />
        <GatesPanel />
      </div>
    </Page>
  )
}
