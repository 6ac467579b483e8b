import { useState } from 'react'
import type { ExportOptions } from '#core/export/export-plan'
import { useCommands, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { useProblemSentences } from '#features/problem-text'
import type { Problem } from '#core/problem'
import { IconButton, Notice, Segmented, Spinner } from '#ui'
import { prettyRow, type PrettyField } from './pretty-row'
import { useExportWords } from './use-export-words'

const ROWS = 3

/** The parts of the options that change a row; the rest would only read the same rows again. */
function keyOf({ format, states, documents, tasks, languages, passageInPrompt, systemPrompt }: ExportOptions): string {
  return JSON.stringify([format, states, documents, tasks, languages, passageInPrompt, systemPrompt])
}

/** The first rows as they will stand in the file: to read, or letter by letter. */
export function RowPreview({ options }: { readonly options: ExportOptions }) {
  const words = useExportWords()
  const format = useFormat()
  const { exportPreview } = useCommands()
  const revision = useSession(({ revisions }) => `${revisions.pairs}:${revisions.sources}`)
  const query = useQuery(`preview:${keyOf(options)}:${revision}`, () => exportPreview(options, ROWS))
  const [at, setAt] = useState(0)
  const [look, setLook] = useState<'pretty' | 'raw'>('pretty')
  if (query.state === 'problem') return <PreviewProblem problem={query.problem} />
  const lines = query.value?.lines ?? []
  const place = Math.min(at, Math.max(0, lines.length - 1))
  const line = lines[place]
  return (
    <div className="preview" aria-busy={query.state === 'loading'}>
      <header className="preview__head">
        <h3>{words.preview}</h3>
        {lines.length > 1 && (
          <span className="preview__move">
            <IconButton
              icon="chevron-left"
              size="s"
              label={words.previousRow}
              disabled={place === 0}
              onClick={() => setAt(place - 1)}
            />
            <span className="preview__place">{words.previewOf(place + 1, lines.length, format)}</span>
            <IconButton
              icon="chevron-right"
              size="s"
              label={words.nextRow}
              disabled={place === lines.length - 1}
              onClick={() => setAt(place + 1)}
            />
          </span>
        )}
        <Segmented
          label={words.previewAs}
          hideLabel
          value={look}
          options={[
            { value: 'pretty', label: words.pretty },
            { value: 'raw', label: words.raw },
          ]}
          onChange={setLook}
        />
      </header>
      {line === undefined ? (
        query.state === 'loading' && query.value === undefined ? (
          <Spinner />
        ) : (
          <p className="ui-field__hint">{words.nothingWords}</p>
        )
      ) : (
        <div className="preview__box" role="region" tabIndex={0} aria-label={words.preview}>
          {look === 'raw' ? <pre>{line.trimEnd()}</pre> : <PrettyRow fields={prettyRow(line)} />}
        </div>
      )}
    </div>
  )
}

function PrettyRow({ fields }: { readonly fields: readonly PrettyField[] }) {
  return (
    <dl className="preview__row">
      {fields.map(({ key, value, plain }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd className={plain ? undefined : 'preview__json'}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function PreviewProblem({ problem }: { readonly problem: Problem }) {
  const { happened, next } = useProblemSentences(problem)
  return (
    <Notice tone="no" title={happened}>
      {next}
    </Notice>
  )
}
