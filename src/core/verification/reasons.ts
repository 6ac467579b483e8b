import type { Check } from '#core/synthesis/pair'

type Values = NonNullable<Check['values']>

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', zh: 'Chinese', other: 'another language' }

/** One sentence for each reason that a check can give. A new reason is one line here. */
const SENTENCES = new Map<string, (values: Values) => string>([
  ['complete', () => 'The instruction and the response are complete.'],
  ['empty-instruction', () => 'The instruction is empty.'],
  ['empty-response', () => 'The response is empty.'],
  ['echo', () => 'The response repeats the instruction.'],
  ['restates-question', () => 'The response only says the question again.'],
  ['prompt-leak', () => 'Words of the prompt, or of the model about itself, are left in the pair.'],
  ['asks-back', () => 'The response only asks; it answers nothing.'],
  ['goes-round', () => 'The response goes round in circles.'],
  ['markup', () => 'Markup of the model or the file is left in the words.'],
  ['cut-off', () => 'The response seems to break off.'],
  ['evidence-quoted', () => 'The passage holds the evidence word for word.'],
  ['evidence-aligned', () => 'A sentence of the passage shares enough of its words.'],
  ['evidence-nearest', () => 'The evidence is only the nearest part of the passage, not a quotation.'],
  ['no-single-sentence', () => 'No single sentence of the passage supports the response.'],
  ['several-sentences', () => 'It reckons or sums up, so that no single sentence has to support it.'],
  // Of pairs judged before there was a sentence of its own for it.
  ['evidence-missing', () => 'No part of the passage is named as evidence.'],
  ['evidence-not-in-passage', () => 'The evidence lies outside the passage.'],
  ['language-agrees', () => 'The pair is in the language of its passage.'],
  [
    'language-differs',
    values => `The pair is in ${language(values, 'pair')}, its passage in ${language(values, 'passage')}.`,
  ],
  ['language-mixed', values => `A part of the pair is not in ${language(values, 'passage')}, as its passage is.`],
  ['no-leak', () => 'The pair does not lean on a text beside it.'],
  ['leak', values => `“${text(values, 'phrase')}” points at the passage; it could be said without.`],
  ['leak-alone', values => `“${text(values, 'phrase')}” points at a passage that the pair goes without.`],
  ['choice-sound', () => 'The response is one of the different options.'],
  ['choice-too-few', values => `A choice has at least two options, this one has ${text(values, 'options')}.`],
  ['choice-empty-option', () => 'An option is empty.'],
  ['choice-same-options', values => `The option “${text(values, 'option')}” is there twice.`],
  ['choice-no-option', values => `The response “${text(values, 'response')}” is none of the options.`],
  ['choice-debris', values => `A mark of the list is left in the option “${text(values, 'option')}”.`],
  ['choice-letter', () => 'The response is only the letter of an option.'],
  ['supported', () => 'No number, name or quotation of the pair goes against the passage.'],
  ['number-differs', values => `The pair says ${text(values, 'said')}, the passage says ${text(values, 'passage')}.`],
  ['unit-differs', values => `The pair says ${text(values, 'said')}, the passage says ${text(values, 'passage')}.`],
  ['sum-differs', values => `“${text(values, 'said')}” does not come out.`],
  ['number-unknown', values => `The passage does not say ${text(values, 'said')}.`],
  [
    'name-differs',
    values => `The pair names ${text(values, 'said')}, the passage names ${text(values, 'passage')} there.`,
  ],
  ['name-elsewhere', values => `The passage names ${text(values, 'said')} in connection with something else.`],
  ['name-unknown', values => `The passage does not name ${text(values, 'said')}.`],
  ['quotation-unknown', values => `“${text(values, 'said')}” is quoted but does not stand in the passage.`],
  ['negation-differs', () => 'The pair and its sentence of the passage are alike, but only one of them denies.'],
  [
    'order-differs',
    values => `“${text(values, 'first')}” and “${text(values, 'second')}” have changed places against the passage.`,
  ],
  [
    'words-differ',
    values => `The pair says “${text(values, 'said')}” where the passage says “${text(values, 'passage')}”.`,
  ],
  ['unique', () => 'No other pair says the same.'],
  ['duplicate', values => `It says the same as pair ${String(values['of'] ?? 'before it')}.`],
  ['grounded', values => `${judge(values)} finds everything in the answer in the passage.${seen(values)}`],
  ['not-grounded', values => `${judge(values)} does not find the answer in the passage.${seen(values)}`],
  ['round-trip-agrees', values => `${judge(values)} gives the same answer from the passage.${seen(values)}`],
  ['round-trip-differs', values => `${judge(values)} answers differently: “${text(values, 'said')}”${seen(values)}`],
  ['stands-alone', values => `${judge(values)} understands the instruction without its passage.`],
  ['leans-on-passage', values => `${judge(values)} does not understand the instruction without its passage.`],
  ['judge-unclear', values => `${judge(values)} gave no verdict: “${text(values, 'said')}”`],
  ['judge-too-long', values => `Question and answer are too long for ${judge(values)}.`],
  ['judge-failed', values => `${judge(values)} could not be asked: ${text(values, 'problem')}.`],
  [
    'judge-untrusted',
    values =>
      `${judge(values)} said “${text(values, 'said')}”, but it noticed ${text(values, 'caught')} of ${text(values, 'planted')} planted faults, so its word decides nothing.`,
  ],
  ['near-duplicate', values => `It says nearly the same as pair ${String(values['of'] ?? 'before it')}.`],
  ['within-cap', () => 'The passage does not give too many pairs.'],
  ['over-task-cap', values => `The passage gives more than ${String(values['most'])} pairs of this task.`],
  [
    'over-passage-cap',
    values => `The passage gives more than ${String(values['most'])} pairs, which is much for its length.`,
  ],
])

/**
 * The English sentence of a check, as records carry it; a reason without a sentence stands for itself (so the sentence
 * of a record that was read back stays as it is).
 */
export function reasonText({ reason, values }: Pick<Check, 'reason' | 'values'>): string {
  return SENTENCES.get(reason)?.(values ?? {}) ?? reason
}

function text(values: Values, name: string): string {
  return String(values[name] ?? '…')
}

/** The model that judged. */
function judge(values: Values): string {
  return text(values, 'judge')
}

function seen(values: Values): string {
  return 'seenPercent' in values ? ` It was shown ${text(values, 'seenPercent')} % of the passage.` : ''
}

function language(values: Values, name: 'pair' | 'passage'): string {
  const code = values[name]
  return typeof code === 'string' ? (LANGUAGES[code] ?? code) : 'another language'
}
