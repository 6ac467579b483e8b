import { clausesOf, namesThing, POINTING, standsAlone } from '#core/mining/chinese/clause'
import { VERBS } from '#core/mining/chinese/lexicon'
import { asked, type Around, type ChineseRule } from '#core/mining/chinese/rule'
import type { Match, Statement } from '#core/mining/family'

/** `effect`: what follows from something. */
export const effect: ChineseRule = (statement, clauses, around) =>
  condition(clauses) ??
  whenever(clauses) ??
  atThatTime(clauses) ??
  leadsTo(clauses) ??
  soThen(clauses) ??
  resultOfBefore(statement, around)

const WISH =
  /^(?:想|要|希望|有兴趣|对.{1,10}感兴趣|有任何|有问题|有疑问|愿意|喜欢|可能的话|可以的话|是这样|这样|需要帮助|没有特殊|不是|说|把|从|你想|您想|用户想|你要|您要|你希望|您希望|你需要|您需要|你有|您有|你是|您是|你还|您还|你对|您对|你不|您不|你觉得|你认为|你用|您用|你使用|您使用)/u
const BARE =
  /^(?:只是|只有|仅仅|确实|觉得|感觉|认为|换成|考虑|不考虑|你只|你已经|你觉得|不在意|为|是|大于|小于|等于|高于|低于|失败|成功|超过|不足|存在|返回|不为|不是|有|没有$|未指定|不存在|不指定|省略|指定)/u
const ADVICE =
  /^(?:那么|那|则|就)?(?:请|建议|可以|可|需要|需|应|应该|应当|必须|要|就要|不要|务必|最好|不妨|推荐|尽量|切勿|可考虑|考虑|先|首先|只需|立即|及时|尽快|不要|不用|不必|无需|才|再|改用|优先|还要|还需|还得|注意|应以|先用|先把|你就|您就|就得|想办法|好好|赶紧|试试|去|你可以|您可以|用户可以|你需要|您需要|用户需要|就需要|就可以|就必须|就应该|就应)/u
/** What only looks like advice: `要把它接入可能会很难` says how it is, not what to do. */
const ASSESSED = /^(?:那么|那|则|就)?要.*(?:会|很|可能)/u
/** What someone may have in mind is no outcome: `你可能想要记录状态`. */
const IN_MIND = /^(?:那么)?[你您](?:可能|也许|或许|大概)(?:也|还)?会?(?:想|希望|觉得|认为|已|有)/u
/** What shows that a clause tells an outcome. */
const HAPPENS =
  /会|将|就|便|则|无法|不能|不可|不再|可能|容易|导致|被|变|出现|产生|发生|失败|报错|返回|抛出|停止|终止|自动|增大|减小|增加|减少|上升|下降/u
const THEN = /^(?:那么|那就|则|就|便|将|会|可能|将会|也会|就会|就能|往往|容易|通常)/u

/** `如果X，Y`、`一旦X，就Y`. */
function condition(clauses: readonly string[]): Match | null {
  const opening = /^(?:如果|假如|假若|倘若|要是|若是|若|一旦|只要)(?!干|虫|想|把)/u.exec(clauses[0] ?? '')?.[0]
  if (opening === undefined || clauses.length < 2) return null
  const marked = clauses.findIndex(
    (clause, i) =>
      (i > 0 && THEN.test(clause)) ||
      (i === 1 && (ADVICE.test(clause) || /^[^，]{1,14}(?:就|便|将|则|会)/u.test(clause))),
  )
  const at = marked > 0 ? marked : clauses.length === 2 ? 1 : -1
  if (at < 1 || at > 2) return null
  const said = clauses
    .slice(0, at)
    .join('，')
    .slice(opening.length)
    .replace(/(?:的话|时|的时候)$/u, '')
    .replace(/^([^是]+)的$/u, '$1')
  if (said.length < 5 || said.length > 50 || said.includes('假设') || /[则就]|(?:需要|可以|想|不?行)$/u.test(said))
    return null
  if (WISH.test(said) || BARE.test(said) || clashes(said)) return null
  if (!standsAlone(said.replace(/^(?:[你您]|用户)/u, '用户'), true) && !acting(said)) return null
  const outcome = clauses.slice(at).join('，')
  if (outcome.length < 3 || /[吗呢]$|怎么办|怎么样|什么/u.test(outcome) || IN_MIND.test(outcome)) return null
  const start = `${opening === '一旦' || opening === '只要' ? opening : '如果'}${said}`
  if (/^(?:那么|则|就)?(?:说明|表示|表明|意味着|证明)/u.test(outcome))
    return asked([`${start}，说明什么？`, `${start}，意味着什么？`], 0.9)
  if (/^(?:称为|称作|叫做|那么我|则称|就称|则为)/u.test(outcome)) return null
  if (ADVICE.test(outcome) && !ASSESSED.test(outcome)) {
    return /参考|参阅|阅读|读一|查看|联系|访问|咨询|点击|跳过|阅读|关注|加入|留言|反馈|提交|issue/u.test(outcome)
      ? null
      : asked([`${start}，应该怎么做？`, `${start}，该怎么办？`, `请说明${start}该怎么做。`], 0.86)
  }
  if (!HAPPENS.test(clauses[at] ?? '')) return null
  return asked(
    [`${start}，会怎么样？`, `${start}，会发生什么？`, `${start}，结果会怎样？`, `请说明${start}会怎么样。`],
    0.92,
  )
}

