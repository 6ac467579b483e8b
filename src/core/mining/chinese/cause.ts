import { clausesOf, namesThing, standsAlone } from '#core/mining/chinese/clause'
import { asked, type Around, type ChineseRule } from '#core/mining/chinese/rule'
import type { Match, Statement } from '#core/mining/family'

/** `cause`: why something is so. */
export const cause: ChineseRule = (statement, clauses, around) =>
  reasonFirst(clauses) ??
  reasonLast(clauses) ??
  statedReason(statement.body, clauses) ??
  broughtBy(clauses) ??
  therefore(clauses) ??
  nextSentence(statement, around)

/** A reason that is no reason. */
const EMPTY =
  /^(?:种种|各种|某种|某些|多种|诸多|一些|其他|多方面|历史|客观|主观|个人|自身|众所周知|技术)?(?:的)?(?:种种|各种)?(?:原因|因素|缘故|关系|条件|情况)$|^(?:是|有|没有?|不|为)$/u
const THEREFORE = /^(?:所以|因此|因而|故而?|于是|以致|致使|导致)/u

/** `由于C，E`、`因为C，所以E`. */
function reasonFirst(clauses: readonly string[]): Match | null {
  const opening = /^(?:由于|因为|正因为|正是由于|因)(?!此|而|素|果|子|数|特|式|人|地|材|故|缘|公|病)/u.exec(
    clauses[0] ?? '',
  )?.[0]
  if (opening === undefined || clauses.length < 2) return null
  const marked = clauses.findIndex((clause, i) => i > 0 && THEREFORE.test(clause))
  const plain =
    clauses.length === 2 ||
    (clauses.length < 5 && opening !== '因' && !/^(?:而|且|并|还|又|加上|同时|以及|再|也)/u.test(clauses[1] ?? ''))
  const at = marked > 0 ? marked : plain ? 1 : -1
  if (at < 1 || at > 3) return null
  const reason = clauses.slice(0, at).join('，').slice(opening.length)
  if (opening === '因' && /应|可以|有权|依法|由/u.test(clauses[at] ?? '')) return null
  if (
    /^(?:要是|如果|一旦|若|在|每)/u.test(reason) ||
    /[的时]$/u.test(clauses[0] ?? '') ||
    reason.length < 2 ||
    EMPTY.test(reason) ||
    /上述|这|此/u.test(reason)
  )
    return null
  return why((clauses[at] ?? '').replace(THEREFORE, ''), 0.93)
}

/** `E，是因为C`、`E，原因是C`、`S之所以V，是因为C`. */
function reasonLast(clauses: readonly string[]): Match | null {
  const at = clauses.findIndex(
    (clause, i) =>
      i > 0 &&
      /^(?:主要|正|就|大多|多半|往往|通常|一般|其|这|这主要)?(?:都)?(?:是因为|是由于|因为|由于|原因是|原因在于|主要原因是|根本原因是|其原因是|其原因在于|究其原因)/u.test(
        clause,
      ),
  )
  if (at < 1 || at > 2) return null
  const reason = clauses.slice(at).join('，')
  if (/^(?:这|其原因在于这)/u.test(reason) && at > 1) return null
  if (
    /^[^因由原]{0,4}(?:因为|由于|是|在于)(?:这|此|种种|各种|什么|上述|如此)/u.test(reason) ||
    /而是/u.test(reason) ||
    reason.length < 6
  )
    return null
  const said = clauses.slice(0, at)
  if (
    said.some(clause =>
      /^(?:如果|当|虽然|尽管|即使|只有|除非|由于|因为|不是|并不是|并非|而是)|不仅|不是因为|并不是/u.test(clause),
    )
  )
    return null
  const because = /^(.{1,20}?)之所以(.{2,40})$/u.exec(said.join('，'))
  if (because !== null) {
    const clause = `${because[1] ?? ''}${because[2] ?? ''}`
    return standsAlone(clause, true) ? questions(clause, 0.95) : null
  }
  if (/由于/u.test(clauses[at] ?? '') && !/是由于/u.test(clauses[at] ?? '') && at < clauses.length - 1) return null
  return at === 1 ? why(said[0] ?? '', 0.92) : null
}

