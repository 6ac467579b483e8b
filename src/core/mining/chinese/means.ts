import { namesThing, POINTING, standsAlone } from '#core/mining/chinese/clause'
import { VERBS } from '#core/mining/chinese/lexicon'
import { asked, type ChineseRule } from '#core/mining/chinese/rule'
import type { Match } from '#core/mining/family'

/** `means`: how, or by what, something is done. */
export const means: ChineseRule = (_, clauses) =>
  goalFirst(clauses) ?? byDoing(clauses) ?? meansFirst(clauses) ?? doneBy(clauses) ?? thenYouCan(clauses)

const ACT =
  /^(?:那么|那|则|就|可以|可|需要|需|请|应|应该|应当|必须|要|就要|只需|只要|先|首先|得|最好|建议|推荐|不妨|尽量|你可以|您可以|用户可以|你需要|您需要|用户需要|把|将|使用|点击|按住|按下|打开|运行|执行|输入|选择|调用|添加|设置|在|用|通过|我建议|务必|就得|就必须|就需要|就可以|可先)/u
const POINTER = /参考|参阅|参见|查看|阅读|看看|访问|联系|关注|咨询|了解|学习|知道|理解|明白|看一下|注意|记住|考虑/u

/** `要G，请M`、`如果想G，可以M`. */
function goalFirst(clauses: readonly string[]): Match | null {
  const first = clauses[0] ?? ''
  const found =
    /^(?:(?:如果|若|假如|当)(?:你|您|用户|我们|开发者|读者)?(?:想要|想|需要|要|希望)|若要|如要|如需|若需|要想|想要|要)(?!是|不然|知道|求|么|素|点|害|说|看|注意|命|死|紧|了解)(.{3,26})$/u.exec(
      first,
    )
  if (found === null || clauses.length < 2) return null
  const goal = (found[1] ?? '').replace(/(?:的话|时)$/u, '')
  const act = clauses[1] ?? ''
  if (
    POINTING.test(goal) ||
    /[：；“”？]|参与|^(?:有|没|不|是|被|会|能|更|在$|让你|参加|加入|联系|了解|学习|知道|理解|深入|学好|成为)/u.test(
      goal,
    ) ||
    !ACT.test(act) ||
    /不(?:太|大|怎么)?(?:建议|推荐|要|能|可以|应|宜)/u.test(act) ||
    POINTER.test(clauses.slice(1).join(''))
  )
    return null
  if (!startsWithVerb(goal) || clauses.slice(1).join('').length < 5) return null
  return how(goal, 0.92)
}

/** What a goal opens with: a verb of two characters, `把`, `将`, `让` …, or a verb and its object. */
function startsWithVerb(words: string): boolean {
  return (
    VERBS.has(words.slice(0, 2)) ||
    /^(?:把|将|让|使|在|从|给|向|对|为|用|查|改|删|建|写|读|画|加|减|求|找|换|装|卸|清|洗|打|拆|存|取|看到|看清|做|煮|煎|炒|烤|去|除|防|治|养|种|买|卖|开|关|得到|快速|正确|彻底|有效|准确|自动|手动|成功|完全|重新|进一步|同时|更好地|更快地)/u.test(
      words,
    )
  )
}

const BY =
  /^(.{2,18}?)((?:可以|可|能够|能|会|主要|一般|通常|往往|常|常常|是|就|也|都)*)(?:通过|借助|利用)(?!了|率|者|考试|审核|审查|测试|认证|检查|面试|验收|决议|法案|议案|此|该|这|其|上述|以上|以下|下面|本|它|他|什么|隧道|大桥|路口|法律|预算|宪法|投票|评审|选拔|答辩|年检|立法|安检)(.{2,40}?)$/u
const SPLIT =
  /(?<!未|从|原|带|下|起|出|以|到|往|本|后|进|上|过|将|近|历|由|外|回|看|说|向)来(?!自|源|说|看|临|到|年|回|往|访|宾|电|历|信)|(?=使(?!用|者|命|馆|节|徒|得))|(?=让(?!步|位))|(?=从(?!而|事|业|属|不|此|前|来))|(?=向(?!量|日|导|来))|(?=实现|达到|完成|获得|获取|传播|感知|调节|控制|识别|降低|减少|提高|增强|改善|促进|保持|维持|确定|判断|计算|完善|推动|影响)/gu

/** `S通过M来V`. */
function byDoing(clauses: readonly string[]): Match | null {
  const first = clauses[0] ?? ''
  const found = BY.exec(first)
  if (found === null) return null
  const [, subject = '', modal = '', rest = ''] = found
  if (!namesThing(subject) || /是|不|没|被|把|如果|当|由|为|因/u.test(subject) || POINTING.test(rest)) return null
  const parts = splitMeans(rest)
  if (parts === null) return null
  const aux = /可以|可|能够|能/u.exec(modal)?.[0] ?? ''
  return asked(
    [
      `${subject}${aux === '' ? '' : '可以'}如何${parts}？`,
      `${subject}${aux === '' ? '' : '可以'}怎样${parts}？`,
      `请说明${subject}如何${parts}。`,
    ],
    0.9,
  )
}

