import type { Check } from '#core/synthesis/pair'

type Values = NonNullable<Check['values']>

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', zh: 'Chinese', other: 'another language' }

/** One sentence for each reason that a check can give. A new reason is one line here. */
const SENTENCES = new Map<string, (values: Values) => string>([
  ['complete', () => 'The instruction and the response are complete.'],
  ['empty-instruction', () => 'The instruction is empty.'],
  ['empty-response', () => 'The response is empty.'],
  ['echo', () => 'The response repeats the instruction.'],
  ['markup', () => 'Markup of the model or the file is left in the words.'],
  ['cut-off', () => 'The response seems to break off.'],
  ['evidence-quoted', () => 'The passage holds the evidence word for word.'],
  ['evidence-nearest', () => 'The evidence is only the nearest part of the passage, not a quotation.'],
  ['evidence-missing', () => 'No part of the passage is named as evidence.'],
  ['evidence-not-in-passage', () => 'The evidence lies outside the passage.'],
  ['language-agrees', () => 'The pair is in the language of its passage.'],
  [
    'language-differs',
    values => `The pair is in ${language(values, 'pair')}, its passage in ${language(values, 'passage')}.`,
  ],
  ['no-leak', () => 'The pair does not lean on a text beside it.'],
  ['leak', values => `“${word(values, 'phrase')}” points at the passage; it could be said without.`],
  ['leak-alone', values => `“${word(values, 'phrase')}” points at a passage that the pair goes without.`],
  ['no-choice', () => 'The pair is no choice.'],
  ['choice-sound', () => 'The response is one of the different options.'],
  ['choice-too-few', values => `A choice has at least two options, this one has ${word(values, 'options')}.`],
  ['choice-empty-option', () => 'An option is empty.'],
  ['choice-same-options', values => `The option “${word(values, 'option')}” is there twice.`],
  ['choice-no-option', values => `The response “${word(values, 'response')}” is none of the options.`],
  ['choice-debris', values => `A mark of the list is left in the option “${word(values, 'option')}”.`],
  ['choice-letter', () => 'The response is only the letter of an option.'],
  ['supported', () => 'No number, name or quotation of the pair goes against the passage.'],
  ['number-differs', values => `The pair says ${word(values, 'said')}, the passage says ${word(values, 'passage')}.`],
  ['unit-differs', values => `The pair says ${word(values, 'said')}, the passage says ${word(values, 'passage')}.`],
  ['number-unknown', values => `The passage does not say ${word(values, 'said')}.`],
  [
    'name-differs',
    values => `The pair names ${word(values, 'said')}, the passage names ${word(values, 'passage')} there.`,
  ],
  ['name-elsewhere', values => `The passage names ${word(values, 'said')} in connection with something else.`],
  ['name-unknown', values => `The passage does not name ${word(values, 'said')}.`],
  ['quotation-unknown', values => `“${word(values, 'said')}” is quoted but does not stand in the passage.`],
  ['negation-differs', () => 'The pair and its sentence of the passage are alike, but only one of them denies.'],
  [
    'order-differs',
    values => `“${word(values, 'first')}” and “${word(values, 'second')}” have changed places against the passage.`,
  ],
  [
    'words-differ',
    values => `The pair says “${word(values, 'said')}” where the passage says “${word(values, 'passage')}”.`,
  ],
  ['unique', () => 'No other pair says the same.'],
  ['duplicate', values => `It says the same as pair ${String(values['of'] ?? 'before it')}.`],
])

/**
 * The English sentence of a check, as records carry it; a reason without a sentence stands for itself (so the sentence
 * of a record that was read back stays as it is).
 */
export function reasonText({ reason, values }: Pick<Check, 'reason' | 'values'>): string {
  return SENTENCES.get(reason)?.(values ?? {}) ?? reason
}

function word(values: Values, name: string): string {
  return String(values[name] ?? '…')
}

function language(values: Values, name: 'pair' | 'passage'): string {
  const code = values[name]
  return typeof code === 'string' ? (LANGUAGES[code] ?? code) : 'another language'
}
