import { useEffect, useRef } from 'react'
import type { StoredPair } from '#core/ports/project-store'
import { useQuery } from '#features/context'
import { PassagePage } from '#features/passage-page'
import { ProblemNotice } from '#features/problem-notice'
import { useReadingWords } from '#features/use-reading-words'

/** The passage of a pair by the pair's own range, with nothing marked in it: evidence would tell what checks found. */
export function BlindPassage({ stored }: { readonly stored: StoredPair }) {
  const words = useReadingWords()
  const box = useRef<HTMLDivElement>(null)
  const { document: order, pair, key } = stored
  const { start, end } = pair.passage
  const read = useQuery(`blind-passage:${order}:${start}:${end}`, async reader => {
    const [document, text] = await Promise.all([reader.document(order), reader.text(order, start, end)])
    return { document, text }
  })
  const ready = read.state === 'ready'
  useEffect(() => {
    const passage = box.current?.querySelector<HTMLElement>('[data-passage]')
    if (ready && box.current !== null && passage !== null && passage !== undefined)
      box.current.scrollTop = passage.offsetTop > box.current.clientHeight / 2 ? passage.offsetTop : 0
  }, [ready, key])
  return (
    <div
      ref={box}
      className="marking__passage"
      role="region"
      tabIndex={0}
      aria-label={words.passage}
      aria-busy={!ready}
    >
      {read.state === 'problem' && <ProblemNotice problem={read.problem} />}
      {ready && read.value.document !== undefined && (
        <PassagePage
          document={read.value.document}
          order={order}
          passage={pair.passage}
          text={read.value.text}
          evidence={[]}
        />
      )}
    </div>
  )
}
