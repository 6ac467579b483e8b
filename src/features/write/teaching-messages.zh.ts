import type { TeachingMessages } from './teaching-messages.en'

export const zh: TeachingMessages = {
  title: '用我保留的结果做示例',
  fit: (pairs, passages) =>
    pairs === '1'
      ? '你保留或修改过的结果中有 1 条适合此配方。'
      : `你保留或修改过的结果中有 ${pairs} 条适合此配方，出自 ${passages} 个段落。`,
  chosen: (pairs, examples, tokens) =>
    `其中 ${pairs} 条组成 ${examples} 个示例，排在配方自带的示例之前，每次提示词最多增加 ${tokens} 词元。`,
  chosenAbout: (pairs, examples, tokens) =>
    `其中 ${pairs} 条组成 ${examples} 个示例，排在配方自带的示例之前，每次提示词最多增加约 ${tokens} 词元。`,
  tooSmall: '此模型的上下文太小，放不下示例。',
  tooLong: '它们太长，此模型的上下文放不下。',
  which: n => `所用的 ${n} 个示例`,
  how: '修改过的优先，其次尽量多样。段落不会看到自己的结果；每条新结果都会记录其提示词中有哪些示例。',
  edited: n => `${n} 条修改过`,
  tokens: n => `${n} 词元`,
  compare: {
    title: '比较有无我的示例',
    lead: '两种做法轮流生成同样的段落。结果不进入项目；此标签页打开期间一直保留。',
    passages: '段落数',
    passagesProblem: most => `请输入 1 到 ${most} 之间的整数。`,
    go: '用两种做法生成',
    goOn: '继续',
    complete: '两种做法都已全部生成。',
    stop: '停止',
    older: '下面的数字属于另一种选择（配方、示例、文档或段落数与上面不同）。',
    progress: (done, of, pairs, left) =>
      `已生成 ${done} / ${of} · ${pairs} 条${left === null ? '' : ` · 剩余 ${left}`}`,
    progressOf: '比较的进度',
    notBoth: '两种做法都写完同一段落后，这里会显示数字。',
    tableOf: '有无示例的对比数字',
    over: (n, of) => `依据两者都已生成的段落：${n} / ${of}`,
    without: '不带示例',
    with: '带我的示例',
    share: (n, share) => `${n} · ${share}`,
    check: name => `未通过：${name}`,
    tokens: (n, reused) => (reused === '0' ? n : `${n}（其中缓存 ${reused}）`),
    interval: (right, of, low, high) => `${right} / ${of} · ${low}–${high}`,
    rows: {
      pairs: '结果条数',
      perPassage: '平均每段',
      none: '没有结果的段落',
      ready: '就绪',
      unsure: '存疑',
      failed: '未通过',
      read: '读入词元',
      written: '写出词元',
      time: '模型用时',
      perPair: '平均每条',
      right: '盲评正确',
    },
    note: '重复只在各自一方之内计算。段落不多时，小的差别可能只是偶然。',
  },
  blind: {
    title: '盲评',
    start: '开始盲评',
    goOn: '继续盲评',
    lead: (n, of) => `已评 ${n} / ${of}。两种做法的结果混在一起，看不出出自哪一种。`,
    of: (n, of) => `${n} / ${of}`,
    verdicts: { right: '正确', wrong: '错误', unclear: '无法判断' },
    back: '上一条',
    enough: '到此为止',
  },
}
