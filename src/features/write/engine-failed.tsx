import type { Problem } from '#core/problem'
import { Button, Notice } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { useProblemSentences } from '#features/problem-text'
import { MESSAGES } from './messages'

/** Why the model that was to write is not there. */
export function EngineFailed({ title, problem }: { readonly title: string; readonly problem: Problem }) {
  const words = useMessages(MESSAGES).loading
  const commands = useCommands()
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <div role="alert" className="engine-failed">
      <Notice
        tone="no"
        title={words.failed(title)}
        actions={
          <Button size="s" onClick={() => commands.go('models')}>
            {words.models}
          </Button>
        }
      >
        {happened} {safe} {next}
      </Notice>
    </div>
  )
}