/** `X时会Y`. */
function atThatTime(clauses: readonly string[]): Match | null {
  const found = /^(.{4,30}?)(?:时|的时候)(?:就|也|便)?(?:会|将会|将|就会)(.{3,})$/u.exec(clauses[0] ?? '')
  const said = found?.[1] ?? ''
  if (
    found === null ||
    said.startsWith('当') ||
    !standsAlone(said, true) ||
    /[同当届小及按定有这那平临随准暂不实超延何旧着著]$|如果|若|有/u.test(said)
  )
    return null
  return asked([`${said}时会怎么样？`, `${said}时会发生什么？`], 0.9)
}

/** A condition without a subject that tells of a doing: `使用代理`, `没有安装驱动`. */
function acting(said: string): boolean {
  return (
    VERBS.has(said.slice(0, 2)) ||
    /^(?:没有|没|未|不|无法|不能|想|要|需要|确需|把|将|在|对|从|给|已经?|曾|同时|多次|长期|长时间|一次)/u.test(said)
  )
}

/** What a condition may not hold: pointers; you may be spoken to. */
function clashes(said: string): boolean {
  return POINTING.test(said.replace(/[你您]/gu, '')) || /[：；“”？]/u.test(said)
}

/** `当X时，Y`. */
function whenever(clauses: readonly string[]): Match | null {
  const found =
    /^当(?!时|前|然|地|今|年|事|选|代|成|作|局|初|天|日|晚|中|下|且仅)(.{3,40}?)(?:时|的时候|之时|时候)$/u.exec(
      clauses[0] ?? '',
    )
  const said = found?.[1] ?? ''
  if (found === null || clauses.length < 2 || BARE.test(said) || clashes(said) || WISH.test(said)) return null
  if (!standsAlone(said.replace(/^[你您]/u, '用户'), true) && !acting(said)) return null
  const outcome = clauses.slice(1).join('，')
  if (/^(?:我|你|您)|[吗呢]$|什么|怎么/u.test(outcome) || outcome.length < 4) return null
  if (ADVICE.test(outcome)) return asked([`当${said}时，应该怎么做？`], 0.84)
  if (!HAPPENS.test(clauses[1] ?? '')) return null
  return asked([`当${said}时，会发生什么？`, `当${said}时，会怎么样？`, `请说明当${said}时会发生什么。`], 0.9)
}

/** `X会导致Y`. */
function leadsTo(clauses: readonly string[]): Match | null {
  const found =
    /^(.{2,24}?)(将会|就会|往往会|可能会|容易|往往|可能|可以|会|将|能|可)?(导致|引起|造成|引发|带来|致使)(了)?(.{2,})$/u.exec(
      clauses[0] ?? '',
    )
  if (found === null) return null
  const [, thing = '', modal = '', verb = '', done = '', outcome = ''] = found
  if (
    /^(?:的|后果|这|那|其他)|的(?:原因|因素|人|司机|问题|是)/u.test(outcome) ||
    /(?:所|的|由|主要|被|受|不|没有|未|已|从而|进而|也|都|还|并|且|而|是|以免|避免|防止|什么|因此|如果)$/u.test(thing)
  )
    return null
  if (
    /的$/u.test(outcome) ||
    /^已|已在|因|由|因为|由于|如果|当|通过|为|是|避免|防止|不会/u.test(thing) ||
    (!namesThing(thing, 24) && !standsAlone(thing))
  )
    return null
  const asks = done === '' && modal !== '' ? `${thing}会${verb}什么？` : `${thing}${verb}了什么？`
  return done === '' && modal === ''
    ? asked([`${thing}会${verb}什么${verb === '带来' ? '' : '后果'}？`], 0.86)
    : asked([asks], 0.9)
}

/** `X，因此Y`. */
function soThen(clauses: readonly string[]): Match | null {
  const [first = '', second = ''] = clauses
  const opening = /^(?:因此|所以|因而|于是|从而|以致)/u.exec(second)?.[0]
  if (opening === undefined || clauses.length > 3 || !standsAlone(first)) return null
  const outcome = second.slice(opening.length)
  if (/叫做|称为|叫作|称作|称之为|得名|[也亦又被]称|[也又]叫/u.test(outcome)) return null
  if (
    outcome.length < 4 ||
    /^(?:我|你|您|请|建议|这|称|被称|叫|又|也叫|需要|必须|应|可以|得名|可以看|说)/u.test(outcome)
  )
    return null
  return consequence(first, 0.87)
}

/** `X。因此，Y。` The answer is the second sentence. */
function resultOfBefore(statement: Statement, around: Around): Match | null {
  const { before } = around
  if (before === null || !/^(?:因此|所以|因而|结果|于是|由此)$/u.test(statement.connective) || before.connective !== '')
    return null
  const clauses = clausesOf(before.body)
  if (clauses.length > 2 || !standsAlone(clauses[0] ?? '') || before.body.length > 45 || POINTING.test(before.body))
    return null
  const [own = ''] = clausesOf(statement.body)
  if (!standsAlone(own) || /[吗呢什么]$/u.test(statement.body)) return null
  return { ...consequence(before.body, 0.84), question: [before] }
}

function consequence(clause: string, sure: number): Match {
  return asked([`${clause}，结果怎样？`, `${clause}，由此产生了什么结果？`], sure)
}
