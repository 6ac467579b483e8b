import { useEffect, useState } from 'react'
import { Button, Chip, Disclosure, Panel, type Tone } from '#ui'
import { useCommands, useDevice, useMessages } from '#features/context'
import { MESSAGES } from './messages'

type Answer = 'yes' | 'no' | 'unknown'

const TONES: Readonly<Record<Answer, Tone>> = { yes: 'ok', no: 'warn', unknown: 'plain' }

/** Whether the browser may delete the site's data by itself, and asking it not to. */
export function ProtectionPanel() {
  const words = useMessages(MESSAGES).protection
  const device = useDevice()
  const commands = useCommands()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [refused, setRefused] = useState(false)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let current = true
    device.storage().then(
      ({ persisted }) => {
        if (current) setAnswer(persisted === null ? 'unknown' : persisted ? 'yes' : 'no')
      },
      () => {
        if (current) setAnswer('unknown')
      },
    )
    return () => {
      current = false
    }
  }, [device])
  const ask = (): void => {
    setBusy(true)
    device
      .persist()
      .then(granted => {
        setAnswer(granted ? 'yes' : 'no')
        setRefused(!granted)
      })
      .catch(commands.report)
      .finally(() => setBusy(false))
  }
  const bodies = { yes: words.yesBody, no: words.noBody, unknown: words.unknownBody }
  return (
    <Panel title={words.title} actions={answer !== null && <Chip tone={TONES[answer]}>{words[answer]}</Chip>}>
      {answer !== null && <p className="storage__words">{bodies[answer]}</p>}
      {answer === 'no' && (
        <div className="storage__acts">
          <Button icon="shield" busy={busy} onClick={ask}>
            {words.ask}
          </Button>
        </div>
      )}
      {refused && (
        <p className="storage__words" role="status">
          {words.refused}
        </p>
      )}
      {device.forgetsUnused ? (
        <p className="storage__words">{words.safari}</p>
      ) : (
        <Disclosure summary={words.safariTitle}>
          <p className="storage__words">{words.safari}</p>
        </Disclosure>
      )}
    </Panel>
  )
}
