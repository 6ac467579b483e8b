import { type CheckProposal, checkProposals, type CutProposal, cutProposal } from '#core/evaluation/proposals'
import { rejectsOf } from '#core/evaluation/rejects'
import { SCORED_CHECKS } from '#core/evaluation/scored-checks'
import type { Thresholds } from '#core/verification/thresholds'
import { useCheckName } from '#features/check-names'
import { type Format, useFormat } from '#features/format'
import { Button } from '#ui'
import type { ThresholdsMessages } from './thresholds-messages.en'
import { useBlind } from './use-blind'
import { useThresholdsWords } from './use-thresholds-words'

export interface ThresholdsProposalsProps {
  readonly onUse: (name: keyof Thresholds, value: number) => void
  readonly off: boolean
}

/** What the marks of the blind check say of checks and their lines. */
export function ThresholdsProposals({ onUse, off }: ThresholdsProposalsProps) {
  const words = useThresholdsWords()
  const format = useFormat()
  const name = useCheckName()
  const held = useBlind().value?.held
  if (held === undefined) return null
  const checks = held === null ? [] : checkProposals(rejectsOf(held).checks.filter(({ marked }) => marked > 0))
  const cuts =
    held === null
      ? []
      : SCORED_CHECKS.map(scored => cutProposal(scored, held)).filter(({ right, wrong }) => right + wrong > 0)
  return (
    <section className="thresholds__proposals">
      <h3>{words.proposals}</h3>
      {checks.length + cuts.length === 0 ? (
        <p className="blind-note">{words.noMarks}</p>
      ) : (
        <ul>
          {checks.map(proposal => (
            <li key={proposal.check}>{checkSentence(proposal, name(proposal.check), words, format)}</li>
          ))}
          {cuts.map(proposal => {
            const { threshold, cut } = proposal
            const rounded = cut === null ? null : Math.round(cut * 1000) / 1000
            return (
              <li key={threshold}>
                {cutSentence(proposal, rounded, words, format)}
                {rounded !== null && (
                  <Button size="s" disabled={off} onClick={() => onUse(threshold, rounded)}>
                    {words.use(format.number(rounded))}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function checkSentence(proposal: CheckProposal, name: string, words: ThresholdsMessages, format: Format): string {
  const { says, right, marked, needed } = proposal
  if (says === 'too-strict') return words.tooStrict(name, right, marked, format)
  return says === 'fine' ? words.fine(name, right, marked, format) : words.open(name, right, marked, needed, format)
}

function cutSentence(
  { threshold, right, wrong, needed }: CutProposal,
  cut: number | null,
  words: ThresholdsMessages,
  format: Format,
): string {
  const name = words.names[threshold]
  if (needed.right + needed.wrong > 0) return words.cutNeeds(name, needed.right, needed.wrong, format)
  return cut === null ? words.noCut(name) : words.cut(name, format.number(cut), right, wrong, format)
}
