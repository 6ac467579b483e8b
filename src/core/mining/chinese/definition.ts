import { balanced, namesThing } from '#core/mining/chinese/clause'
import { VERBS } from '#core/mining/chinese/lexicon'
import { asked, type Around, type ChineseRule } from '#core/mining/chinese/rule'
import type { Match } from '#core/mining/family'

/** `definition`: what a named thing is. */
export const definition: ChineseRule = ({ body }, clauses, around) =>
  explicit(body, around) ?? isCalled(body, clauses) ?? isA(body, clauses, around)

const EXPLICIT =
  /^(?:所谓的?)?[“「]?([^，。；：、？“”「」]{2,24}?)[”」]?(?:[（(][^（）()]{1,50}[）)])?\s*(?:，?(?:就是指|即指|是指|系指|指的是|指的就是|指的|特指|泛指|一般指|通常指|主要指|的定义是|(?:被|可以|可)?定义为|的意思是|意为|意即|也就是指))(.{5,})$/u
const SO_CALLED =
  /^所谓的?[“「]?([^，。；：、？“”「」]{2,20}?)[”」]?(?:[（(][^（）()]{1,50}[）)])?，?(?:就是|即|是|也就是)(.{6,})$/u

/** `X是指Y`、`所谓X，就是Y`。 */
function explicit(body: string, around: Around): Match | null {
  const found = EXPLICIT.exec(body) ?? SO_CALLED.exec(body)
  if (found === null) return null
  const term = bare(found[1] ?? '')
  const meaning = found[2] ?? ''
  if (!isTerm(term) || /^(?:不|没有|什么|这|那|他|她|它|出|明|向|令|示|定|数|标)/u.test(meaning)) return null
  if (/(?:一般|通常|主要|往往|广义上|狭义上|严格来说|多|常|专|就|也|均)$/u.test(term)) {
    const shorter = term.replace(/(?:一般|通常|主要|往往|广义上|狭义上|严格来说|多|常|专|就|也|均)$/u, '')
    return isTerm(shorter) ? ask(shorter, 0.95, around.legal) : null
  }
  return ask(term, 0.96, around.legal)
}

/** `……的过程称为X`。 */
function isCalled(body: string, clauses: readonly string[]): Match | null {
  const found =
    /^(.{5,70}?)(?:被|就|则|可以|又|统)?(?:称为|称作|称之为|叫做|叫作|称)(?:是)?[“「]?([^，。；：、？“”「」的]{2,14})[”」]?(?:[（(][^（）()]{1,50}[）)])?$/u.exec(
      body,
    )
  if (found === null || clauses.length > 3) return null
  const [, about = '', raw = ''] = found
  const term = bare(raw)
  // What is called so must itself be spelled out: a kind with something said of it.
  if (
    !/的[^的，]{1,8}$/u.test(about) &&
    !/^(?:把|将|由|人们把|人们将|通常把|一般把|数学上|物理学中|化学上)/u.test(about)
  )
    return null
  if (
    !/的/u.test(about) ||
    /^(?:他|她|它|这|那|也|又|故|并|因此|而|但|由于|因为|当时|后来|自)/u.test(about) ||
    /(?:自|号|俗|别|简|全|并|又|也|所|合|统|宣|据|声|人|尊|被人|美)$/u.test(about)
  )
    return null
  if (!isTerm(term) || /(?:他|她|它|这|那|我|后来|当时)/u.test(about)) return null
  return ask(term, 0.93)
}

const KIND =
  /^(?:(?:一[种个类项门款套组片座条位名本部块张支首家所]|一系列|一些|指|由|用于|用来|用以|为了|在|以|对|将|把|能够?|可以?|具有|利用|通过|使|基于|按照|根据|把|不同|目前|最|中国|国际|世界|古代|现代|传统|广泛|由于|位于|生活|生长|产于|存在于|组成|构成|衡量|描述|表示|反映|研究|存储|处理|测量|连接|控制|运行|介于|专门|主要)|[^，]{2,})/u
