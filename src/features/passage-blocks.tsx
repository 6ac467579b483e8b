import { memo } from 'react'
import type { Evidence, EvidenceKind } from '#core/synthesis/pair'
import { Mark } from '#ui'
import { partsOf } from '#features/passage-parts'

const LOOKS = { quoted: 'solid', fuzzy: 'aligned', nearest: 'dotted' } as const satisfies Record<EvidenceKind, string>

export interface PassageBlocksProps {
  readonly text: string
  readonly evidence: readonly Evidence[]
  /** Text around the passage: quieter, and nothing in it is marked. */
  readonly around?: boolean
}

/** A text as its paragraphs, with evidence marked. Text is only ever shown as text. */
export const PassageBlocks = memo(function PassageBlocks({ text, evidence, around = false }: PassageBlocksProps) {
  const blocks = partsOf(text, evidence)
  const quiet = around || blocks.some(block => block.marked)
  return blocks.map(block => {
    const inner = block.stretches.map(({ text: words, how }, place) =>
      how === null ? (
        words
      ) : (
        <Mark key={place} look={LOOKS[how]}>
          {words}
        </Mark>
      ),
    )
    const look = `passage-${block.kind}${quiet && !block.marked ? ' passage-quiet' : ''}`
    if (block.kind === 'heading')
      return (
        <h2 key={block.start} className={look} data-level={block.level}>
          {inner}
        </h2>
      )
    const Paragraph = block.kind === 'code' ? 'pre' : 'p'
    return (
      <Paragraph key={block.start} className={look}>
        {inner}
      </Paragraph>
    )
  })
})
