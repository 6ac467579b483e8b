import { useMessages } from '#features/context'
import { MESSAGES } from './messages'

/** Stands where a chat model has its recipes: an instruction synthesizer can be asked in one way only. */
export function SynthesizerNote() {
  const words = useMessages(MESSAGES).synthesizer
  return (
    <section className="write-setup__part" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="rounds__body">{words.body}</p>
    </section>
  )
}
