import { Page } from '#ui'
import { useMessages } from '#features/context'
import { MESSAGES } from './messages'

/** Models on this device and beyond: what it can run, what lies here, and getting more. */
export function ModelsScreen() {
  const words = useMessages(MESSAGES)
  return <Page title={words.title} lead={words.lead} />
}