const OPINION =
  /^(?:一件|一回事|一大|一场|一次|一天|一段|一样|一致|一定|不|没|很|非常|十分|比较|更|太|好|坏|对的|错的|真的|假的|可以的|必须的|必要的|重要的|正确的|错误的|最|关键|因为|由于|为了|如何|怎么|怎样|什么|谁|哪|多少|否|通过|否则|说|想|要|会|能不能|我|你|他|她|它|这|那|有|在于|从|当|如果|所有|任何|每|另|其中|其|同样|同时|相同|相等|相似|相关|独立|唯一|首选|有效|有用|无|未|经|被|受|来自|属于|位于|一名好|一个好|一个很|一个非常|一个大|一个问题|一个例子|一个错误|一个挑战|一个重要|一种浪费|一种享受|一种挑战|一种美德|一把双刃剑|一门艺术|一样的|一个原因|一个典型|好书|非常低调|一部分|一员|一大|一年|两|三|四|五|六|七|八|九|十|\d|典型|常见|主流|必备|基础$|关键|核心|重中之重|根本|前提|标志|象征|代表|希望|灵魂|领域|生命|未来|第一|首个|首家|首部|少见|罕见|普通|特殊|不错|优秀|独特|著名|真正|“)/u

/** `X是一种Y`、`X是……的Y`。 */
function isA(body: string, clauses: readonly string[], around: Around): Match | null {
  const first = clauses[0] ?? ''
  const found = /^([^是，。；：、？]{2,26}?)(?:[（(][^（）()]{1,60}[）)])?\s*(?:就)?是\s*(.{6,})$/u.exec(first)
  if (found === null) return null
  if (/的/u.test(found[1] ?? '')) return null
  const raw = (found[1] ?? '').replace(/[（(][^（）()]{1,60}[）)]$/u, '')
  const said = found[2] ?? ''
  const term = bare(raw)
  if (!isTerm(term) || OPINION.test(said) || !KIND.test(said)) return null
  const classed = /^一(?:种|个|类|项|门|款|套|组|片|座|条|位|名|部|块|支|家|所)/u.test(said)
  // Without a measure word the kind must close the clause behind a `的`, so that a description stands before it.
  const noun = /的([^的，]{1,12})$/u.exec(said)?.[1] ?? ''
  if (
    !classed &&
    (noun === '' ||
      /(?:时候|原因|目的|方法|结果|问题|人|事|东西|一个|之一|一种|地方|情况|关键|重点|部分|要求|依据|内容|力量|事业|主管机关|主管部门|部门|工作机构|环节|主流|说法|指标|应用|成员|组成部分|保障|手段|途径|基石|体现|延伸|补充|产物|结晶|骄傲|灵魂|领域|心脏|大脑|命脉|噩梦|利器|神器|法宝|主线|王道|职责|义务|一员|代表|象征|标志|一位|基础|核心|前提|选择|例子|特点|特征|优势|好处|责任|任务|工作|机会|需求|意思|想法|存在|做法|办法|事情)$/u.test(
        noun,
      ))
  )
    return null
  if (
    !classed &&
    /的(?:重要|主要|核心|关键|最|唯一|常见|经典|典型|一个|一种|首要|必要|必备|有效|良好)[^的]*$/u.test(said)
  )
    return null
  if (
    !classed &&
    (!/^[\u4e00-\u9fffA-Za-z]/u.test(noun) ||
      /[来去了着过到中上下里内时后前倍]$|被|把|会(?![议话计员社])|进(?!程|制)|在|于|是|有(?!机|限|关|效)/u.test(noun))
  )
    return null
  if (/(?:吗|呢|吧|啊)$/u.test(said) || !balanced(said)) return null
  const person =
    /(?:家|人|者|员|师|帝|王|皇|后|将|相|臣|诗人|学者|领袖|总统|总理|主席|教授|博士|演员|歌手|导演|选手|运动员|球员|记者|医生|律师|公主|皇后|僧人|和尚|明星|女|男|长|友|子|徒|军|官|兵|生|弟子|学徒|先生|女士|迷)$/u.test(
      (said.split(/[，。]/u)[0] ?? '').replace(/(?:国家|专家|机器人|法人|商家|厂家)$/u, ''),
    )
  if (person)
    return /^[\u4e00-\u9fff·]{2,12}$/u.test(term) && !/(?:家|人|者|员|师|长|王|帝)$/u.test(term) && classed
      ? asked([`请简要介绍${term}。`, `${term}是谁？`], 0.88, false)
      : null
  return ask(term, classed ? 0.93 : 0.89, around.legal || (around.technical && !/[A-Za-z]{3}/u.test(term)))
}

