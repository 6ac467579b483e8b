import { useState } from 'react'
import type { Cut } from '#core/ports/project-store'
import { useCommands, useQuery, useReader } from '#features/context'
import { Button, Icon } from '#ui'
import { PassageBlocks } from '#features/passage-blocks'
import { useReadingWords } from '#features/use-reading-words'

/** How much is shown where no cut says where the neighbour ends, in UTF-16 code units. */
const REACH = 2_000

/** Where the text beside a place begins or ends: the neighbouring passage of the cut. */
function beside(cut: Cut | undefined, place: number, side: 'before' | 'after', length: number): number {
  const passages = cut?.passages ?? []
  if (side === 'before')
    return (
      passages.findLast(passage => passage.start < place && passage.end >= place)?.start ?? Math.max(0, place - REACH)
    )
  return passages.find(passage => passage.end > place && passage.start <= place)?.end ?? Math.min(length, place + REACH)
}

export interface AroundProps {
  readonly side: 'before' | 'after'
  readonly document: number
  readonly length: number
  /** Where the passage starts or ends. */
  readonly edge: number
}

/** What stands before or after the passage in its document: nothing until asked for, then a passage more each time. */
export function Around({ side, document, length, edge }: AroundProps) {
  const words = useReadingWords()
  const reader = useReader()
  const { report } = useCommands()
  const [reach, setReach] = useState(edge)
  const [from, to] = side === 'before' ? [reach, edge] : [edge, reach]
  const { value: text } = useQuery(`around:${document}:${from}:${to}`, async read =>
    from === to ? '' : read.text(document, from, to),
  )
  const more = (): void => {
    reader()
      .cut(document)
      .then(cut => setReach(beside(cut, reach, side, length)), report)
  }
  const atEdge = side === 'before' ? reach === 0 : reach >= length
  const button = atEdge ? (
    <p className="passage-edge">{side === 'before' ? words.startOfDocument : words.endOfDocument}</p>
  ) : (
    <Button tone="quiet" size="s" className="passage-more" onClick={more}>
      <span className={side === 'before' ? 'passage-up' : 'passage-down'}>
        <Icon name="chevron-down" size={14} />
      </span>
      {words[side]}
    </Button>
  )
  const blocks = text !== undefined && text !== '' && (
    <section className="passage-around" aria-label={words.around[side]}>
      <PassageBlocks text={text} evidence={[]} around />
    </section>
  )
  return side === 'before' ? (
    <>
      {button}
      {blocks}
    </>
  ) : (
    <>
      {blocks}
      {button}
    </>
  )
}
