import { optionProblems, planExport } from '#core/export/export-plan'
import { FORMATS } from '#core/export/formats'
import { useCommands, useSession } from '#features/context'
import { FileScreen } from '#features/file-screen'
import { useFormat } from '#features/format'
import { NarrowChoice } from '#features/narrow-choice'
import { StateChoice } from '#features/state-choice'
import { useUrlOptions } from '#features/use-url-options'
import { Button, EmptyState, Page, Panel } from '#ui'
import { ExportAction } from './export-action'
import { FileChoice } from './file-choice'
import { FormatChoice } from './format-choice'
import { MeasuredLine } from './measured-line'
import { PairPlots } from './pair-plots'
import { PromptChoice } from './prompt-choice'
import { RowPreview } from './row-preview'
import { SplitChoice } from './split-choice'
import { EXPORT_URL } from './export-params'
import { useExportWords } from './use-export-words'
import { useSelection } from './use-selection'
import './export.css'

/** The screen where pairs become a file: what goes in, how it is written, and a look at the first rows. */
export function Export() {
  const project = useSession(session => session.project?.id)
  return <Form key={project} />
}

function Form() {
  const words = useExportWords()
  const format = useFormat()
  const { options, settled, change } = useUrlOptions(EXPORT_URL)
  const selection = useSelection(options)
  const noPairs = useSession(session => session.counts.pairs === 0)
  const chosen = FORMATS[options.format]
  const alone = chosen.input === 'passages'
  if (noPairs && !alone)
    return <NothingYet passages={selection.passages} onPassages={() => change({ format: 'passages' })} />

  const problems = optionProblems(options)
  const { counts } = selection
  const plan = problems.includes('name-missing') ? null : planExport(options)
  const files = plan === null ? [] : plan.archive === null ? plan.files.map(file => file.name) : [plan.archive]
  const tallies = selection.tallies ?? []
  return (
    <Page title={words.title} lead={words.lead}>
      <FileScreen
        outLabel={words.summary}
        form={
          <>
            {!alone && (
              <Panel title={words.which}>
                <StateChoice chosen={options.states} tallies={tallies} onChange={states => change({ states })} />
                <NarrowChoice options={options} tallies={tallies} onChange={change} />
              </Panel>
            )}
            <Panel title={words.format}>
              <FormatChoice value={options.format} onChange={format => change({ format })} />
            </Panel>
            {chosen.prompts && <PromptChoice options={options} onChange={change} />}
            <SplitChoice options={options} onChange={change} />
            <FileChoice options={options} problems={problems} onChange={change} />
            {!alone && counts !== undefined && <PairPlots options={settled} counts={counts} />}
          </>
        }
        out={
          <>
            <header className="out-head">
              <h2>{words.summary}</h2>
              <p className="out-head__size">
                {alone ? words.passages(selection.passages, format) : words.pairs(counts?.pairs ?? 0, format)}
              </p>
              <ul className="out-head__files">
                {files.map(file => (
                  <li key={file}>{file}</li>
                ))}
              </ul>
            </header>
            <ExportAction options={options} problems={problems} size={selection.size} />
            {!alone && <MeasuredLine options={settled} />}
            {problems.includes('no-state') ? null : <RowPreview options={settled} />}
          </>
        }
      />
    </Page>
  )
}

function NothingYet({ passages, onPassages }: { readonly passages: number; readonly onPassages: () => void }) {
  const words = useExportWords()
  const { go } = useCommands()
  return (
    <>
      <h1 className="ui-visually-hidden">{words.title}</h1>
      <EmptyState
        icon="export"
        title={words.noPairs}
        actions={
          <>
            <Button tone="primary" onClick={() => go('write')}>
              {words.writePairs}
            </Button>
            {passages > 0 && <Button onClick={onPassages}>{words.onlyPassages}</Button>}
          </>
        }
      >
        {words.noPairsWords}
      </EmptyState>
    </>
  )
}
