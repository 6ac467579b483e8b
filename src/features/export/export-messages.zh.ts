import type { ExportMessages } from './export-messages.en'

export const exportZh: ExportMessages = {
  title: '导出',
  lead: '把指令–响应对写成训练工具能读的文件。写完后逐行读回并检查，全部通过才算完成。',

  which: '导出哪些',

  format: '格式',
  formats: {
    records: { name: '完整记录', use: '每一对的全部信息，毫无遗漏：依据、检查、来历。' },
    passages: { name: '原文段落', use: '只有你的文本，一段一行，附文档和标题，不含指令–响应对。' },
    alpaca: {
      name: 'Alpaca',
      use: 'instruction、input、output：用于 LLaMA-Factory、Axolotl（type: alpaca）和 Unsloth。',
    },
    messages: { name: 'OpenAI messages', use: '对话消息：用于 TRL、Axolotl（type: chat_template）和 Unsloth。' },
    sharegpt: { name: 'ShareGPT', use: '由 from 和 value 组成的 conversations：用于 LLaMA-Factory 和 Unsloth。' },
    text: { name: '纯文本', use: '一段原文连同它的指令–响应对合成一篇：用于继续预训练。' },
  },

  prompt: '提示',
  passageInPrompt: '提示中的原文',
  passageModes: { auto: '需要时', yes: '总是', no: '从不' },
  passageHints: {
    auto: '离开原文就不成立的，会带上原文。',
    yes: '每个提示都带上原文：行更长，训练出的模型会依据文本作答。',
    no: '需要原文的也不带，会问到模型看不见的内容。',
  },
  passageWarning: '有些指令会问到不在场的文本。',
  systemPrompt: '系统提示',
  systemHint: '放在每段对话之前；留空则没有。',

  split: '划分',
  splits: { none: '不划分', standard: '90 / 5 / 5', custom: '自定比例' },
  splitLabel: '训练、验证和测试',
  splitRatio: '训练、验证和测试的百分比',
  splitHow: '整个文档归到一边；文档不足十个时，按整节划分。内容几乎相同的会留在一起。种子相同，划分就相同。',
  splitNone: '全部写入一个文件。',
  seed: '种子',
  splitNames: { train: '训练', validation: '验证', test: '测试' },

  file: '文件',
  name: '名称',
  wrap: '形式',
  wraps: { plain: 'JSONL', pack: '训练用 zip' },
  wrapHints: {
    plain: '每行一个 JSON 对象，UTF-8。',
    pack: '数据加上数据卡、校验和；若训练工具能读这种格式，还附其配置。',
  },
  gzip: '用 gzip 压缩',
  gzipHint: '训练工具可通过 datasets 库读取 .jsonl.gz。',
  cardTitle: '数据集标题',
  licence: '许可',
  licenceHint: '这些数据可以按什么许可使用？只有你知道：取决于你的文档和所用的模型。',

  problems: {
    'name-missing': '请给文件取个名称。',
    'split-not-100': '三个比例相加须为 100，例如 80/10/10。',
    'licence-missing': '请写明许可，数据卡需要它。',
  },

  summary: '将要写入',
  pairs: (count, format) => `${format.number(count)} 对`,
  passages: (count, format) => `${format.number(count)} 段`,
  measured: ({ population, marked, right }, interval, format) =>
    `共 ${format.number(population)} 对 · 盲检 ${format.number(marked)} 对 · 正确 ${format.number(right)} 对 · ${interval}`,
  notMeasured: {
    none: '这个数据集的错误率还没有测量过。',
    states: '这些状态的错误率没有测量过：盲检只针对已保留和就绪的。',
    elsewhere: '所选部分的错误率没有测量过：盲检过的都不在其中。',
    void: '错误率已不可知：盲检过的都已不在。',
  },
  voidNewer: (count, format) => `对盲检之后生成的 ${format.number(count)} 对无效。`,
  voidEntered: (count, format) => `对之后因决定或检查变化而进入的至少 ${format.number(count)} 对无效。`,
  toBlindCheck: '去盲检',
  preview: '前几行',
  previewOf: (row, rows, format) => `${format.number(row)} / ${format.number(rows)}`,
  previousRow: '上一行',
  nextRow: '下一行',
  pretty: '便于阅读',
  raw: '写入原样',
  previewAs: '显示方式',
  nothingWords: '没有符合这些选择的指令–响应对。',

  export: '导出',
  cancel: '取消',
  phases: {
    start: '正在准备…',
    write: (rows, total, format) => `正在写入… ${format.number(rows)} / ${format.number(total)}`,
    check: (rows, total, format) => `正在逐行检查… ${format.number(rows)} / ${format.number(total)}`,
  },
  progress: '导出进度',

  done: '已导出并检查',
  doneRows: (rows, format) => `${format.number(rows)} 行`,
  doneChecked: (rows, format) => `从写好的文件中读回了 ${format.number(rows)} 行，每一行都有效。`,
  doneStates: '按状态：',
  doneSplits: '按划分：',
  doneWithout: (count, format) => `有 ${format.number(count)} 对需要原文却没有带上。`,
  stopped: '已取消，没有留下文件。',
  dismiss: '收起',
  again: '重试',

  inside: '内容概览',
  byTask: '按任务',
  byLanguage: '按语言',
  byDocument: '按文档',
  others: (count, format) => `其余 ${format.number(count)} 个`,

  noPairs: '还没有可导出的内容',
  noPairsWords: '先从文档生成指令–响应对。只要有文档，也可以单独导出原文段落。',
  writePairs: '去生成',
  onlyPassages: '导出原文段落',
}
