import { fitsCpu } from '#core/models/gguf/fits-cpu'
import { licenceNamed } from '#core/models/licence'
import { useMessages } from '#features/context'
import { type Format, useFormat } from '#features/format'
import { LicenceLine } from './licence-line'
import { MESSAGES } from './messages'
import type { Messages } from './messages.en'
import type { PickedModel } from './picked-model'

const USUAL_CONTEXT = 4_096

/** What a picked model says about itself, before it is added (rule MODELS9). */
export function PickedFacts({ picked }: { readonly picked: PickedModel }) {
  const words = useMessages(MESSAGES).own
  const format = useFormat()
  const rows = picked.kind === 'gguf' ? ggufRows(picked, words, format) : mlcRows(picked, words, format)
  return (
    <>
      <dl className="picked__facts">
        {rows.map(({ name, value, bad = false }) => (
          <div key={name} data-bad={bad}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <LicenceLine licence={licenceNamed(picked.kind === 'gguf' ? picked.facts.licence : null)} />
    </>
  )
}

interface Row {
  readonly name: string
  readonly value: string
  readonly bad?: boolean
}

function mlcRows(
  { files, bytes, library }: Extract<PickedModel, { kind: 'mlc' }>,
  words: Messages['own'],
  format: Format,
): readonly Row[] {
  return [
    { name: words.size, value: words.files(format.number(files.length), format.bytes(bytes)) },
    { name: words.library, value: library },
  ]
}

function ggufRows(
  { facts, bytes, files }: Extract<PickedModel, { kind: 'gguf' }>,
  words: Messages['own'],
  format: Format,
): readonly Row[] {
  const context = Math.min(facts.contextTokens ?? USUAL_CONTEXT, USUAL_CONTEXT)
  const fit = fitsCpu(facts, bytes, context)
  const need = format.bytes(fit.bytes)
  const memory = fit.fits
    ? words.fitsYes(need)
    : fit.contextTokens === null
      ? words.fitsNo(need, format.bytes(fit.limitBytes))
      : words.fitsShort(need, format.number(fit.contextTokens))
  return [
    { name: words.architecture, value: facts.architecture },
    { name: words.weights, value: format.number(facts.parameters) },
    { name: words.quantization, value: facts.quantization },
    {
      name: words.context,
      value: facts.contextTokens === null ? words.contextUnknown : words.tokens(format.number(facts.contextTokens)),
    },
    {
      name: words.template,
      value: facts.chatTemplate ? words.templateYes : words.templateNo,
      bad: !facts.chatTemplate,
    },
    {
      name: words.size,
      value: files.length === 1 ? format.bytes(bytes) : words.files(format.number(files.length), format.bytes(bytes)),
    },
    { name: words.fits, value: memory, bad: !fit.fits },
  ]
}
