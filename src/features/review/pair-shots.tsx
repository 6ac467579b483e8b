import type { ProjectReader } from '#core/ports/project-store'
import type { Shot } from '#core/synthesis/pair'
import { useQuery } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { Disclosure } from '#ui'
import { useReviewWords } from './use-review-words'

/** Enough to tell a passage by; the rest stands in its document. */
const OPENING = 240

interface SeenPassage {
  readonly shot: Shot
  /** null where the project no longer has its document. */
  readonly document: { readonly name: string; readonly row: number | null } | null
  readonly opening: string
}

async function seenPassages(reader: ProjectReader, shots: readonly Shot[]): Promise<readonly SeenPassage[]> {
  return Promise.all(
    shots.map(async shot => {
      const document = (await reader.documentBySha256(shot.document)) ?? null
      if (document === null) return { shot, document, opening: '' }
      const end = Math.min(shot.end, shot.start + OPENING)
      const text = (await reader.text(document.order, shot.start, end)).toWellFormed().trim()
      return { shot, document, opening: end < shot.end ? `${text}…` : text }
    }),
  )
}

const nameOfShot = ({ document, start, end }: Shot): string => `${document} ${String(start)} ${String(end)}`

/** The passages whose pairs the model saw when it wrote this one (rule REVIEW23). */
export function PairShots({ shots }: { readonly shots: readonly Shot[] }) {
  const words = useReviewWords()
  const format = useFormat()
  const nameOf = useDocumentName()
  const { value } = useQuery(`saw:${shots.map(nameOfShot).join()}`, reader => seenPassages(reader, shots))
  return (
    <Disclosure summary={words.shots(shots.length, format)}>
      <ol className="pair-shots">
        {(value ?? []).map(({ shot, document, opening }) => (
          <li key={nameOfShot(shot)}>
            <strong>{document === null ? words.shotGone : nameOf(document)}</strong>
            {opening !== '' && <p>{opening}</p>}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
