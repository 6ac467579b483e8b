import { JUDGES } from '#core/verification/support'
import { factsOf } from '#core/verification/support/passage-facts'
import { readPair } from '#core/verification/support/pair-facts'
import { standsVerbatim } from '#core/verification/support/verbatim'
import { loadDetectLanguage } from '#files/language'
import { isRight, type Judged, judgeLabelledSet } from '#test/support/confusion'
import { type LabelledSet, labelledPassages } from '#test/support/labelled-set'

/** What one rule said of the pairs of the opened sets. */
interface Row {
  readonly rule: string
  /** Right pairs that it held back, and those of them that nothing else did. */
  right: string[]
  rightAlone: string[]
  /** Wrong pairs that it held back, and those of them that nothing else did. */
  wrong: string[]
  wrongAlone: string[]
}

/** A tally of all rules, and what each judge of support takes. */
export interface Tally {
  readonly right: number
  readonly wrong: number
  readonly rows: readonly Row[]
  /** Microseconds a pair, over all pairs that do not stand word for word in their passages. */
  readonly took: readonly (readonly [judge: string, microseconds: number])[]
}

/** The set that is only counted is not among them. */
const OPENED: readonly LabelledSet[] = ['first', 'fresh', 'varied', 'fourth', 'fifth', 'sixth', 'seventh']
const TIMES = 5

/**
 * Whether rules earn their place: for each judge of support and each reason of another check, how many right and wrong
 * pairs of the opened sets it holds back, and how many would be ready without it.
 */
export async function tally(sets: readonly LabelledSet[] = OPENED): Promise<Tally> {
  const detect = await loadDetectLanguage()
  const judged = (await Promise.all(sets.map(set => judgeLabelledSet(detect, set)))).flat()
  const rows = new Map<string, Row>()
  const took = new Map<string, number>()
  let asked = 0
  for (const one of judged) {
    const text = textOf(one)
    const language = detect(text.slice(0, 1024))
    const hits = one.checks
      .filter(({ name, result }) => name !== 'support' && result !== 'pass')
      .map(({ name, reason }) => `${name}: ${reason}`)
    if (!standsVerbatim(one.draft, text, [])) {
      asked += 1
      const facts = factsOf(text, [], language)
      const pair = readPair(one.draft, facts, language)
      for (const judge of JUDGES) {
        const started = performance.now()
        for (let i = 1; i < TIMES; i++) judge(facts, pair)
        const reasons = new Set(judge(facts, pair).map(({ reason }) => reason))
        took.set(judge.name, (took.get(judge.name) ?? 0) + performance.now() - started)
        if (reasons.size > 0) hits.push(`${judge.name}: ${[...reasons].join(', ')}`)
      }
    }
    note(rows, one, new Set(hits))
  }
  return {
    right: judged.filter(isRight).length,
    wrong: judged.filter(one => !isRight(one)).length,
    rows: [...rows.values()].sort((a, b) => b.rightAlone.length - a.rightAlone.length || (a.rule < b.rule ? -1 : 1)),
    took: [...took].map(([judge, ms]) => [judge, (ms * 1000) / TIMES / asked] as const).sort((a, b) => b[1] - a[1]),
  }
}

function textOf({ language, pair, set }: Judged): string {
  return labelledPassages(language === 'zh' ? 'zh' : 'en', set).get(pair.passage)?.text ?? ''
}

function note(rows: Map<string, Row>, one: Judged, rules: ReadonlySet<string>): void {
  const { id, label, instruction, response } = one.pair
  const line = `${id} ${label} · ${instruction} · ${response}`
  for (const rule of rules) {
    const row = rows.get(rule) ?? { rule, right: [], rightAlone: [], wrong: [], wrongAlone: [] }
    rows.set(rule, row)
    const [all, alone] = isRight(one) ? [row.right, row.rightAlone] : [row.wrong, row.wrongAlone]
    all.push(line)
    if (rules.size === 1) alone.push(line)
  }
}
