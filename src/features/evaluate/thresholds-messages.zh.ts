import type { ThresholdsMessages } from './thresholds-messages.en'

export const thresholdsZh: ThresholdsMessages = {
  title: '阈值',
  lead: '各项检查的界线。可以重新判断全部内容而无需重新生成，您的决定保持不变。',
  names: {
    aligned: '视为对应的下限',
    repetition: '视为重复的下限',
    perTask: '每段原文同一任务的上限',
    perHundredTokens: '每 100 个词元的上限',
    leastPerPassage: '短原文可有的对数',
    grounded: '视为有据的下限',
    agreement: '视为一致的下限',
  },
  hints: {
    aligned: '句中词语须见于原文的比例。',
    repetition: '两对的相似度，1 表示完全相同。',
    perTask: '超出的记为存疑。',
    perHundredTokens: '超出的记为存疑。',
    leastPerPassage: '原文再短，这么多对也不算存疑。',
    grounded: '负责判断的模型给出“是”的概率。',
    agreement: '两次回答的重合度（F1）。',
  },
  /** Between sentences. */
  glue: '',
  notShare: '请输入 0 到 1 之间的数。',
  notCount: '请输入不小于 1 的数。',
  standard: value => `通常为 ${value}。`,

  preview: '查看会有什么变化',
  previewing: (done, total, format) => `正在试判… ${format.number(done)} / ${format.number(total)}`,
  applying: (done, total, format) => `正在重新判断… ${format.number(done)} / ${format.number(total)}`,
  starting: '正在开始…',
  apply: (count, format) => `重新判断 ${format.number(count)} 对`,
  stop: '停止',
  reset: '恢复当前值',
  usual: '通常的值',
  stoppedPreview: '已停止，没有任何改变。',
  stoppedApply: '已停止。一部分已重新判断，其余没有；再次重新判断会从那里继续。',
  done: (count, format) => `已重新判断 ${format.number(count)} 对。`,
  nothing: '没有哪一对的状态会改变。',
  progress: '判断进度',
  wouldMove: '状态会改变的',
  moved: '状态已改变的',
  move: (from, to, count, format) => `${from} → ${to}：${format.number(count)} 对`,
  checks: '未通过各项检查的数量',
  check: '检查',
  before: '之前',
  after: '之后',
  states: { ready: '就绪', unsure: '存疑', failed: '未通过', kept: '已保留', dropped: '已舍弃' },
  follower: '另一个标签页正在处理这个项目，这里不能更改。',
  runs: '正在生成。请先暂停，再重新判断。',

  proposals: '您的标记说明了什么',
  noMarks: '在盲检中标记过未通过的内容之后，这里会指出哪些检查过严。',
  tooStrict: (check, right, marked, format) =>
    `“${check}”过严：它判为未通过、您已标记的 ${format.number(marked)} 对中，有 ${format.number(right)} 对正确。`,
  fine: (check, right, marked, format) =>
    `“${check}”合适：它判为未通过、您已标记的 ${format.number(marked)} 对中，只有 ${format.number(right)} 对正确。`,
  open: (check, right, marked, needed, format) =>
    `“${check}”：${format.number(marked)} 对中 ${format.number(right)} 对正确，还无法断定${needed === null ? '' : `；大约还需 ${format.number(needed)} 个标记`}。`,
  cut: (name, cut, right, wrong, format) =>
    `${name} ${cut} 最能区分对错（正确 ${format.number(right)} 个、错误 ${format.number(wrong)} 个标记）。`,
  noCut: name => `${name}：分数无法区分对错。`,
  cutNeeds: (name, right, wrong, format) =>
    `${name}：还需要${[
      right > 0 ? ` ${format.number(right)} 个正确` : '',
      wrong > 0 ? ` ${format.number(wrong)} 个错误` : '',
    ]
      .filter(part => part !== '')
      .join('和')}的带分数标记，才能给出建议。`,
  use: cut => `采用 ${cut}`,
}
