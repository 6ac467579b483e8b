import { licenceConditions } from '#core/models/licence'
import type { ModelLicence } from '#core/models/model'
import { Icon, VisuallyHidden } from '#ui'
import { useMessages } from '#features/context'
import { MESSAGES } from './messages'

const ICONS = { yes: 'check', conditions: 'info', no: 'cross', unknown: 'warning' } as const

/** Under which terms a model stands, and what they say about training on its output (rule MODELS2). */
export function LicenceLine({ licence }: { readonly licence: ModelLicence }) {
  const words = useMessages(MESSAGES).licence
  const { outputMayTrain: answer } = licence
  const conditions = licenceConditions(licence).map(condition => words.ifs[condition])
  return (
    <div className="licence">
      <p>
        <span>{words.licence} </span>
        {licence.kind === 'unknown' && licence.name === 'Unknown' ? (
          words.unknown
        ) : licence.url === null ? (
          licence.name
        ) : (
          <a href={licence.url} target="_blank" rel="noreferrer">
            {licence.name}
            <VisuallyHidden> {words.opens}</VisuallyHidden>
          </a>
        )}
      </p>
      <p className="licence__train" data-answer={answer}>
        <span>{words.train} </span>
        <Icon name={ICONS[answer]} size={13} />
        <strong>{words.answers[answer]}</strong>
        {answer === 'conditions' && ` ${conditions.length === 0 ? words.someIf : words.all(conditions)}`}
        {answer === 'unknown' && ` ${words.unknownNext}`}
      </p>
    </div>
  )
}
