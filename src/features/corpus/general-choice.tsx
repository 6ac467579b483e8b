import { type DragEvent, useRef, useState } from 'react'
import type { Problem } from '#core/problem'
import { useCommands } from '#features/context'
import { useFormat } from '#features/format'
import { useProblemSentences } from '#features/problem-text'
import { Button, classNames, Icon, Notice } from '#ui'
import { MOST_GENERAL } from './corpus-params'
import { dismissGeneralProblem, type General, leaveGeneralOut, takeGeneral, useGeneral } from './general-store'
import { NumberField } from './number-field'
import { useCorpusWords } from './use-corpus-words'

export interface GeneralChoiceProps {
  readonly ratio: number
  readonly problem: string | undefined
  readonly onRatio: (ratio: number) => void
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

/** A file of general instructions, chosen or dropped; one that cannot be used changes nothing. */
export function GeneralChoice({ ratio, problem, onRatio }: GeneralChoiceProps) {
  const words = useCorpusWords()
  const { readGeneral } = useCommands()
  const general = useGeneral()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    const file = files?.[0]
    if (file !== undefined) void takeGeneral(readGeneral, file)
  }
  return (
    <div
      className={classNames('general', over && 'general--over')}
      role="group"
      aria-label={words.general}
      onDragOver={event => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        setOver(false)
        if (!holdsFiles(event)) return
        event.preventDefault()
        take(event.dataTransfer.files)
      }}
    >
      <h3>{words.general}</h3>
      {general.chosen === null && <p className="ui-field__hint">{words.generalLead}</p>}
      {general.chosen !== null && <Chosen chosen={general.chosen} />}
      <div className="general__acts">
        <Button icon="file" busy={general.reading} onClick={() => input.current?.click()}>
          {general.reading ? words.readingGeneral : general.chosen === null ? words.chooseGeneral : words.otherGeneral}
        </Button>
        {general.chosen === null ? (
          <span className="ui-field__hint general__drop">{words.dropGeneral}</span>
        ) : (
          <Button tone="quiet" onClick={leaveGeneralOut}>
            {words.removeGeneral}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".jsonl,.json,.ndjson"
          data-testid="general-file"
          onChange={event => {
            take(event.currentTarget.files)
            // So that the same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </div>
      {general.problem !== null && <Refused problem={general.problem} />}
      <p className="ui-field__hint">{general.chosen === null ? words.generalColumns : words.generalNotKept}</p>
      {general.chosen !== null && (
        <NumberField label={words.ratio} problem={problem} value={ratio} most={MOST_GENERAL} onChange={onRatio} />
      )}
    </div>
  )
}

function Chosen({ chosen: { file, sample } }: { readonly chosen: NonNullable<General['chosen']> }) {
  const words = useCorpusWords()
  const format = useFormat()
  return (
    <div className="general__chosen" role="status">
      <p className="general__file">
        <Icon name="file" size={15} />
        <span>{file.name}</span>
        <small>{format.bytes(file.size)}</small>
      </p>
      <p className="ui-field__hint">{words.generalRows(sample.rows, sample.bad, sample.whole, format)}</p>
      <figure className="general__example">
        <figcaption className="ui-field__label">{words.generalExample}</figcaption>
        <blockquote>{sample.example}</blockquote>
      </figure>
    </div>
  )
}

function Refused({ problem }: { readonly problem: Problem }) {
  const words = useCorpusWords()
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <div role="alert">
      <Notice tone="no" title={happened} onDismiss={dismissGeneralProblem} dismissLabel={words.dismiss}>
        {safe} {next}
      </Notice>
    </div>
  )
}
