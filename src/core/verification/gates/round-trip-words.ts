/** A question answered from its passage alone; the answer stands in it word for word. */
interface RoundTripExample {
  readonly passage: string
  readonly question: string
  readonly answer: string
}

interface RoundTripWords {
  readonly system: string
  readonly question: string
  /** `{count}`: words (characters for Chinese) of the answer that was given before. */
  readonly ask: string
  readonly choose: string
  readonly decide: string
  readonly examples: readonly RoundTripExample[]
}

const en: RoundTripWords = {
  system:
    'You answer questions from a passage alone, with its own words and figures, and say nothing else. If the passage does not tell, say: The passage does not say.',
  question: 'Question: ',
  ask: 'Answer in about {count} words.',
  choose: 'Answer with one of the options, word for word.',
  decide: 'Begin the answer with Yes or No.',
  examples: [
    {
      passage: 'The mill was rebuilt in 1871 after a flood. Its wheel drove two pairs of stones until 1930.',
      question: 'Until when did the wheel of the mill drive the stones?',
      answer: 'Its wheel drove two pairs of stones until 1930.',
    },
  ],
}

const zh: RoundTripWords = {
  system: '你只根据段落回答问题，使用段落自己的词句和数字，不说别的。如果段落没有写，就回答：段落没有说明。',
  question: '问题：',
  ask: '用大约{count}个字回答。',
  choose: '从选项中选一个，照原样回答。',
  decide: '以“是”或“否”开头回答。',
  examples: [
    {
      passage: '石桥建于1605年，全长四十二米。桥面由青石铺成，至今仍可通行。',
      question: '石桥有多长？',
      answer: '全长四十二米。',
    },
  ],
}

export const ROUND_TRIP_WORDS = { en, zh } as const
