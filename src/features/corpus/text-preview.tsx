import { useState } from 'react'
import { type CorpusOptions, corpusSettings } from '#core/corpus/corpus-options'
import type { Span, SpanKind } from '#core/corpus/part'
import { useCommands, useQuery } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { langOf } from '#features/pair-words'
import { useProblemSentences } from '#features/problem-text'
import type { Problem } from '#core/problem'
import { PREVIEW_KINDS, type PreviewedText, type PreviewKind } from '#messages/corpus'
import { Button, Checkbox, IconButton, Notice, Segmented, Spinner, useHotkeys } from '#ui'
import type { CorpusView } from './corpus-params'
import { foldPassage } from './fold-passage'
import { useCorpusWords } from './use-corpus-words'

const LOOK: { readonly [kind in SpanKind]: 'passage' | 'pair' | 'template' } = {
  passage: 'passage',
  instruction: 'pair',
  response: 'pair',
  template: 'template',
}

export interface TextPreviewProps {
  /** What is shown: options at rest, and the place from 0. */
  readonly view: CorpusView
  /** The kind as it was chosen, before it came to rest. */
  readonly chosen: PreviewKind
  /** State of the project; null until it is known. */
  readonly revision: string
  /** Whether there is a pair in the chosen states. */
  readonly anyPair: boolean
  readonly onChange: (change: Partial<CorpusView>) => void
}

function keyOf(options: CorpusOptions): string {
  const { states, documents, tasks, languages } = options
  return JSON.stringify([states, documents, tasks, languages, corpusSettings(options, false)])
}

/** Texts as they will be written, one at a time, each part in its colour. */
export function TextPreview({ view, chosen, revision, anyPair, onChange }: TextPreviewProps) {
  const words = useCorpusWords()
  const format = useFormat()
  const { corpusPreview } = useCommands()
  const { text: place, seed, comprehension } = view
  const kind = comprehension > 0 ? view.kind : 'pairs'
  const query = useQuery(`corpus:${revision}:${keyOf(view)}:${kind}:${place}`, () =>
    corpusPreview({ options: view, revision, kind, place }),
  )
  const [whole, setWhole] = useState(false)
  const texts = query.value?.texts ?? 0
  const last = Math.max(0, texts - 1)
  const at = Math.min(place, last)
  const move = (to: number): void => onChange({ text: Math.min(last, Math.max(0, to)) })
  const reseed = (): void => onChange({ seed: Number.isSafeInteger(seed + 1) ? seed + 1 : 1 })
  const any = anyPair || kind === 'mined'
  useHotkeys({ p: () => move(at - 1), n: () => move(at + 1), s: reseed }, any)
  if (query.state === 'problem') return <PreviewProblem problem={query.problem} />
  const text = query.value?.text ?? null
  return (
    <div className="preview" aria-busy={query.state === 'loading'}>
      <header className="preview__head">
        <h3>{words.preview}</h3>
        {texts > 0 && (
          <span className="preview__move">
            <IconButton
              icon="chevron-left"
              size="s"
              label={words.previousText}
              disabled={at === 0}
              onClick={() => move(at - 1)}
            />
            <span className="preview__place">{words.previewOf(at + 1, texts, format)}</span>
            <IconButton
              icon="chevron-right"
              size="s"
              label={words.nextText}
              disabled={at === last}
              onClick={() => move(at + 1)}
            />
          </span>
        )}
        {any && (
          <Button size="s" icon="refresh" onClick={reseed}>
            {words.anotherSeed}
          </Button>
        )}
      </header>
      {comprehension > 0 && (
        <Segmented<PreviewKind>
          label={words.kind}
          hideLabel
          value={chosen}
          options={PREVIEW_KINDS.map(value => ({ value, label: words.kinds[value] }))}
          onChange={next => onChange({ kind: next, text: 0 })}
        />
      )}
      {text !== null ? (
        <>
          <About text={text} />
          <Legend mined={kind === 'mined'} />
          <div className="preview__box tinted" role="region" tabIndex={0} aria-label={words.preview}>
            <p lang={langOf(text.language)}>
              {text.spans.map((span, index) => (
                // Spans of one text have no names, and never change places.
                <Tinted key={index} span={span} whole={whole} />
              ))}
            </p>
          </div>
          <Checkbox label={words.wholePassages} checked={whole} onChange={setWhole} />
        </>
      ) : query.value === undefined ? (
        <Spinner />
      ) : (
        <p className="ui-field__hint">
          {words.nonePreviewed[kind === 'mined' ? 'mined' : anyPair ? 'share' : 'pairs']}
        </p>
      )}
    </div>
  )
}

function About({ text: { style, pairs, examples, documents } }: { readonly text: PreviewedText }) {
  const words = useCorpusWords()
  const format = useFormat()
  const nameOf = useDocumentName()
  const names = [...new Set(documents.map(document => nameOf(document)))]
  return (
    <p className="preview__about">
      <span>
        {style !== null
          ? words.about(words.modes[style.mode].name, pairs, style.inverted, format)
          : examples.length === 0
            ? words.nothingMined
            : words.minedAbout(format.list([...new Set(examples)].map(type => words.minedTypes[type])))}
      </span>
      <span className="preview__from">{format.list(names)}</span>
    </p>
  )
}

function Legend({ mined }: { readonly mined: boolean }) {
  const words = useCorpusWords()
  return (
    <ul className="legend" aria-label={words.legend}>
      {(['passage', 'pair', 'template'] as const).map(part => (
        <li key={part}>
          <span className={`tint tint--${part}`}>{mined && part === 'pair' ? words.minedPart : words.parts[part]}</span>
        </li>
      ))}
    </ul>
  )
}

function Tinted({ span: { kind, text }, whole }: { readonly span: Span; readonly whole: boolean }) {
  const words = useCorpusWords()
  const format = useFormat()
  const folded = kind === 'passage' && !whole ? foldPassage(text) : null
  return (
    <span className={`tint tint--${LOOK[kind]}`}>
      {folded === null ? (
        text
      ) : (
        <>
          {folded.start}
          <i className="tint__fold">{words.folded(folded.characters, format)}</i>
          {folded.end}
        </>
      )}
    </span>
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
