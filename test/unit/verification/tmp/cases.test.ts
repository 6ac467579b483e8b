import { it } from 'vitest'
import { CASES as C0 } from '../support-cases'
import { MORE_CASES } from '../more-cases'
const CASES = [...C0, ...MORE_CASES]
import { support } from '#core/verification/support'
import { createDuplicateIndex } from '#core/verification/duplicate-index'
it('cases', () => {
  let n = 0,
    bad = 0
  for (const { language, headings, passage, right, wrong } of CASES) {
    const judge = (i: string, r: string, rest: object) =>
      support.judge(
        {
          instruction: i,
          response: r,
          options: null,
          reasoning: null,
          task: 'comprehension',
          form: 'open',
          needsPassage: true,
          evidence: [],
          ...rest,
        },
        {
          passageText: passage,
          passageLanguage: language,
          passageHeadings: headings,
          detect: () => language,
          duplicates: createDuplicateIndex(),
          id: 'x',
        },
      )
    for (const [i, r, rest] of right) {
      n++
      const c = judge(i, r, rest ?? {})
      if (c.result !== 'pass') {
        bad++
        process.stdout.write(`FALSE ALARM ${c.result} ${c.reason} ${JSON.stringify(c.values)} | ${i} | ${r}\n`)
      }
    }
    for (const [f, i, r, rest] of wrong) {
      n++
      const c = judge(i, r, rest ?? {})
      const ok = c.result !== 'pass'
      if (!ok || process.env['ALL']) {
        if (!ok) bad++
        process.stdout.write(`${ok ? c.result : 'MISSED'} ${f} ${c.reason} ${JSON.stringify(c.values)} | ${i} | ${r}\n`)
      }
    }
  }
  process.stdout.write(`${n} cases, ${bad} bad\n`)
})
