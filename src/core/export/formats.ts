import type { ExportFormat, FormatName } from '#core/export/format'
import { alpaca } from '#core/export/formats/alpaca'
import { messages } from '#core/export/formats/messages'
import { passages } from '#core/export/formats/passages'
import { records } from '#core/export/formats/records'
import { sharegpt } from '#core/export/formats/sharegpt'
import { text } from '#core/export/formats/text'

/** Every export format. A new one is one file in `formats/`, its name in `format.ts` and its line here. */
export const FORMATS: { readonly [name in FormatName]: ExportFormat } = {
  records,
  passages,
  alpaca,
  messages,
  sharegpt,
  text,
}
