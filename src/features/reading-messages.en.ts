/** Words beside a passage and the pair that was written for it, wherever both are read. */
export const readingEn = {
  passage: 'Passage',
  before: 'Show what comes before',
  after: 'Show what comes after',
  startOfDocument: 'Start of the document',
  endOfDocument: 'End of the document',
  around: { before: 'Text before the passage', after: 'Text after the passage' },

  instruction: 'Instruction',
  options: 'Options',
  response: 'Response',
  reasoning: 'Reasoning',
}

export type ReadingMessages = typeof readingEn
