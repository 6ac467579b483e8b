/** An instruction by itself, and whether a stranger understands it. */
export interface AloneExample {
  readonly question: string
  readonly label: '1' | '0'
  /** For 0: the word of it that points to something the reader does not have. null for 1. */
  readonly points: string | null
}

interface AloneWords {
  readonly system: string
  readonly question: string
  readonly ask: string
  readonly examples: readonly AloneExample[]
}

const en: AloneWords = {
  system:
    'You see a question without the text it was written about. Reply 1 if someone who never saw that text knows exactly what is asked. Reply 0 if the question points to something they do not have: this passage, the author, a table, "he", "it" or "the project" without saying which. Reply with one digit: 1 or 0.',
  question: 'Question: ',
  ask: 'Can it be understood without its text? Reply 1 or 0.',
  examples: [
    { question: 'What does the second table in this passage show?', label: '0', points: 'this passage' },
    { question: 'How does a heat pump move warmth from cold air into a house?', label: '1', points: null },
    { question: 'Why did she leave the committee?', label: '0', points: 'she' },
    { question: 'In which year did Marie Curie receive the Nobel Prize in Chemistry?', label: '1', points: null },
  ],
}

const zh: AloneWords = {
  system:
    '你会看到一个问题，但看不到它所依据的文字。如果没看过那段文字的人也完全明白在问什么，回答1；如果问题指向他看不到的东西（本文、作者、某张表，或没有说明是谁的“他”“该项目”），回答0。只回答一个数字：1或0。',
  question: '问题：',
  ask: '不看原文能明白这个问题吗？只回答1或0。',
  examples: [
    { question: '上文中的第二张表说明了什么？', label: '0', points: '上文' },
    { question: '热泵怎样把冷空气中的热量送进屋里？', label: '1', points: null },
    { question: '他为什么退出了委员会？', label: '0', points: '他' },
    { question: '居里夫人在哪一年获得诺贝尔化学奖？', label: '1', points: null },
  ],
}

export const ALONE_WORDS = { en, zh } as const
