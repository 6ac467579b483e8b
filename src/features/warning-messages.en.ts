import type { ReadWarning } from '#core/problem'
import type { Format } from '#features/format'

/** What a reader noticed in a file that still gave documents. */
export function warningEn(warning: ReadWarning, format: Format): string {
  const at = (word: string, numbers: readonly number[], count: number): string => {
    if (numbers.length === 0) return '.'
    const more = count > numbers.length ? ' …' : ''
    return ` (${word}${numbers.length === 1 ? '' : 's'} ${numbers.map(number => format.number(number)).join(', ')}${more}).`
  }
  const some = (count: number, one: string, many: string): string =>
    `${format.number(count)} ${count === 1 ? one : many}`
  switch (warning.kind) {
    case 'bad-lines':
      return `${some(warning.count, 'line', 'lines')} could not be read and ${warning.count === 1 ? 'was' : 'were'} left out${at('line', warning.lines, warning.count)}`
    case 'ragged-rows':
      return `${some(warning.count, 'row has', 'rows have')} more or fewer cells than the header${at('line', warning.lines, warning.count)}`
    case 'empty-rows':
      return `${some(warning.count, 'row has', 'rows have')} no text and ${warning.count === 1 ? 'was' : 'were'} left out${at('line', warning.lines, warning.count)}`
    case 'repeated-rows':
      return `${some(warning.count, 'row repeats', 'rows repeat')} a text that is already here and ${warning.count === 1 ? 'was' : 'were'} left out${at('row', warning.lines, warning.count)}`
    case 'large-cells':
      return `${some(warning.count, 'cell is', 'cells are')} unusually large; ${warning.count === 1 ? 'it was' : 'they were'} read${at('line', warning.lines, warning.count)}`
    case 'truncated':
      return `The file ends too early; what came before its end was read (${format.bytes(warning.decodedBytes)}).`
    case 'replaced-characters':
      return `${some(warning.count, 'character', 'characters')} did not fit the encoding and became “�”. If there are many, choose another encoding.`
    case 'pages-without-text':
      return `${some(warning.count, 'page has', 'pages have')} no text${at('page', warning.pages, warning.count)}`
    case 'whole-page':
      return `The page is larger or more deeply nested than is searched for its main part (${format.bytes(warning.limitBytes)}), so all of its text was taken.`
    case 'deep-folder':
      return `Folders nested deeper than ${format.number(warning.depth)} levels were left out.`
  }
}
