import type { Language } from '#core/documents/document'
import type { Check } from '#core/synthesis/pair'
import type { ReviewMessages } from './review-messages.en'

const LANGUAGES: Readonly<Record<Language, string>> = { en: '英文', zh: '中文', other: '其他语言' }

function text(values: NonNullable<Check['values']>, name: string): string {
  return String(values[name] ?? '…')
}

const judge = (values: NonNullable<Check['values']>): string => text(values, 'judge')

const seen = (values: NonNullable<Check['values']>): string =>
  'seenPercent' in values ? `（只看到了段落的 ${text(values, 'seenPercent')}%）` : ''

function named(values: NonNullable<Check['values']>, name: string): string {
  const value = values[name]
  if (value === undefined) return LANGUAGES.other
  return value === 'en' || value === 'zh' || value === 'other' ? LANGUAGES[value] : String(value)
}

export const reviewZh: ReviewMessages = {
  title: '审阅',
  list: '列表',
  passage: '原文',
  pair: '指令–响应对',
  panes: '显示',

  search: '搜索指令–响应对',
  searchHint: (count, format) => `在 ${format.number(count)} 对中搜索…`,
  searching: (count, format) => `正在搜索… 已找到 ${format.number(count)} 对`,
  found: (count, format) => `找到 ${format.number(count)} 对`,
  groups: { review: '待审阅', kept: '已保留', dropped: '已舍弃', failed: '未通过检查', all: '全部' },
  groupsLabel: '显示哪些',
  more: '更多筛选',
  task: '任务',
  language: '语言',
  document: '文档',
  anyTask: '全部任务',
  anyLanguage: '全部语言',
  anyDocument: '全部文档',
  findDocument: '查找文档',
  onlyFirst: (count, format) => `只列出前 ${format.number(count)} 个，请输入更多字。`,
  noDocument: '没有名称包含这些字的文档。',
  order: '排序',
  orders: {
    place: '按文档顺序',
    doubt: '最可疑的在前',
    task: '按任务',
    repetition: '重复的放在一起',
  },
  sortAgain: '重新排序',
  saidOrder: order => `排序：${order}。`,
  failedCheck: '未通过的检查',
  anyCheck: '不限',
  clearFilters: '显示全部待审阅',
  languages: LANGUAGES,

  states: { ready: '就绪', unsure: '存疑', failed: '未通过', kept: '已保留', dropped: '已舍弃' },
  unsaved: '未保存',

  noPairs: '还没有指令–响应对',
  noPairsWords: '先从文档生成指令–响应对。生成后，每一对都会和它的原文一起出现在这里。',
  writePairs: '去生成',
  nothingLeft: '全部审阅完毕',
  nothingLeftWords: (exportable, format) =>
    `可导出 ${format.number(exportable)} 对。未通过检查的不在其中，除非你保留它们。`,
  toExport: '去导出',
  nothingHere: '没有符合条件的指令–响应对',
  nothingHereWords: '换一个分组，或减少筛选条件。',
  noRepetition: '没有重复的指令–响应对',
  noRepetitionWords: '这些当中没有两对内容相同。',
  tryAgain: '重试',
  loading: '正在读取…',

  position: (place, count, format) => `第 ${format.number(place)} / ${format.number(count)} 对`,
  previous: '上一对',
  next: '下一对',
  original: '最初的写法',
  needsPassage: '离开原文就不成立，因此导出时提示中会带上原文。',
  checks: '检查',
  checkResults: { pass: '通过', doubt: '存疑', fail: '未通过' },
  showPlace: '在原文中显示位置',
  repeats: '重复',
  repetition: '重复',
  firstGone: '它所重复的那一对已不在当前选用的批次中。',
  isRepeated: (count, cut, format) => `${cut ? '至少' : ''}有 ${format.number(count)} 对与这一对重复。`,
  repeatsFirst: (count, cut, format) =>
    count === 1
      ? '它与下面这一对内容相同：'
      : `${cut ? '至少' : ''}有 ${format.number(count)} 对与下面这一对内容相同，这是其中之一：`,
  showFirst: '查看',
  showRepeat: '查看下一对',
  keepFirst: (count, format) => `只留第一对：舍弃其余 ${format.number(count)} 对`,
  madeBy: '来历',
  rules: '快速生成（无需模型）',
  person: '你自己',
  runNumber: run => `批次 ${run}`,
  round: round => `第 ${round + 1} 轮`,
  shots: (count, format) => `生成时看到了另外 ${format.number(count)} 个段落`,
  shotGone: '已不在此处的文档',

  reasons: {
    complete: () => '指令和响应都完整',
    'empty-instruction': () => '指令为空',
    'empty-response': () => '响应为空',
    echo: () => '响应只是重复了指令',
    'restates-question': () => '响应只是把问题又说了一遍',
    'prompt-leak': () => '残留了提示词，或模型谈论自己的话',
    'asks-back': () => '响应只是在提问，没有作答',
    'goes-round': () => '响应在反复重复',
    markup: () => '文字中残留了标记',
    'cut-off': () => '响应似乎没有写完',
    'evidence-quoted': () => '依据与原文逐字一致',
    'evidence-aligned': () => '原文中有一句话与它用词相近',
    'evidence-nearest': () => '没有逐字的依据，已用虚线标出最接近的句子',
    'no-single-sentence': () => '原文中没有单独一句能支持它',
    'several-sentences': () => '由计算或概括得出，不必有单独一句支持',
    'evidence-missing': () => '没有指明原文中的依据',
    'evidence-not-in-passage': () => '所指的依据不在原文中',
    'language-agrees': () => '与原文语言一致',
    'language-differs': values => `用${named(values, 'pair')}写成，而原文是${named(values, 'passage')}`,
    'language-mixed': values => `有一部分不是${named(values, 'passage')}，而原文是`,
    'no-leak': () => '没有依赖旁边的文章',
    leak: values => `“${text(values, 'phrase')}”指向原文，其实可以不说`,
    'leak-alone': values => `“${text(values, 'phrase')}”指向原文，而这一对不带原文`,
    'choice-sound': () => '响应是选项之一',
    'choice-too-few': values => `选择题至少要有两个选项，这里只有 ${text(values, 'options')} 个`,
    'choice-empty-option': () => '有一个选项是空的',
    'choice-same-options': values => `选项“${text(values, 'option')}”出现了两次`,
    'choice-no-option': () => '响应不是任何一个选项',
    'choice-debris': values => `选项“${text(values, 'option')}”里留有列表标记`,
    'choice-letter': () => '响应只是选项的字母',
    supported: () => '数字、名称和引文都与原文相符',
    'number-differs': values => `这一对说的是“${text(values, 'said')}”，原文是“${text(values, 'passage')}”`,
    'unit-differs': values => `这一对说的是“${text(values, 'said')}”，原文是“${text(values, 'passage')}”`,
    'sum-differs': values => `“${text(values, 'said')}”算得不对`,
    'number-unknown': values => `原文没有提到“${text(values, 'said')}”`,
    'name-differs': values => `这一对说的是“${text(values, 'said')}”，原文此处是“${text(values, 'passage')}”`,
    'name-elsewhere': values => `原文提到“${text(values, 'said')}”时说的是另一件事`,
    'name-unknown': values => `原文没有提到“${text(values, 'said')}”`,
    'quotation-unknown': values => `引用的“${text(values, 'said')}”不在原文中`,
    'negation-differs': () => '与原文某句几乎相同，但只有一方是否定的',
    'order-differs': values => `与原文相比，“${text(values, 'first')}”和“${text(values, 'second')}”换了位置`,
    'words-differ': values => `这一对说的是“${text(values, 'said')}”，原文此处是“${text(values, 'passage')}”`,
    unique: () => '没有内容相同的指令–响应对',
    duplicate: () => '与另一对内容相同',
    grounded: values => `${judge(values)} 在段落中找到了答案的全部内容${seen(values)}`,
    'not-grounded': values => `${judge(values)} 在段落中没有找到这个答案${seen(values)}`,
    'round-trip-agrees': values => `${judge(values)} 根据段落给出了相同的答案${seen(values)}`,
    'round-trip-differs': values => `${judge(values)} 的答案不同：“${text(values, 'said')}”${seen(values)}`,
    'stands-alone': values => `${judge(values)} 不看段落也能明白这个指令`,
    'leans-on-passage': values => `${judge(values)} 不看段落就不明白这个指令`,
    'judge-unclear': values => `${judge(values)} 没有给出判断：“${text(values, 'said')}”`,
    'judge-too-long': values => `问题和答案太长，${judge(values)} 放不下`,
    'judge-failed': values => `无法就这一对询问 ${judge(values)}`,
    'judge-untrusted': values =>
      `${judge(values)} 回答“${text(values, 'said')}”，但 ${text(values, 'planted')} 处故意植入的错误它只发现了 ${text(values, 'caught')} 处，因此它的话不作数`,
    'near-duplicate': () => '与另一对内容几乎相同',
    'within-cap': () => '这段原文的对数不算多',
    'over-task-cap': values => `这段原文中，此类任务超过了 ${String(values['most'])} 对`,
    'over-passage-cap': values => `这段原文超过了 ${String(values['most'])} 对，就其长度而言偏多`,
  },

  noEvidence: '没有哪一句能单独支持这个响应。',

  keep: '保留',
  drop: '舍弃',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  clear: '清除决定',
  save: '保存',
  cancel: '取消',
  edited: '保存后计为保留，最初的写法仍会留在旁边。',
  emptyWords: '请在这里写点什么。',
  writeAgain: '重新生成',
  answerAgain: '重新回答',
  ownPair: '新建一对',
  map: '文档覆盖情况',
  bulkWriteAgain: '重新生成…',
  follower: '另一个标签页正在处理这个项目，这里只能阅读。',

  bulkKeep: (count, format) => `全部保留 ${format.number(count)} 对`,
  bulkDrop: (count, format) => `全部舍弃 ${format.number(count)} 对`,
  bulkAsk: {
    keep: (count, format) => `保留当前显示的全部 ${format.number(count)} 对？`,
    drop: (count, format) => `舍弃当前显示的全部 ${format.number(count)} 对？`,
  },
  bulkYes: {
    keep: (count, format) => `保留 ${format.number(count)} 对`,
    drop: (count, format) => `舍弃 ${format.number(count)} 对`,
  },
  bulkNo: '暂不',
  bulkAtWork: {
    keep: (done, count, format) => `正在保留… ${format.number(done)} / ${format.number(count)}`,
    drop: (done, count, format) => `正在舍弃… ${format.number(done)} / ${format.number(count)}`,
  },
  bulkStop: '停止',
  bulkDone: {
    keep: (count, format) => `已保留 ${format.number(count)} 对。`,
    drop: (count, format) => `已舍弃 ${format.number(count)} 对。`,
  },
  bulkStopped: '已停止。',
  bulkLabel: '当前显示的全部',

  saidKept: '已保留。',
  saidDropped: '已舍弃。',
  saidCleared: '已清除决定。',
  saidUndone: '已撤销。',
  saidRedone: '已重做。',
  saidSaved: '已保存并保留。',
  saidPair: (place, state, instruction) => `${place === null ? '' : `${place}，`}${state}：${instruction}`,
}
