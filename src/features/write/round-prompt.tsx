import { useEffect, useState } from 'react'
import type { ProjectReader } from '#core/ports/project-store'
import { type Problem, problemOf } from '#core/problem'
import type { RoundPrompt as Prompt, RunAsk } from '#messages/run-worker'
import { Disclosure } from '#ui'
import { useCommands, useMessages, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemText } from '#features/problem-text'
import { MESSAGES } from './messages'
import { PromptParts } from './prompt-parts'
import { RECIPE_MESSAGES } from './recipe-messages'

/** null for a request in which no chain has a second round. */
type Answer = { readonly prompt: Prompt | null } | { readonly problem: Problem }

/** What the second round would be sent, for whoever opens it; asked anew when the request or the model changes. */
export function RoundPrompt({ ask }: { readonly ask: RunAsk }) {
  const words = useMessages(MESSAGES).rounds
  const commands = useCommands()
  const loaded = useSession(({ engine }) => engine.state)
  const revisions = useSession(({ revisions: { sources, runs } }) => `${sources} ${runs}`)
  const [open, setOpen] = useState(false)
  const key = JSON.stringify([ask, loaded, revisions])
  const [held, setHeld] = useState<{ readonly key: string; readonly answer: Answer } | null>(null)
  useEffect(() => {
    if (!open) return
    let current = true
    const hold = (answer: Answer): void => {
      if (current) setHeld({ key, answer })
    }
    commands.showRound(ask).then(
      prompt => hold({ prompt }),
      (thrown: unknown) => hold({ problem: problemOf(thrown) }),
    )
    return () => {
      current = false
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key is the request by value
  }, [commands, key, open])
  return (
    <Disclosure summary={words.secondRound} open={open} onToggle={setOpen}>
      {open && (
        <div className="tryout-prompt" aria-busy={held?.key !== key} aria-live="polite">
          {held !== null && <Told answer={held.answer} />}
        </div>
      )}
    </Disclosure>
  )
}

function Told({ answer }: { readonly answer: Answer }) {
  const words = useMessages(MESSAGES).rounds
  const locale = useSession(session => session.locale)
  if ('problem' in answer) return <p role="alert">{problemText(locale, answer.problem)}</p>
  return answer.prompt === null ? <p>{words.noSecond}</p> : <Shown prompt={answer.prompt} />
}

async function namesOf(reader: ProjectReader, places: Prompt['places']): Promise<readonly string[]> {
  const documents = await reader.documentsAt(places.map(({ document }) => document))
  return places.map(({ headings }, at) =>
    [documents[at]?.name ?? '', ...headings].filter(part => part !== '').join(' › '),
  )
}

function Shown({ prompt: { parts, tokens, exact, pairs, shown, places } }: { readonly prompt: Prompt }) {
  const words = useMessages(MESSAGES).rounds
  const { tokens: counted, tokensAbout } = useMessages(RECIPE_MESSAGES).trial
  const format = useFormat()
  const [before = '', now = ''] =
    useQuery(`round ${JSON.stringify(places)}`, reader => namesOf(reader, places)).value ?? []
  return (
    <>
      <p>{words.places(before, now)}</p>
      <p>
        {!shown ? words.notShown : pairs === 'written' ? words.pairsWritten : words.placeholders}{' '}
        {(exact ? counted : tokensAbout)(format.number(tokens))}
      </p>
      <PromptParts parts={parts} />
    </>
  )
}
