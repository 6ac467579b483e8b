import { Page } from '#ui'
import { useMessages } from '#features/context'
import { BlindPanel } from './blind-panel'
import { GatesPanel } from './gates-panel'
import { MESSAGES } from './messages'
import { ThresholdsPanel } from './thresholds-panel'
import './evaluate.css'

/** The measured error rate, and what can be done about it. */
export function EvaluateScreen() {
  const words = useMessages(MESSAGES)
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
