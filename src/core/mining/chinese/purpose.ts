import { namesThing, POINTING, standsAlone } from '#core/mining/chinese/clause'
import { asked, type ChineseRule } from '#core/mining/chinese/rule'
import type { Match } from '#core/mining/family'

/** `purpose`: what something is for. */
export const purpose: ChineseRule = (_, clauses) =>
  usedFor(clauses) ??
  statedPurpose(clauses) ??
  inOrderTo(clauses) ??
  soThat(clauses) ??
  isFor(clauses) ??
  aimsAt(clauses)

const ADVERBS =
  '(?:主要|通常|一般|常|常常|可以|可|能|被|广泛|专门|专|只|仅|多|曾|曾经|也|最初|大量|普遍|经常|目前|现在|已|已经)*'
const USED = new RegExp(`^(.{2,22}?)${ADVERBS}(?:用于|用来|用以)(.{2,})$`, 'u')
const KIND_USED = new RegExp(`^${ADVERBS}(?:用于|用来|用以)(.{2,})$`, 'u')

/** `X用于Y`、`X是一种仪器，用于Y`. */
function usedFor(clauses: readonly string[]): Match | null {
  const [first = '', second = ''] = clauses
  const found = USED.exec(first)
  if (found !== null) {
    const [, thing = '', use = ''] = found
    if (
      !namesThing(thing) ||
      /^的|^(?:这|其|此)/u.test(use) ||
      /是|不|如果|当|把|将|的.{0,6}(?:可|被|多)$|[适作应运利使引善受惯]$/u.test(thing)
    )
      return null
    if (/的[^，]{1,6}$/u.test(use) && clauses.length > 1) return null
    if (/的[^的，]{1,8}(?:是|会|需要|必须|至少|应|被|可|有)/u.test(use)) return null
    return asked([`${thing}用来做什么？`, `${thing}有什么用途？`, `请说明${thing}的用途。`], 0.93)
  }
  const named = /^([^是，]{2,16}?)(?:[（(][^（）()]{1,40}[）)])?是(?:一[种个类款项套]|[^，]{2,24}的)/u.exec(first)?.[1]
  if (named === undefined || !namesThing(named) || !KIND_USED.test(second)) return null
  return asked([`${named}的用途是什么？`, `${named}有什么用途？`], 0.9)
}

/** `X的目的是Y`. */
function statedPurpose(clauses: readonly string[]): Match | null {
  const found =
    /^(.{2,26}?)的(主要|根本|最终|核心|首要|重要|基本)?(目的|作用|用途|功能|任务|目标|职责|宗旨|使命|初衷)(?:就|主要)?(?:是|在于)(.{3,})$/u.exec(
      clauses[0] ?? '',
    )
  if (found === null) return null
  const [, thing = '', kind = '', noun = '', goal = ''] = found
  if (!namesThing(thing, 26) && !standsAlone(thing)) return null
  if (
    POINTING.test(thing) ||
    /^(?:什么|不同|多方面|明确|一样|相同|显而易见|很大|有限|单一|一致|不可|非常|十分|类似|如何|怎|否)/u.test(goal)
  )
    return null
  return asked([`${thing}的${kind}${noun}是什么？`, `请说明${thing}的${kind}${noun}。`], 0.95)
}

const ADVISED =
  /^(?:请|可以|可|需要|需|应|应该|应当|建议|必须|要|最好|我们|你|您|推荐|尽量|务必|不妨|不要|切勿|还|也|就|才|都|只|便|已|已经|曾|会|能)/u

/** `为了P，E`. */
function inOrderTo(clauses: readonly string[]): Match | null {
  const goal = /^(?:为了|为)(.{2,30})$/u.exec(clauses[0] ?? '')?.[1]
  const act = clauses[1] ?? ''
  if (goal === undefined || POINTING.test(goal) || /^(?:什么|此|了|何|例|主|期|首|准|止|由|代价)/u.test(goal))
    return null
  if (!(clauses[0] ?? '').startsWith('为了') || clauses.length > 4) return null
  if (/是(?!否)|可以|能够|可能/u.test(act) || ADVISED.test(act) || !standsAlone(act) || /^(?:如果|当)/u.test(act))
    return null
  return forWhat(act, 0.9)
}

/** `E，以便P`. */
function soThat(clauses: readonly string[]): Match | null {
  const at = clauses.findIndex(
    (clause, i) =>
      i > 0 && /^(?:从而|以便|以期|以防|以免|以求|以供|目的是|其目的是|旨在|为的是|目的在于)(?:于)?.{2,}/u.test(clause),
  )
  if (at !== 1) return null
  const act = clauses[0] ?? ''
  if (
    /^从而/u.test(clauses[1] ?? '') ||
    (/^(?:如果|当|请|建议)|应|必须|需要|要求|请/u.test(act) && !/要静置|要晒/u.test(act))
  ) {
    if (!/^[\u4e00-\u9fff]{2,8}(?:需要|要|应|必须)/u.test(act) || /^从而/u.test(clauses[1] ?? '')) return null
  }
  return standsAlone(act) ? forWhat(act, 0.9) : null
}

/** `E是为了P`、`X是为了P而V的`. */
function isFor(clauses: readonly string[]): Match | null {
  const first = clauses[0] ?? ''
  const built = /^(.{2,20}?)(?:就|主要|最初)?是为了?(?!了|什么|期|主)(.{2,30}?)而(.{1,8})的$/u.exec(first)
  if (built !== null) {
    const [, thing = '', , verb = ''] = built
    return namesThing(thing)
      ? asked([`${thing}是为了什么而${verb}的？`, `${thing}是出于什么目的而${verb}的？`], 0.93)
      : null
  }
  const found = /^(.{4,36}?)(?:，)?(?:就|主要|都|正|也)?是为了(.{2,})$/u.exec(first)
  const act = found?.[1] ?? ''
  if (found === null || /^(?:这|那|一切|目的|做|这样|都|如此)|目的$|[这那它他她其此]|不$|并$|不[仅只单光]$/u.test(act))
    return null
  return standsAlone(act) ? asked([`${act}是为了什么？`, `${act}的目的是什么？`], 0.9) : null
}

/** `X旨在P`. */
function aimsAt(clauses: readonly string[]): Match | null {
  const found = /^(.{2,26}?)(?:的目的)?旨在(.{3,})$/u.exec(clauses[0] ?? '')
  const thing = found?.[1] ?? ''
  return found !== null && namesThing(thing, 26)
    ? asked([`${thing}的目的是什么？`, `${thing}旨在做什么？`], 0.92)
    : null
}

function forWhat(act: string, sure: number): Match {
  return asked([`${act}，目的是什么？`, `${act}是为了什么？`, `请说明${act}的目的。`], sure)
}
