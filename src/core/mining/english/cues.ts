import type { SentenceFamily, Statement } from '#core/mining/family'

/** Verbs that an aim opens with, behind `to`. */
export const AIMS =
  'prevent|avoid|ensure|reduce|protect|improve|keep|make sure|help|minimize|minimise|maximize|maximise|facilitate|support|detect|remove|maintain|preserve|prepare|hold back|stop|hide|secure|guarantee|save|compensate|limit|control|provide|give|allow|enable|strengthen|celebrate|commemorate|honour|honor|mark|attract|promote|encourage|raise|defend|discourage|simplify|accommodate|combat|fight|counter|deter|ease|relieve|treat|cure|warn|block|filter|measure|test|store|show|indicate|distinguish|identify|carry|cool|heat|separate'

/** What words a sentence must hold for a family to find anything; looking for all of them at once is far cheaper than trying rules. */
const CUES: { readonly [family in Exclude<SentenceFamily, 'definition'>]: string } = {
  cause:
    'because|due to|owing to|account of|thanks to|result|results|resulted|caused|reason|cause of|stem|stems|stemmed|arise|arises|arose',
  effect:
    'if|when|whenever|once|lead|leads|led|cause|causes|caused|result|results|resulted|give rise|gives rise|gave rise|bring about|brings about|brought about|trigger|triggers|triggered|so|therefore|consequently|thus|hence|because',
  purpose:
    'used|designed|intended|meant|built|made|created|developed|set up|established|founded|introduced|constructed|planned|invented|purpose|aim|aims|aimed|goal|objective|function|role|job|task|mission|serve|serves|served|help|helps|seek|seeks|sought|allow|allows|allowed|enable|enables|enabled|order to|so that',
  means: 'by|using|means of|use of|help of|aid of|via|way',
}

/** One bit a family. */
const BIT = { cause: 1, effect: 2, purpose: 4, means: 8 } as const

const MASKS = new Map<string, number>()
for (const family of ['cause', 'effect', 'purpose', 'means'] as const)
  for (const cue of CUES[family].split('|')) MASKS.set(cue, (MASKS.get(cue) ?? 0) | BIT[family])

for (const aim of AIMS.split('|')) MASKS.set(`to ${aim}`, BIT.purpose)

// Sorted, so that cues with the same beginning share it; longer ones first, so that `cause of` is not found as `cause`.
const ANY = new RegExp(`\\b(?:${[...MASKS.keys()].sort((a, b) => (a < b ? 1 : -1)).join('|')})\\b`, 'gu')

/**
 * Whether a family may find something in a statement with these cues. Some rules need none: an answer that explains the sentence
 * before, a leading connective, a goal that opens the sentence.
 */
export function worthTrying(
  family: SentenceFamily,
  mask: number,
  statement: Statement,
  next: Statement | null,
): boolean {
  if (family === 'definition' || (mask & BIT[family]) !== 0) return true
  if (family === 'cause') return next !== null
  if (family === 'effect') return statement.connective !== ''
  return family === 'means' && /^(?:to|in order to|if you) /u.test(statement.lower)
}

/** The families that a sentence in small letters may hold something for, as bits. */
export function cuesOf(lower: string): number {
  let mask = 0
  ANY.lastIndex = 0
  for (let found = ANY.exec(lower); found !== null && mask < 15; found = ANY.exec(lower))
    mask |= MASKS.get(found[0]) ?? 0
  return mask
}
