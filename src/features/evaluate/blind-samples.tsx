import { useState } from 'react'
import { useCommands, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { Button, Disclosure } from '#ui'
import type { BlindState } from './use-blind'
import { useBlindWords } from './use-blind-words'

/** Every check that was made, to look at again or to delete. */
export function BlindSamples({ blind }: { readonly blind: BlindState }) {
  const words = useBlindWords()
  const format = useFormat()
  const { go, deleteSample, report } = useCommands()
  const follower = useSession(session => session.role === 'follower')
  const [asking, setAsking] = useState<string | null>(null)
  return (
    <Disclosure summary={`${words.samples} (${format.number(blind.samples.length)})`}>
      <ul className="blind-samples">
        {blind.samples.map(({ id, seed, createdAt, entries }) => (
          <li key={id}>
            <span>
              {format.date(createdAt)} · {words.sample(seed)} ·{' '}
              {words.marked(entries.filter(({ verdict }) => verdict !== null).length, entries.length, format)}
            </span>
            {asking === id ? (
              <span className="blind-samples__acts" role="group" aria-label={words.removeAsk}>
                <span>{words.removeAsk}</span>
                <Button
                  size="s"
                  tone="danger"
                  onClick={() => {
                    setAsking(null)
                    deleteSample(id).catch(report)
                  }}
                >
                  {words.removeYes}
                </Button>
                <Button size="s" onClick={() => setAsking(null)}>
                  {words.removeNo}
                </Button>
              </span>
            ) : (
              <span className="blind-samples__acts">
                <Button size="s" tone="quiet" onClick={() => go('evaluate', { check: id })}>
                  {words.look}
                </Button>
                <Button size="s" tone="quiet" disabled={follower} onClick={() => setAsking(id)}>
                  {words.remove}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
