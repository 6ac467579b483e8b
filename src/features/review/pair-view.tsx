import type { StoredPair } from '#core/ports/project-store'
import { useFormat } from '#features/format'
import { langOf, PairWords } from '#features/pair-words'
import { useReadingWords } from '#features/use-reading-words'
import { Disclosure, Icon } from '#ui'
import { CheckList } from './check-list'
import { useReviewWords } from './use-review-words'

/** The pair as it stands: its words, its checks and where it comes from. */
export function PairView({ stored }: { readonly stored: StoredPair }) {
  const words = useReviewWords()
  const reading = useReadingWords()
  const { pair } = stored
  const lang = langOf(pair.language)
  return (
    <>
      <PairWords pair={pair} />
      {pair.reasoning !== null && pair.reasoning !== '' && (
        <Disclosure summary={reading.reasoning}>
          <p className="pair-field" lang={lang}>
            {pair.reasoning}
          </p>
        </Disclosure>
      )}
      {pair.original !== null && (
        <Disclosure summary={words.original}>
          <div className="pair-field pair-original" lang={lang}>
            <p>{pair.original.instruction}</p>
            <p>{pair.original.response}</p>
          </div>
        </Disclosure>
      )}
      {pair.needsPassage && (
        <p className="pair-note">
          <Icon name="link" size={15} />
          {words.needsPassage}
        </p>
      )}
      {pair.checks.length > 0 && (
        <section>
          <h2>{words.checks}</h2>
          <CheckList checks={pair.checks} />
        </section>
      )}
      <section>
        <h2>{words.madeBy}</h2>
        <MadeBy stored={stored} />
      </section>
    </>
  )
}

function MadeBy({ stored }: { readonly stored: StoredPair }) {
  const words = useReviewWords()
  const format = useFormat()
  const { provenance, chain } = stored.pair
  const rules = provenance.synthesizer === 'rules'
  const parts = [
    rules ? words.rules : (provenance.model ?? provenance.engine),
    rules ? null : `${provenance.recipe} ${provenance.recipeVersion}`,
    words.runNumber(stored.run),
    chain.round > 0 ? words.round(chain.round) : null,
    chain.shots.length > 0 ? words.shots(chain.shots.length, format) : null,
  ]
  return <p className="pair-made">{parts.filter(part => part !== null).join(' · ')}</p>
}
