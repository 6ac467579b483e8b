import type { Draft } from '#core/synthesis/pair'
import { Mark } from '#ui'
import { useMessages } from '#features/context'
import { RECIPE_MESSAGES } from './recipe-messages'

/** As on the review screen. */
const LOOKS = { quoted: 'solid', fuzzy: 'aligned', nearest: 'dotted' } as const

export type ShownDraft = Pick<Draft, 'instruction' | 'options' | 'reasoning' | 'response' | 'evidence'>

/** A pair as it was written, and the words of its passage that it rests on. */
export function DraftView({ draft, passage }: { readonly draft: ShownDraft; readonly passage: string }) {
  const words = useMessages(RECIPE_MESSAGES).trial
  const { instruction, options, reasoning, response, evidence } = draft
  return (
    <>
      <p className="tryout__instruction">{instruction}</p>
      {options !== null && (
        <ul className="tryout__options">
          {options.map((option, index) => (
            <li key={index}>{option}</li>
          ))}
        </ul>
      )}
      {reasoning !== null && <p className="tryout__quiet">{reasoning}</p>}
      <p>{response}</p>
      {evidence.length === 0 ? (
        <p className="tryout__quiet">{words.restsNot}</p>
      ) : (
        <p className="tryout__quotes">
          <span>{words.rests} </span>
          {evidence.map(({ start, end, how }) => (
            <Mark key={start} look={LOOKS[how]}>
              {passage.slice(start, end).trim()}
            </Mark>
          ))}
        </p>
      )}
    </>
  )
}
