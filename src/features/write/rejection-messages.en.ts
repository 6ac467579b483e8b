import type { Rejection } from '#core/synthesis/wire/parsed'

export type RejectionMessages = Readonly<Record<Rejection, string>>

export const rejectionsEn: RejectionMessages = {
  truncated: 'Cut off before it was whole',
  'no-tags': 'Words outside of any pair',
  'text-before': 'Something stands before the question',
  'no-question': 'Without a question',
  'no-answer': 'Without an answer',
  'two-questions': 'Two questions in one',
  'two-answers': 'Two answers to one question',
  'empty-question': 'The question is empty',
  'empty-answer': 'The answer is empty',
  repeated: 'The same question came before',
  'options-broken': 'The options cannot be told apart',
  'answer-not-an-option': 'The answer is none of the options',
  'steps-broken': 'Steps were asked for and are not whole',
}
