import { memo } from 'react'
import type { Evidence, EvidenceKind } from '#core/synthesis/pair'
import { Mark } from '#ui'
import { type Flag, partsOf, type Stretch } from '#features/passage-parts'

const LOOKS = { quoted: 'solid', fuzzy: 'aligned', nearest: 'dotted' } as const satisfies Record<EvidenceKind, string>

export interface PassageBlocksProps {
  readonly text: string
  readonly evidence: readonly Evidence[]
  /** What checks point at. */
  readonly flags?: readonly Flag[]
  /** Text around the passage: quieter, and nothing in it is marked. */
  readonly around?: boolean
}

const NO_FLAGS: readonly Flag[] = []

/** A text as its paragraphs, with evidence marked. Text is only ever shown as text. */
export const PassageBlocks = memo(function PassageBlocks(props: PassageBlocksProps) {
  const { text, evidence, flags = NO_FLAGS, around = false } = props
  const blocks = partsOf(text, evidence, flags)
  const quiet = around || blocks.some(block => block.marked)
  return blocks.map(block => {
    const inner = block.stretches.map((stretch, place) => {
      const { how } = stretch
      const words = flagged(stretch, place)
      return how === null ? (
        words
      ) : (
        <Mark key={place} look={LOOKS[how]}>
          {words}
        </Mark>
      )
    })
    const look = `passage-${block.kind}${quiet && !block.marked ? ' passage-quiet' : ''}`
    if (block.kind === 'heading')
      return (
        <h2 key={block.start} className={look} data-level={block.level} data-from={block.from}>
          {inner}
        </h2>
      )
    const Paragraph = block.kind === 'code' ? 'pre' : 'p'
    return (
      <Paragraph key={block.start} className={look} data-from={block.from}>
        {inner}
      </Paragraph>
    )
  })
})

function flagged({ text, flag }: Stretch, place: number) {
  if (flag === undefined) return text
  return (
    <span key={place} className={`passage-flag passage-flag--${flag.result}`} data-lit={flag.lit || undefined}>
      {text}
    </span>
  )
}
