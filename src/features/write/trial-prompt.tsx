import { useRef, useState } from 'react'
import { type Problem, problemOf } from '#core/problem'
import type { RunWorkerApi } from '#messages/run-worker'
import { Disclosure } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemText } from '#features/problem-text'
import { PromptParts } from './prompt-parts'
import { RECIPE_MESSAGES } from './recipe-messages'

type Shown = RunWorkerApi['showPrompt']['result']

/** Word for word what the model is told, and how many tokens that is, for whoever opens it. */
export function TrialPrompt({ place }: { readonly place: RunWorkerApi['showPrompt']['params'] }) {
  const words = useMessages(RECIPE_MESSAGES).trial
  const format = useFormat()
  const commands = useCommands()
  const locale = useSession(session => session.locale)
  const [shown, setShown] = useState<Shown | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const asked = useRef(false)
  const ask = (open: boolean): void => {
    if (!open || asked.current) return
    asked.current = true
    setProblem(null)
    commands.showPrompt(place).then(setShown, (thrown: unknown) => {
      asked.current = false
      setProblem(problemOf(thrown))
    })
  }
  return (
    <Disclosure summary={words.prompt} onToggle={ask}>
      <div className="tryout-prompt">
        {problem !== null && <p role="alert">{problemText(locale, problem)}</p>}
        {shown !== null && <p>{(shown.exact ? words.tokens : words.tokensAbout)(format.number(shown.tokens))}</p>}
        {shown !== null && <PromptParts parts={shown.messages} />}
      </div>
    </Disclosure>
  )
}
