import type { Format } from '#features/format'
import type { Fault } from './check-draft'
import type { RecipeMessages } from './recipe-messages.en'

/** A fault in a sentence. */
export function faultWords(fault: Fault, words: RecipeMessages['faults'], format: Format): string {
  switch (fault.kind) {
    case 'too-long':
    case 'too-many':
      return words[fault.kind](format.number(fault.most))
    case 'number':
    case 'whole':
      return words[fault.kind](format.number(fault.least), format.number(fault.most))
    case 'other':
      return fault.detail === '' ? words.other : `${words.other} (${fault.detail})`
    default:
      return words[fault.kind]
  }
}
