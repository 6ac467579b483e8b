import type { ChatReason } from '#core/synthesis/chat/why-nothing'

/** Of the rules, of the engine, of the ledger, of instruction synthesizers and of answers made elsewhere. */
type OtherReason =
  | 'no-pattern'
  | 'language-without-rules'
  | 'context-overflow'
  | 'engine-refused'
  | 'document-deleted'
  | 'english-only'
  | 'answer-missing'

export type ItemReasonMessages = Readonly<Record<ChatReason | OtherReason, string>>

export const itemReasonsEn: ItemReasonMessages = {
  'no-pattern': 'No sentence here has a form that the rules can turn into a pair.',
  'language-without-rules': 'There are no rules for the language of this passage.',
  'no-tags': 'The model did not keep to the form that it was asked for.',
  'no-valid-pair': 'What the model wrote is not a pair that can be used.',
  'cut-off': 'The answer was cut off before its first pair was whole.',
  'white-space': 'The model wrote nothing but white space.',
  runaway: 'The model wrote on and on without an end.',
  'repeats-itself': 'The model wrote the same thing again and again.',
  'wrong-language': 'The answer is in another language than the passage.',
  refused: 'The model declined to answer.',
  'too-long': 'The passage does not fit into the model’s context.',
  'refused-by-engine': 'The engine refused the request.',
  'context-overflow': 'The passage does not fit into the model’s context.',
  'engine-refused': 'The engine refused the request.',
  'document-deleted': 'The document was deleted meanwhile.',
  'english-only': 'An instruction synthesizer knows English only. A chat model can write for this passage.',
  'answer-missing': 'The file of answers holds none for the exact text of this passage.',
}
