import type { CatalogueModel } from '#core/models/model'
import { useMessages } from '#features/context'
import { type Format, useFormat } from '#features/format'
import { MESSAGES } from './messages'
import type { Messages } from './messages.en'

/** Size of a download in words; what the list has is worked out, not measured. */
export function downloadWords(
  { downloadMb }: Pick<CatalogueModel, 'downloadMb'>,
  words: Messages['facts'],
  format: Format,
) {
  return downloadMb === null ? null : words.about(format.bytes(downloadMb * 1e6))
}

/** Size, weights, languages and context of a model of the list, on one quiet line. */
export function ModelLine({ model }: { readonly model: CatalogueModel }) {
  const words = useMessages(MESSAGES).facts
  const format = useFormat()
  const parts = [
    downloadWords(model, words, format),
    words.weights(format.number(model.parameters)),
    format.list(model.languages.map(language => words.languages[language])),
  ]
  return <p className="model__about">{parts.filter(part => part !== null).join(' · ')}</p>
}
