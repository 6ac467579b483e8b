import type { GatesMessages } from './gates-messages.en'

export const gatesZh: GatesMessages = {
  title: '由模型检查',
  lead: '已加载的模型逐对查看现有的指令–响应对。判断之前，先用您自己的一些指令–响应对试它，其中有些被植入了错误。',
  noPairs: '还没有指令–响应对。先生成一些，模型才能判断。',
  toWrite: '去生成',
  noModel: '没有加载模型。最好由没有写这些指令–响应对的模型来判断。',
  loading: '正在加载模型。',
  toModels: '选择模型',
  judge: model => `判断者：${model}`,
  otherJudge: '可以换一个模型来判断',
  follower: '另一个标签页正在处理这个项目，这里只能阅读。',
  runActive: '有批次正在生成。暂停后模型才能判断。',

  gate: '问什么',
  gates: {
    'stands-alone': { title: '可独立理解', asks: '没看过段落的人能明白这个指令吗？只问不带段落导出的指令–响应对。' },
    grounded: { title: '有依据', asks: '答案的全部内容段落都写明了吗？只答一个字，并记下模型有多大把握。' },
    'round-trip': { title: '重答一遍', asks: '模型只看段落，会给出相同的答案吗？个别数字出错时看不出来。' },
  },
  scope: '哪些指令–响应对',
  scopes: { ready: '可用', unsure: '存疑', 'last-run': '最近一批' },
  limit: '最多',
  limitHint: '均匀取自全部。留空即全部。',
  limitWrong: '请填从 1 起的整数，或留空。',

  cost: ({ pairs, judged, ms, from }, format) => {
    if (pairs === 0) return judged > 0 ? `${format.number(judged)} 对都已判断。` : '没有这样的指令–响应对。'
    const time = ms === null || from === null ? '' : `，约需 ${format.duration(ms)}`
    const before = judged === 0 ? '' : `；此前已判断 ${format.number(judged)} 对`
    return `${format.number(pairs)} 对${time}${before}`
  },
  costFrom: { pairs: '按已判断的用时推算', speed: '按实测速度推算' },
  counting: '正在统计…',

  start: '开始判断',
  stop: '停止',
  stopping: '正在停止…',
  starting: '正在开始…',
  measuring: ({ done, total }, format) =>
    `正在用已知对错的题试判断者：${format.number(done)} / ${format.number(total)}`,
  judging: ({ done, total }, format) => `${format.number(done)} / ${format.number(total)} 对`,
  left: (ms, format) => `还需 ${format.duration(ms)}`,
  yes: '是',
  no: '否',
  unclear: '不明确',
  moved: (count, format) => `${format.number(count)} 对的状态改变了`,

  done: '已完成',
  stopped: '已停止。已判断的都会保留，再次判断会从这里继续。',
  nothing: '没有剩下要判断的。',
  toFailed: '查看未通过的',
  toDoubts: '查看存疑的',
  dismiss: '收起',
  problem: happened => `判断中止：${happened}`,
  problemSafe: '此前已判断的都会保留。请重新加载这个模型或另一个模型，然后继续。',

  unfit: model => `${model} 判断不了这个`,
  unfitWhy: ({ right, wrong, unclear }, format) => {
    if (right.total + wrong.total === 0) return '还没有可以用来试它的指令–响应对。请先在“审阅”中保留几对正确的。'
    if (right.total < 3 || wrong.total < 3)
      return `只能用 ${format.number(right.total)} 对来试它，太少了，看不出来。请先在“审阅”中保留一些正确的。`
    if (unclear * 2 > right.total + wrong.total) return '它对大多数问题都没有给出判断。'
    if (wrong.count === wrong.total) return '它对什么都说“是”，对每一处植入的错误也是。'
    return '它放过错误的和放过正确的几乎一样多。'
  },
  unfitSafe: '没有任何改动。请换一个模型；也可以照样让它判断，但它的每句话都只算存疑。',
  anyway: '照样判断，只算存疑',
  untrusted: '这个判断者分不清对错，因此它的每句话都只算存疑，不作数。',

  measure: '这个判断者有多可信',
  caught: (caught, planted, format) => `植入的 ${format.number(planted)} 处错误发现了 ${format.number(caught)} 处`,
  passed: (count, total, format) => `正确的 ${format.number(total)} 对通过了 ${format.number(count)} 对`,
  interval: (low, high, format) =>
    `95% 区间 ${format.percent(Math.round(low * 100) / 100)} 至 ${format.percent(Math.round(high * 100) / 100)}`,
  kinds: { number: '改了数字', 'other-answer': '换了答案', negated: '改成否定', pointing: '指向原文' },
  kindFigure: (caught, planted, format) => `${format.number(caught)} / ${format.number(planted)}`,
  basis: ({ right, kept }, format) =>
    kept >= right.total
      ? `用您保留的 ${format.number(right.total)} 对试过。`
      : `用 ${format.number(right.total)} 对试过，其中 ${format.number(kept)} 对是您保留的，其余只是通过了检查。`,
}
