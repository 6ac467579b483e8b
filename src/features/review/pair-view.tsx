import type { PairKey, StoredPair } from '#core/ports/project-store'
import { PERSON } from '#core/synthesis/person-pair'
import { langOf, PairWords } from '#features/pair-words'
import { useReadingWords } from '#features/use-reading-words'
import { Disclosure, Icon } from '#ui'
import { CheckList, type CheckListProps } from './check-list'
import { PairShots } from './pair-shots'
import { PairVersions, type PairVersionsProps } from './pair-versions'
import { RepetitionView } from './repetition-view'
import { useReviewWords } from './use-review-words'

export interface PairViewProps extends Omit<CheckListProps, 'checks'>, Omit<PairVersionsProps, 'stored'> {
  readonly stored: StoredPair
  /** The list shows repetitions together. */
  readonly grouped: boolean
  readonly onSelect: (key: PairKey) => void
  readonly onDone: () => void
}

/** The pair as it stands: its words, its checks and where it comes from. */
export function PairView(props: PairViewProps) {
  const { stored, grouped, onSelect, onDone, lit, onLight, onShow, ...versions } = props
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
          <CheckList checks={pair.checks} lit={lit} onLight={onLight} onShow={onShow} />
        </section>
      )}
      <RepetitionView stored={stored} grouped={grouped} onSelect={onSelect} onDone={onDone} />
      <section>
        <h2>{words.madeBy}</h2>
        <MadeBy stored={stored} />
        {pair.chain.shots.length > 0 && <PairShots shots={pair.chain.shots} />}
      </section>
      <PairVersions stored={stored} {...versions} />
    </>
  )
}

/** A recipe of one's own has a hash for its version: so many digits tell it from others, the export has all. */
const VERSION_SHOWN = 12

function MadeBy({ stored }: { readonly stored: StoredPair }) {
  const words = useReviewWords()
  const { provenance, chain } = stored.pair
  if (provenance.synthesizer === PERSON) return <p className="pair-made">{words.person}</p>
  const rules = provenance.synthesizer === 'rules'
  const parts = [
    rules ? words.rules : (provenance.model ?? provenance.engine),
    rules ? null : `${provenance.recipe} ${provenance.recipeVersion.slice(0, VERSION_SHOWN)}`,
    words.runNumber(stored.run),
    chain.round > 0 ? words.round(chain.round) : null,
  ]
  return <p className="pair-made">{parts.filter(part => part !== null).join(' · ')}</p>
}