/** `E的原因是C`. */
function statedReason(body: string, clauses: readonly string[]): Match | null {
  const first = clauses[0] ?? ''
  const found =
    /^(?:造成|导致|引起|产生)?(.{2,30}?)的(主要|根本|直接|重要|真正|最主要|首要)?原因(?:就)?(?:是|在于|主要是|主要有)(.{2,})$/u.exec(
      first,
    )
  if (found === null) return null
  const [, about = '', kind = '', reason = ''] = found
  if (
    /^(?:多方面|复杂|什么|不明|未知|不同|各种|很多|显而易见|多种多样|相同|一样|这|其|上述|如下|我|你|他)/u.test(
      reason,
    ) ||
    (reason.length < 3 && clauses.length < 2)
  )
    return null
  if (
    /^(?:另|第|最|一个|主要|重要|其|这|它|他|她|该|此|具体|根本|真正|背后|有|没有|之所以)|[这该此它他她其]/u.test(
      about,
    ) ||
    EMPTY.test(about) ||
    about.length < 3
  )
    return null
  const led = /^(?:造成|导致|引起|产生)/u.exec(body)?.[0] ?? ''
  const thing = `${led}${about}`
  if (led === '' && !standsAlone(about) && !namesThing(about, 30)) return null
  return asked([`${thing}的${kind}原因是什么？`, `请说明${thing}的${kind}原因。`], 0.95)
}

/** `N是由C引起的`. */
function broughtBy(clauses: readonly string[]): Match | null {
  const found =
    /^(.{2,20}?)(?:主要|通常|一般|往往|大多|多|常|可能|可)?(是由|由|是因|因)([^，]{2,40}?)(?:所)?(引起|导致|造成|诱发|引发|所致)的?(?:[\u4e00-\u9fff]{0,4}(?:病|症|疾病|灾害|现象))?$/u.exec(
      clauses[0] ?? '',
    )
  if (found === null) return null
  const [, thing = '', , by = '', verb = ''] = found
  if (/应|可以|承担|赔偿|有权|由/u.test(clauses[1] ?? '') || /指|时|因/u.test(thing)) return null
  if (
    !namesThing(thing) ||
    /[这该此它他她其]|^(?:什么|此|于|来)/u.test(by) ||
    /(?:理|自|缘|经|来|原|根|不|事)$/u.test(thing)
  )
    return null
  return asked(
    [`${thing}是由什么${verb === '所致' ? '引起' : verb}的？`, `什么会${verb === '所致' ? '引起' : verb}${thing}？`],
    0.92,
  )
}

/** `C，因此E`: told from the end. */
function therefore(clauses: readonly string[]): Match | null {
  const [first = '', second = ''] = clauses
  const opening = /^(?:因此|所以|因而)/u.exec(second)?.[0]
  if (opening === undefined || clauses.length > 3 || !standsAlone(first)) return null
  return why(second.slice(opening.length), 0.82)
}

const EXPLAINS = /^(?:这|其)?(?:主要|正|就)?(?:是因为|是由于|原因是|原因在于|的原因是)(?!这)/u

/** `E。这是因为C。` The answer is both sentences. */
function nextSentence(statement: Statement, around: Around): Match | null {
  const { next } = around
  if (next === null || !EXPLAINS.test(next.text)) return null
  const clauses = clausesOf(statement.body)
  if (clauses.length > 2 || (clauses.length === 2 && clauses.some(clause => clause.length > 20))) return null
  if (clauses.length === 2 && /^(?:如果|当|虽然|尽管|即使|但|而|却|不)/u.test(clauses[1] ?? '')) return null
  const found =
    clauses.length === 1
      ? why(clauses[0] ?? '', 0.92)
      : standsAlone(clauses[0] ?? '')
        ? questions(clauses.join('，'), 0.85)
        : null
  return found && { ...found, answer: [statement, next] }
}

function why(clause: string, sure: number): Match | null {
  if (/认为|指出|表示|声称|宣称|批评|相信|估计|预计|怀疑|主张|还(?![原款是])/u.test(clause)) return null
  return standsAlone(clause) &&
    !/^(?:不|没)|不是|而是|(?<!成)就(?![业职医诊读任餐])|吗|呢|什么|怎么|如何|为何|多少/u.test(clause)
    ? questions(clause, sure)
    : null
}

function questions(clause: string, sure: number): Match {
  return asked([`为什么${clause}？`, `为什么${clause}？`, `请说明为什么${clause}。`, `${clause}，原因是什么？`], sure)
}
