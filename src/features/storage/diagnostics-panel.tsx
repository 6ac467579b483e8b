import { useState } from 'react'
import { Button, Disclosure, Panel } from '#ui'
import { useCommands, useDevice, useMessages } from '#features/context'
import { MESSAGES } from './messages'

/** Facts for a bug report; shown before they are copied to anyone who wants to see. */
export function DiagnosticsPanel() {
  const words = useMessages(MESSAGES).diagnostics
  const device = useDevice()
  const commands = useCommands()
  const [copied, setCopied] = useState(false)
  const [text, setText] = useState<string | null>(null)
  return (
    <Panel
      title={words.title}
      lead={words.body}
      className="storage__wide"
      actions={
        <Button
          icon={copied ? 'check' : 'copy'}
          onClick={() => {
            device
              .diagnostics()
              .then(commands.copyText)
              .then(() => setCopied(true))
              .catch(commands.report)
          }}
        >
          {copied ? words.copied : words.copy}
        </Button>
      }
    >
      <Disclosure
        summary={words.show}
        onToggle={open => {
          if (open) device.diagnostics().then(setText).catch(commands.report)
        }}
      >
        <pre className="diagnostics" tabIndex={0}>
          {text ?? ''}
        </pre>
      </Disclosure>
    </Panel>
  )
}
