import type { ReactNode } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { Button, EmptyState } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { MESSAGES } from './messages'

function Broken({ error, resetErrorBoundary }: FallbackProps) {
  const words = useMessages(MESSAGES).broken
  const commands = useCommands()
  const details = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error)
  return (
    <div role="alert">
      <EmptyState
        icon="warning"
        title={words.title}
        actions={
          <>
            <Button tone="primary" onClick={() => resetErrorBoundary()}>
              {words.again}
            </Button>
            <Button onClick={() => commands.reload()}>{words.reload}</Button>
            <Button
              tone="quiet"
              icon="copy"
              onClick={() => {
                commands.copyText(details).catch(commands.report)
              }}
            >
              {words.copy}
            </Button>
          </>
        }
      >
        {words.body}
      </EmptyState>
    </div>
  )
}

/** A screen that breaks takes nothing else with it; going elsewhere starts it anew. */
export function ScreenBoundary({ screen, children }: { readonly screen: string; readonly children: ReactNode }) {
  return (
    <ErrorBoundary FallbackComponent={Broken} resetKeys={[screen]}>
      {children}
    </ErrorBoundary>
  )
}
