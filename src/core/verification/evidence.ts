import type { PairCheck } from '#core/verification/check-pair'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'

/** Numbers, which are judged by themselves; one is a pronoun and 一 an article as often as not, and 十分 is an adverb. */
const SAYS_NUMBER =
  /\p{Nd}|(?!十分(?!钟|鐘)|[千万]万?[别別不要一]|四周)[二三四五六七八九十百千万萬两兩半](?=\P{L}|$|[〇零一二三四五六七八九十百千万亿萬億年月日号號时時点點分秒小个個天周週岁歲元块塊角倍成米公升克斤吨噸度层層楼樓次位名人只条條座家箱份张張本册])|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|dozen|half|once|twice)\b/iu
/** What is asked for is gathered from a whole text. */
const SUMS_UP =
  /\b(?:summari[sz]e|sum up|summary|outline|in (?:one|two|three|a few) (?:or \w+ )?sentences)\b|概括|总结|總結|归纳|歸納|概述|梗概|(?:简述|簡述|复述|複述)/iu
/** Units of a text that are read. */
const READ = 8_000

/**
 * Whether the pair says where in the passage it comes from, and the place exists (rules CHECK6, CHECK7). Words of its own
 * are no fault of a pair: a place that agrees well enough passes as a quotation does, and what reckons or sums up needs none.
 */
export const evidence: PairCheck = {
  name: 'evidence',
  judge({ instruction, response, evidence: ranges }, { passageText, thresholds = DEFAULT_THRESHOLDS }) {
    const outside = ranges.filter(
      range => range.start < 0 || range.end > passageText.length || range.start >= range.end,
    )
    if (outside.length > 0) return { result: 'fail', reason: 'evidence-not-in-passage' }
    const quoted = ranges.filter(range => range.how === 'quoted')
    if (quoted.length > 0) return { result: 'pass', reason: 'evidence-quoted', ranges: quoted }
    if (ranges.length === 0)
      return SAYS_NUMBER.test(response.slice(0, READ)) || SUMS_UP.test(instruction.slice(0, READ))
        ? { result: 'pass', reason: 'several-sentences' }
        : { result: 'doubt', reason: 'no-single-sentence' }
    const score = Math.max(...ranges.map(range => range.score ?? 0))
    const aligned = ranges.filter(range => (range.score ?? 0) >= thresholds.aligned)
    return aligned.length > 0
      ? { result: 'pass', reason: 'evidence-aligned', score, ranges: aligned }
      : { result: 'doubt', reason: 'evidence-nearest', score, ranges }
  },
}
