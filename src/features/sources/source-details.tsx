import type { Problem } from '#core/problem'
import type { Source } from '#core/ports/project-store'
import { Button, Icon, Notice } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemDetail, useProblemSentences, warningText } from '#features/problem-text'
import { MESSAGES } from './messages'
import { isUnread } from './source-filter'
import { SourceSettings } from './source-settings'

/** What there is to know about one source, and how it is read. */
export function SourceDetails({ source }: { readonly source: Source }) {
  const words = useMessages(MESSAGES).row
  const locale = useSession(session => session.locale)
  const writes = useSession(session => session.role === 'writer')
  const format = useFormat()
  const { go } = useCommands()
  const facts: readonly (readonly [string, string | null])[] = [
    [words.size, format.bytes(source.bytes)],
    [words.characters, source.characters > 0 ? format.number(source.characters) : null],
    [words.encoding, source.encoding],
    [words.column, source.column],
  ]
  const adjustable =
    !source.removed && source.problem?.kind !== 'already-here' && source.kind !== 'paste' && source.kind !== 'sample'
  return (
    <div className="source-details">
      {source.problem !== null && <Why problem={source.problem} unread={isUnread(source)} />}
      {source.warnings.length > 0 && (
        <ul className="source-details__warnings">
          {source.warnings.map(warning => (
            <li key={warning.kind}>
              <Icon name="warning" size={14} />
              <span>{warningText(locale, warning)}</span>
            </li>
          ))}
        </ul>
      )}
      <dl className="source-details__facts">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {!source.removed && source.firstDocument !== null && source.passages > 0 && (
        <p className="source-details__coverage">
          <Button size="s" icon="table" onClick={() => go('review', { map: String(source.firstDocument) })}>
            {words.coverage}
          </Button>
        </p>
      )}
      {writes && adjustable && <SourceSettings source={source} />}
    </div>
  )
}

function Why({ problem, unread }: { readonly problem: Problem; readonly unread: boolean }) {
  const { happened, safe, next } = useProblemSentences(problem)
  const detail = problemDetail(problem)
  return (
    <Notice tone={problem.kind === 'already-here' ? 'plain' : unread ? 'no' : 'warn'} title={happened}>
      {safe} {next}
      {detail !== null && <code className="source-details__code">{detail}</code>}
    </Notice>
  )
}
