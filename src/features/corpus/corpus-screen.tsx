import { totalOf } from '#core/corpus/corpus-counts'
import { corpusFile, corpusProblems } from '#core/corpus/corpus-options'
import { chosenTallies, pairsIn } from '#core/export/selection'
import { useCommands, useQuery, useSession } from '#features/context'
import { FileScreen } from '#features/file-screen'
import { useFormat } from '#features/format'
import { NarrowChoice } from '#features/narrow-choice'
import { useProblemSentences } from '#features/problem-text'
import { StateChoice } from '#features/state-choice'
import { useTallies } from '#features/use-tallies'
import { useUrlOptions } from '#features/use-url-options'
import type { Problem } from '#core/problem'
import { Button, EmptyState, Notice, Page, Panel, Progress, TextField } from '#ui'
import { CorpusAction } from './corpus-action'
import { corpusJob } from './corpus-job'
import { CorpusFigures } from './corpus-figures'
import { CORPUS_URL } from './corpus-params'
import { useGeneral } from './general-store'
import { MixtureChoice } from './mixture-choice'
import { NumberField } from './number-field'
import { TemplateChoice } from './template-choice'
import { TextPreview } from './text-preview'
import { type Contents, useContents } from './use-contents'
import { useCorpusWords } from './use-corpus-words'
import './corpus.css'

/** The screen where passages and pairs become text to be pre-trained on. */
export function CorpusScreen() {
  const project = useSession(session => session.project?.id)
  const revision = useSession(session => session.revisions.sources)
  const sources = useQuery(`corpus sources:${project ?? ''}:${revision}`, reader => reader.sources()).value
  if (sources === undefined) return null
  const passages = sources.reduce((sum, source) => (source.removed ? sum : sum + source.passages), 0)
  return passages === 0 ? <NoPassages /> : <Form key={project} />
}

function Form() {
  const words = useCorpusWords()
  const format = useFormat()
  const { options, settled, change } = useUrlOptions(CORPUS_URL)
  const general = useGeneral()
  const writing = corpusJob.useStage().at === 'working'
  const contents = useContents(settled, general, writing)
  const tallies = useTallies(options.documents).value ?? []
  const noPairs = useSession(session => session.counts.pairs === 0)
  const problems = corpusProblems(options)
  const nameMissing = problems.includes('name-missing')
  const counts = contents.contents?.counts
  return (
    <Page title={words.title} lead={words.lead}>
      <FileScreen
        wide
        outLabel={words.summary}
        form={
          <>
            {noPairs && <NoPairs />}
            <Panel title={words.which} lead={words.edited}>
              <StateChoice chosen={options.states} tallies={tallies} onChange={states => change({ states, text: 0 })} />
              <NarrowChoice options={options} tallies={tallies} onChange={part => change({ ...part, text: 0 })} />
            </Panel>
            <TemplateChoice options={options} problems={problems} onChange={change} />
            <MixtureChoice options={options} problems={problems} onChange={part => change({ ...part, text: 0 })} />
            <Panel title={words.file}>
              <div className="field-pair">
                <TextField
                  label={words.name}
                  value={options.name}
                  problem={nameMissing ? words.problems['name-missing'] : undefined}
                  spellCheck={false}
                  autoComplete="off"
                  onChange={name => change({ name })}
                />
                <NumberField
                  label={words.seed}
                  value={options.seed}
                  most={Number.MAX_SAFE_INTEGER}
                  step={1}
                  problem={problems.includes('bad-seed') ? words.problems['bad-seed'] : undefined}
                  onChange={seed => change({ seed })}
                />
              </div>
              <p className="ui-field__hint">{words.seedHint}</p>
            </Panel>
            {contents.contents !== null && <CorpusFigures contents={contents.contents} stale={contents.counting} />}
          </>
        }
        out={
          <>
            <header className="out-head">
              <h2>{words.summary}</h2>
              <p className="out-head__size">
                {counts !== undefined
                  ? words.texts(totalOf(counts.texts), format)
                  : contents.counting
                    ? words.counting
                    : '–'}
              </p>
              <ul className="out-head__files">
                {counts !== undefined && <li>{words.tokens(totalOf(counts.tokens), format)}</li>}
                {!nameMissing && <li>{corpusFile(options.name)}</li>}
              </ul>
              <Counting contents={contents} />
            </header>
            <CorpusAction options={options} problems={problems} />
            {corpusProblems(settled).every(problem => problem === 'name-missing') && (
              <TextPreview
                view={settled}
                chosen={options.kind}
                revision={contents.revision}
                anyPair={pairsIn(chosenTallies(settled, tallies)) > 0}
                onChange={change}
              />
            )}
          </>
        }
      />
    </Page>
  )
}

/** How far the counting is; takes no room where nothing is counted. */
function Counting({ contents: { counting, progress, problem } }: { readonly contents: Contents }) {
  const words = useCorpusWords()
  const format = useFormat()
  if (problem !== null) return <CountingProblem problem={problem} />
  if (!counting || progress === null) return null
  const { done, total } = progress
  return (
    <div className="counting">
      <span>{words.countingFar(done, total, format)}</span>
      <Progress value={total === 0 ? null : done / total} label={words.counting} />
    </div>
  )
}

function CountingProblem({ problem }: { readonly problem: Problem }) {
  const { happened, next } = useProblemSentences(problem)
  return (
    <Notice tone="no" title={happened}>
      {next}
    </Notice>
  )
}

function NoPairs() {
  const words = useCorpusWords()
  const { go } = useCommands()
  return (
    <Notice title={words.noPairs} actions={<Button onClick={() => go('write')}>{words.toWrite}</Button>}>
      {words.noPairsWords}
    </Notice>
  )
}

function NoPassages() {
  const words = useCorpusWords()
  const { go } = useCommands()
  return (
    <>
      <h1 className="ui-visually-hidden">{words.title}</h1>
      <EmptyState
        icon="corpus"
        title={words.empty}
        actions={
          <Button tone="primary" onClick={() => go('sources')}>
            {words.toSources}
          </Button>
        }
      >
        {words.emptyWords}
      </EmptyState>
    </>
  )
}