/** Words that a clause has and a name has not. */
const ADVERB_INSIDE =
  /以往|原本|虽然|起初|自古|一直|目前|曾经|本来|当时|现在|如今|最初|后来|通常|往往|其实|仍然|至今|历来|向来|素来|近年|同时|分别|不仅|不但|就是|而是|已经|从来|始终|原来|事实上|实际上|本身|尤其|甚至|显然|当然/u

/** A term of a definition: a name, not a clause. */
function isTerm(term: string): boolean {
  if (
    /(?<!以)[上下里内外时]$|^(?:具体|实际|实现|解决|处理|相关|对应|整个|原问题|核心思想|基本思想|主要思想)/u.test(term)
  )
    return false
  if (ADVERB_INSIDE.test(term) || /^.{0,3}(?:方式|方法|做法|办法|情况|问题|过程|部分|阶段)$/u.test(term)) return false
  if (VERBS.has(term) || /^(?:猜测|建议|推荐|提示|总结|回答|问答|思考|测试|学习|面试)$/u.test(term)) return false
  if (
    !namesThing(term, 18) ||
    /什么|如何|怎么|怎样|即|[和与及或]|(?<![存内潜实所])在(?![线职])|(?:属于|包括|具有|等于|意味着|算)$/u.test(term)
  )
    return false
  if (
    /^(?:今天|昨天|明天|去年|今年|目前|老|我国|人类|生活|爱|时间|成功|失败|幸福|人生|主要|重要|常见|最|第|一|二|两|三|四|五|六|七|八|九|十|\d|有关|相关|这|那|所有|大多|许多|很多|部分|另|每|某|任何|全|各|同|新|旧|好|坏|对|关于|基于|除|由|被|正|真|假|曾|已|首|末|前|后|上|下|左|右|里|外|以|用|使|让|叫|称|说|写|做|看|听|吃|喝|玩|学|教|买|卖|要|想|会|能|可|应|必|须|需|得|实|通常|一般|简单|但|而|且|或|并|与|和|及|则|即|如|若|当|因|为)/u.test(
      term,
    )
  ) {
    if (
      !/^(?:大|正|同|新|前列|后羿|上海|下颌|上皮|真菌|真核|外交|外汇|外壳|左|右|里|以太|用户|用例|学|应力|应激|应用|能量|能源|会计|会话|可|得分|须弥|通货|一次|一元|一神|一氧|二氧|二次|二进|二叉|三角|三权|三国|四边|四川|四季|五代|六朝|七|八|九|十字|首都|对数|对象|对流|和|与|如来|正则|正态|正方|正弦|全球|全息|全等|各向|同步|同位|同义|新陈代谢|新石器|下丘脑|右|因数|因子|因特网|当事人|实数|实体|实验|成功|时间复杂度|时间片|时间戳|爱因斯坦|爱情|生活垃圾|看板|教育|学习率|主键|老化|老子|老舍|前缀|后缀|上下文|下标|外键|外部|内|部分积)/u.test(
        term,
      )
    )
      return false
  }
  return (
    !/[的地得了着过吗呢吧]$/u.test(term) &&
    !/(?:我们|他们|你们|大家|时候|之前|之后|以前|以后|期间|当中|之中|里面|上面|下面)/u.test(term) &&
    !/^.{0,12}(?:应该|必须|可能|可以|需要|已经|没有|不是|就是|都是|也是|还是|而是|但是)/u.test(term)
  )
}

function bare(term: string): string {
  return term
    .trim()
    .replace(/(?:一词|这个词|一语)$/u, '')
    .replace(/^[“「]|[”」]$/gu, '')
    .trim()
}

function ask(term: string, sure: number, needsPassage = false): Match {
  if (/^《/u.test(term)) return asked([`请简要介绍${term}。`, `${term}是什么？`], sure - 0.02, needsPassage)
  const gap = /[A-Za-z0-9]$/u.test(term) ? ' ' : ''
  const before = /^[A-Za-z0-9]/u.test(term) ? ' ' : ''
  return asked(
    [`什么是${before}${term}？`, `${term}${gap}是什么？`, `请解释“${term}”的含义。`, `“${term}”指的是什么？`],
    sure,
    needsPassage,
  )
}
