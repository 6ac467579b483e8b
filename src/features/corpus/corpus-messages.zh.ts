import type { CorpusMessages } from './corpus-messages.en'

export const corpusZh: CorpusMessages = {
  title: '预训练文本',
  lead: '把原文段落连同指令–响应对写进多种模板，再混入原样段落和通用指令，成为可供模型继续预训练的文本。',

  which: '放入哪些',
  edited: '你改过的，按改后的内容放入。',

  templates: '模板',
  layouts: '各种版式的权重',
  presets: { paper: '80 / 5 / 5 / 5 / 5', two: '95 / 5', own: '自定' },
  presetHints: {
    paper: '论文中的权重。段落只有一对时，经典与对话按 95 比 5。',
    two: '只用经典和对话：论文在段落只有一对时就是这样。',
    own: '只看各数之比，0 表示不用该版式。段落只有一对时，由经典和对话分担。',
  },
  modes: {
    classic: { name: '经典', layout: '先是段落，再逐对列出。' },
    dialog: { name: '对话', layout: '先是段落，再以对话列出各对。' },
    numbered: { name: '编号', layout: '先是段落，再按编号列出全部问题，然后是全部回答。' },
    'few-shot': { name: '示例', layout: '除最后一对外都作示例，最后一对作测试。' },
    'next-turn': { name: '下一轮', layout: '一段对话，最后一轮留给模型接续。' },
  },
  weightOf: mode => `“${mode}”的权重`,
  inversion: '指令–响应对放在段落之前的比例（%）',
  inversionHint: '只对经典和对话版式。论文取 5。',

  mixture: '混合',
  converted: '带指令–响应对的文本',
  conversions: { all: '全部：单一领域', fifth: '五分之一：从头训练', own: '自定比例' },
  convertedPercent: '带指令–响应对的比例（%）',
  convertedHint: '其余保持原样段落；没有指令–响应对的段落也保持原样。',

  comprehension: '把原样段落改成阅读理解',
  comprehensionHint:
    '按 AdaptLLM 的做法，在保持原样的段落后面接上用规则从其自身句子中找出的问题：由此可知什么、原因何在、术语何义、下文如何。不用模型，也不是指令–响应对：微调用的导出中没有它们。',
  comprehensionPercent: '改成阅读理解的原样段落（%）',

  general: '通用指令',
  generalLead: '可不选。针对单一领域时，论文按词元一比一混入通用指令。',
  generalColumns:
    'JSONL 文件，列为 question 与 response、instruction 与 output、prompt 与 completion，或 messages。每条写成：指令、一个空格、响应。',
  chooseGeneral: '选择文件……',
  dropGeneral: '或拖放到此处',
  otherGeneral: '换一个文件……',
  removeGeneral: '不混入',
  readingGeneral: '正在查看文件……',
  generalRows: (rows, bad, whole, format) =>
    `${whole ? '共' : '前'} ${format.number(rows)} 行：${
      bad === 0
        ? '每行都有指令和响应。'
        : `${format.number(rows - bad)} 行可用，${format.number(bad)} 行缺少指令或响应，不会写入。`
    }`,
  generalExample: '第一条将这样写入',
  generalNotKept: '本页地址会保留各项选择，但不保留文件：重新加载后请再选一次。',
  ratio: '其余内容每一个词元配多少词元',

  file: '文件',
  name: '名称',
  seed: '种子',
  seedHint: '种子和选择相同，写出的文件就相同。',

  problems: {
    'name-missing': '请给文件取个名称。',
    'no-weight': '请至少给一种版式大于 0 的权重。',
    'bad-weight': '权重须为不小于 0 的数。',
    'bad-share': '须为 0 到 100 的百分数。',
    'bad-ratio': '须为 0 到 1,000 的数。',
    'bad-seed': '须为不小于 0 的整数。',
  },

  summary: '将要写入',
  texts: (count, format) => `${format.number(count)} 篇文本`,
  tokens: (count, format) => `约 ${format.number(count)} 个词元`,
  counting: '正在统计……',
  countingFar: (done, total, format) => `正在统计…… ${format.number(done)} / ${format.number(total)} 段`,

  preview: '预览',
  previewOf: (place, texts, format) => `${format.number(place)} / ${format.number(texts)}`,
  previousText: '上一篇',
  nextText: '下一篇',
  anotherSeed: '换个种子',
  legend: '颜色',
  parts: { passage: '段落', pair: '指令–响应对', template: '模板用语' },
  minedPart: '问与答',
  kinds: { pairs: '带指令–响应对', mined: '阅读理解' },
  kind: '预览哪类文本',
  about: (mode, pairs, inverted, format) => `${mode} · ${format.number(pairs)} 对${inverted ? ' · 在段落之前' : ''}`,
  minedTypes: {
    title: '标题',
    completion: '续写',
    summarize: '主题',
    'word-to-text': '定义',
    inference: '推断',
    commonsense: '因果',
    paraphrase: '换言之',
  },
  minedAbout: types => `所问：${types}`,
  nothingMined: '这个段落中没有找到可问之处：保持原样。',
  wholePassages: '完整显示段落',
  folded: (characters, format) => ` …… ${format.number(characters)} 字符 …… `,
  nonePreviewed: {
    pairs: '所选状态中没有指令–响应对：每个段落都保持原样。',
    share: '按这个比例，没有文本带指令–响应对：每个段落都保持原样。',
    mined: '按这个比例，没有段落改成阅读理解。',
  },

  inside: '内容概览',
  byPart: '词元',
  tokenParts: {
    passages: '带指令–响应对的段落',
    pairs: '指令–响应对',
    template: '模板用语',
    mined: '阅读理解段落',
    examples: '阅读理解问答',
    raw: '原样段落',
    general: '通用指令',
  },
  share: (count, share) => `${count} · ${share}`,
  byMode: '按版式',
  inverted: (count, format) => `${format.number(count)} 篇把指令–响应对放在段落之前。`,
  byTask: '按任务',
  byExample: '阅读理解所问',
  byLength: '按词元数',
  upTo: most => `${most} 以内`,
  between: (least, most) => `${least}–${most}`,
  above: least => `超过 ${least}`,
  others: (count, format) => `其余 ${format.number(count)} 种`,
  estimated: '词元数是估计值，你的模型的分词器会略有出入。',
  repeated: '通用指令少于混合所需，会从头再取。',
  badRows: (count, format) => `通用指令中有 ${format.number(count)} 行缺少指令或响应，没有写入。`,

  write: '写成文件',
  cancel: '取消',
  again: '重试',
  dismiss: '收起',
  progress: '写入进度',
  phases: {
    start: '正在准备……',
    index: (done, total, format) => `正在查看指令–响应对…… ${format.number(done)} / ${format.number(total)}`,
    write: (done, total, format) => `正在写入…… ${format.number(done)} / ${format.number(total)} 段`,
    check: (done, total, format) => `正在逐行检查…… ${format.number(done)} / ${format.number(total)}`,
  },
  left: (far, time) => `${far} · 剩余 ${time}`,
  stopped: '已取消，没有留下文件。',
  done: '已写入并检查',
  doneRows: (rows, format) => `从写好的文件中读回了 ${format.number(rows)} 篇，每一行都有效。`,
  doneKinds: (pairs, mined, raw, general, format) =>
    [
      `带指令–响应对 ${format.number(pairs)}`,
      ...(mined > 0 ? [`阅读理解 ${format.number(mined)}`] : []),
      `原样 ${format.number(raw)}`,
      ...(general > 0 ? [`通用指令 ${format.number(general)}`] : []),
    ].join(' · '),

  empty: '还没有可写入的内容',
  emptyWords: '预训练文本由文档和它们的指令–响应对组成。请先添加文档。',
  toSources: '添加文档',
  noPairs: '还没有指令–响应对',
  noPairsWords: '现在写入的话，每个段落都保持原样。想让文本带上指令–响应对，请先生成。',
  toWrite: '去生成',
}