/** The doing behind the means: `回声来寻找猎物` → `寻找猎物`. */
function splitMeans(rest: string): string | null {
  for (const match of rest.matchAll(SPLIT)) {
    if (match.index < 2) continue
    const doing = rest.slice(match.index + match[0].length)
    const before = rest.slice(0, match.index)
    if (doing.length < 3 || /^(?:的|了|着|过|性|率|度|量|器|力|者|到的)|^.{2}(?:的|者|器|率|量)/u.test(doing)) continue
    if (/(?:的|地|和|与|及|、|并|或|在|对|被|所|不|可|能|会|得|更|自动|进行|为|以|用|把|将|向|从)$/u.test(before))
      continue
    if (match[0] !== '' || !/(?:的|、)/u.test(doing.slice(0, 3))) return doing
  }
  return null
}

const MEANS_FIRST =
  /^(?:通过|利用|借助|使用|采用|凭借|依靠|运用)(?!了|率|者|考试|此|该|这|其|上述|以上|以下|下面|本|它|他|什么|前面|前文|学习本)(.{3,40})$/u

/** `通过M，S可以V`. */
function meansFirst(clauses: readonly string[]): Match | null {
  const found = MEANS_FIRST.exec(clauses[0] ?? '')
  const act = clauses[1] ?? ''
  if (
    found === null ||
    clauses.length > 3 ||
    POINTING.test(found[1] ?? '') ||
    POINTING.test(act.replace(/^[你您]/u, ''))
  )
    return null
  const can = /^([^，]{2,12}?)(?:可以|能够|就能|便可|就可以|可)(.{3,30})$/u.exec(act)
  if (can !== null && namesThing(can[1] ?? '') && startsWithVerb(can[2] ?? ''))
    return asked([`${can[1] ?? ''}可以如何${can[2] ?? ''}？`, `${can[1] ?? ''}怎样才能${can[2] ?? ''}？`], 0.9)
  const bare =
    /^(?:可以|能够|就能|便可|就可以|可|能|即可|你可以|您可以|我们可以)(?:有效地?|大大|极大地?|显著|更好地|更|进一步)?(.{3,30})$/u.exec(
      act,
    )?.[1]
  if (bare !== undefined)
    return startsWithVerb(bare) && !POINTER.test(bare) && !/^(?:看|看出|看到|发现|得知|得出|得到以下)/u.test(bare)
      ? how(bare, 0.9)
      : null
  if (!standsAlone(act) || clauses.length > 2 || /^(?:如果|当)|会|通过|利用/u.test(act)) return null
  return asked([`${act}，是通过什么方式做到的？`], 0.85)
}

/** `X是通过M确定的`、`X是把M而得到的`. */
function doneBy(clauses: readonly string[]): Match | null {
  const first = clauses[0] ?? ''
  const found =
    /^(.{2,20}?)(?:主要|大多|都|就|通常|一般)?是(?:通过|把|将|用|以|由|利用|借助|采用|使用)(.{2,40}?)(?:而|来)?(得到|制成|制作|做成|获得|生产|提取|合成|酿造|编织|建造|烧制|确定|实现|完成|分离|传播|进行|形成|产生|控制|计算|传输|测量|制造|加工|提炼|连接|组装|固定|排列)(?:而成|出来)?的$/u.exec(
      first,
    )
  if (found === null) return null
  const [, thing = '', by = '', verb = ''] = found
  return namesThing(thing) && !POINTING.test(by)
    ? asked([`${thing}是如何${verb}的？`, `${thing}是怎样${verb}的？`], 0.92)
    : null
}

/** `把M，即可G`、`只需M，就可以G`. */
function thenYouCan(clauses: readonly string[]): Match | null {
  const [first = '', second = ''] = clauses
  if (
    clauses.length !== 2 ||
    !/^(?:将|把|只需|只要|通过|使用|利用|点击|在|按|用|运行|执行|调用|输入|选择|打开|添加|设置|双击|长按)/u.test(
      first,
    ) ||
    POINTING.test(first)
  )
    return null
  const goal = /^(?:即可|就可以|就能|便可|便能|就可|即能)(?:成功|快速|轻松|直接|自动)?(.{3,24})$/u.exec(second)?.[1]
  if (
    goal === undefined ||
    !startsWithVerb(goal) ||
    POINTING.test(goal) ||
    POINTER.test(goal) ||
    /^(?:完成|实现|使用|得到|看到)$/u.test(goal)
  )
    return null
  return how(goal, 0.9)
}

function how(goal: string, sure: number): Match {
  return asked([`如何${goal}？`, `怎样${goal}？`, `请说明如何${goal}。`], sure)
}
