import type { Pair } from '#core/synthesis/pair'
import { useReadingWords } from '#features/use-reading-words'
import './reading.css'

/** Tag of the language that a text of the person's is in; undefined where it is another one. */
export function langOf(language: Pair['language']): string | undefined {
  return language === 'zh' ? 'zh-Hans' : language === 'en' ? 'en' : undefined
}

/** What a pair says: instruction, options and response. */
export function PairWords({
  pair,
}: {
  readonly pair: Pick<Pair, 'instruction' | 'options' | 'response' | 'language'>
}) {
  const words = useReadingWords()
  const lang = langOf(pair.language)
  return (
    <>
      <section>
        <h2>{words.instruction}</h2>
        <p className="pair-field" lang={lang}>
          {pair.instruction}
        </p>
      </section>
      {pair.options !== null && pair.options.length > 0 && (
        <section>
          <h2>{words.options}</h2>
          <ol className="pair-field pair-options" lang={lang}>
            {pair.options.map(option => (
              <li key={option}>{option}</li>
            ))}
          </ol>
        </section>
      )}
      <section>
        <h2>{words.response}</h2>
        <p className="pair-field" lang={lang}>
          {pair.response}
        </p>
      </section>
    </>
  )
}
