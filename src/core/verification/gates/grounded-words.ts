/** An example of a verdict, with what makes its label true: a test compares strings and asks no model. */
export interface GroundedExample {
  readonly passage: string
  readonly question: string
  readonly answer: string
  readonly label: 'yes' | 'no'
  /**
   * For NO: the passage says `instead` where the answer has `says`, and with that put back the answer stands in the passage
   * word for word; or `outside`: the passage has nothing about it at all. null for YES.
   */
  readonly fault: { readonly says: string; readonly instead: string } | 'outside' | null
}

interface GroundedWords {
  readonly system: string
  readonly question: string
  readonly answer: string
  readonly ask: string
  readonly yes: string
  readonly no: string
  readonly examples: readonly GroundedExample[]
}

const en: GroundedWords = {
  system:
    'You check answers against a passage. Say YES only if the passage itself states everything in the answer: every number, name, date and relation. Say NO if anything in the answer differs from the passage, is turned round, or is not in the passage, even if it is true elsewhere. Reply with one word: YES or NO.',
  question: 'Question: ',
  answer: 'Answer: ',
  ask: 'Does the passage state everything in this answer? Reply YES or NO.',
  yes: 'YES',
  no: 'NO',
  examples: [
    {
      passage: 'The mill was rebuilt in 1871 after a flood. Its wheel drove two pairs of stones until 1930.',
      question: 'When was the mill rebuilt?',
      answer: 'The mill was rebuilt in 1817 after a flood.',
      label: 'no',
      fault: { says: '1817', instead: '1871' },
    },
    {
      passage: 'The mill was rebuilt in 1871 after a flood. Its wheel drove two pairs of stones until 1930.',
      question: 'Why did the mill have to be built again?',
      answer: 'The mill was rebuilt in 1871 after a flood.',
      label: 'yes',
      fault: null,
    },
    {
      passage: 'Copper pans conduct heat evenly, but they react with acid, so most are lined with tin.',
      question: 'What are most copper pans lined with?',
      answer: 'Most are lined with tin.',
      label: 'yes',
      fault: null,
    },
    {
      passage: 'Copper pans conduct heat evenly, but they react with acid, so most are lined with tin.',
      question: 'Who invented pressure cookers?',
      answer: 'Denis Papin, a French physicist.',
      label: 'no',
      fault: 'outside',
    },
  ],
}

const zh: GroundedWords = {
  system:
    '你负责对照段落检查答案。只有当答案中的每个数字、名称、日期和关系都由段落本身写明时，才回答“是”。只要有一处与段落不同、说反了，或段落里没有写（即使在别处是真的），就回答“否”。只回答一个字：是或否。',
  question: '问题：',
  answer: '答案：',
  ask: '段落是否写明了这个答案中的全部内容？只回答“是”或“否”。',
  yes: '是',
  no: '否',
  examples: [
    {
      passage: '石桥建于1605年，全长四十二米。桥面由青石铺成，至今仍可通行。',
      question: '石桥建于哪一年？',
      answer: '石桥建于1650年。',
      label: 'no',
      fault: { says: '1650', instead: '1605' },
    },
    {
      passage: '石桥建于1605年，全长四十二米。桥面由青石铺成，至今仍可通行。',
      question: '桥面是用什么铺成的？',
      answer: '桥面由青石铺成。',
      label: 'yes',
      fault: null,
    },
    {
      passage: '蜜蜂用舞蹈告诉同伴花蜜的方向，太阳被云遮住时也不会迷路。',
      question: '蜜蜂怎样告诉同伴花蜜的方向？',
      answer: '蜜蜂用舞蹈告诉同伴花蜜的方向。',
      label: 'yes',
      fault: null,
    },
    {
      passage: '蜜蜂用舞蹈告诉同伴花蜜的方向，太阳被云遮住时也不会迷路。',
      question: '一箱蜂一年能产多少蜡？',
      answer: '大约五公斤。',
      label: 'no',
      fault: 'outside',
    },
  ],
}

export const GROUNDED_WORDS = { en, zh } as const
