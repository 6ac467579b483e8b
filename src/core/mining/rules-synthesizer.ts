import { RULES } from '#core/mining/rules-request'
import { choose } from '#core/mining/choose'
import { chineseSentences } from '#core/mining/chinese/sentence-rules'
import { englishSentences } from '#core/mining/english/sentence-rules'
import { FAMILIES } from '#core/mining/families'
import type { Find } from '#core/mining/family'
import { lastLook } from '#core/mining/last-look'
import { read } from '#core/mining/reading'
import { sectionFinds } from '#core/mining/section'
import { sentenceFinds } from '#core/mining/sentence-finds'
import { titleFinds } from '#core/mining/title'
import type { Completion, PassageInput, Synthesizer } from '#core/ports/synthesizer'
import type { Draft } from '#core/synthesis/pair'
import { randomStream } from '#core/synthesis/random-stream'

/** Writes pairs by rules alone, without a model: the same passage and seed give the same pairs (rules MINE1 to MINE20). */
export const rulesSynthesizer = {
  name: RULES.name,
  version: RULES.version,
  synthesize: (cancel, passage) => {
    if (passage.language === 'other') return none('language-without-rules')
    if (cancel.aborted) return none('cancelled')
    const drafts = choose(findsOf(passage), passage.seed).map(find => draftOf(find, passage.seed))
    return drafts.length === 0 ? none('no-pattern') : { ...none(null), drafts }
  },
} as const satisfies Synthesizer

function none(reason: string | null): Completion {
  return { drafts: [], raw: null, reason, promptSha256: null, reused: null, attempts: 1, usage: null }
}

function findsOf(passage: PassageInput): Find[] {
  const wanted = new Set(
    FAMILIES.filter(
      family =>
        family.languages.includes(passage.language) &&
        (passage.tasks.length === 0 ? family.onByDefault : passage.tasks.includes(family.name)),
    ).map(family => family.name),
  )
  const reading = read(passage.text, passage.language)
  const sentences = sentenceFinds(passage.language === 'zh' ? chineseSentences : englishSentences, reading, wanted)
  const finds = [
    ...(wanted.has('title') ? titleFinds(reading, passage) : []),
    ...(wanted.has('section') ? sectionFinds(reading) : []),
    ...sentences,
  ]
  return finds.map(find => lastLook(find, passage.language)).filter(find => find !== null)
}

function draftOf(find: Find, seed: number): Draft {
  const stream = randomStream(seed, 'ask', find.task, find.answer)
  return {
    instruction: stream.pick(find.asks),
    response: find.answer,
    options: null,
    reasoning: null,
    task: find.task,
    form: find.form,
    needsPassage: find.needsPassage,
    evidence: find.evidence.map(range => ({ ...range, how: 'quoted' })),
  }
}
