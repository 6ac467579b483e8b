import type { ReactNode } from 'react'
import type { Document } from '#core/documents/document'
import type { Evidence, Pair } from '#core/synthesis/pair'
import { useDocumentName } from '#features/document-name'
import { langOf } from '#features/pair-words'
import { Around } from '#features/passage-around'
import { PassageBlocks } from '#features/passage-blocks'
import type { Flag } from '#features/passage-parts'
import './reading.css'

export interface PassagePageProps {
  readonly document: Document
  /** Key of the document. */
  readonly order: number
  readonly passage: Pair['passage']
  readonly text: string
  readonly evidence: readonly Evidence[]
  /** What checks point at; left out for none. */
  readonly flags?: readonly Flag[]
  /** Stands between the title and the text. */
  readonly note?: ReactNode
}

const NONE: readonly Flag[] = []

/** A passage as a page: where it stands, its text with evidence marked, and what is around it on request. */
export function PassagePage({ document, order, passage, text, evidence, flags = NONE, note }: PassagePageProps) {
  const nameOf = useDocumentName()
  const path = [nameOf(document), ...passage.headings]
  const title = passage.headings.at(-1)
  const titled = /^\s*#/.test(text)
  const place = `${order}:${passage.start}:${passage.end}`
  return (
    <article className="passage__page" lang={langOf(document.language)}>
      <p className="passage__path" title={document.name}>
        {path.filter(part => part !== '').join(' › ')}
      </p>
      <Around key={`before:${place}`} side="before" document={order} length={document.length} edge={passage.start} />
      <div data-passage>
        {title !== undefined && !titled && <h2>{title}</h2>}
        {note}
        <PassageBlocks text={text} evidence={evidence} flags={flags} />
      </div>
      <Around key={`after:${place}`} side="after" document={order} length={document.length} edge={passage.end} />
    </article>
  )
}
