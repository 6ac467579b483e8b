import type { Rounding } from '#core/verification/support/quantity'
import type { Token } from '#core/verification/support/tokens'

const ABOUT: ReadonlySet<string> = new Set(
  'about around roughly approximately approx circa some ca c ~ 约 概 逾 莫'.split(' '),
)
const UNDER: ReadonlySet<string> = new Set('nearly almost under 近 乎 足'.split(' '))
/** 不到, 低于 and 高于, before 到 or 于. */
const LESS: ReadonlySet<string> = new Set('不低少小')
const MORE_THAN: ReadonlySet<string> = new Set('高多大')
const OVER: ReadonlySet<string> = new Set('over above exceeding beyond 过 超'.split(' '))

/** How the words beside a number say that it is rounded (SUPPORT5): about, over, 不到, 左右. `next` is the index behind it. */
export function roundingAt(tokens: readonly Token[], i: number, next: number): Rounding | null {
  const before = tokens[i - 1]?.word ?? ''
  const earlier = tokens[i - 2]?.word ?? ''
  if (ABOUT.has(before) || (before === 'to' && earlier === 'close') || before === '≈') return 'about'
  if (before === 'than' || (before === 'least' && earlier === 'at'))
    return earlier === 'more' || earlier === 'least' || before === 'least' ? 'over' : 'under'
  if (OVER.has(before)) return 'over'
  if ((before === '到' || before === '于') && LESS.has(earlier)) return 'under'
  if (before === '于' && MORE_THAN.has(earlier)) return 'over'
  if (UNDER.has(before)) return 'under'
  for (let at = i + 1; at <= next + 1; at += 1) {
    const text = tokens[at]?.text ?? ''
    const behind = tokens[at + 1]?.text
    if ((text === '左' && behind === '右') || (text === '上' && behind === '下')) return 'about'
    if ((text === '以' && behind === '上') || text === '多' || text === '余') return 'over'
    if (tokens[at]?.word === 'or' && tokens[at + 1]?.word === 'so') return 'about'
  }
  return null
}
