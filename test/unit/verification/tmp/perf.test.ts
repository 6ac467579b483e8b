import { readFileSync } from 'node:fs'
import { it } from 'vitest'
import { CASES } from '../support-cases'
import { support } from '#core/verification/support'
import { leak } from '#core/verification/leak'
import { choice } from '#core/verification/choice'
import { createDuplicateIndex } from '#core/verification/duplicate-index'
import type { PairCheck } from '#core/verification/check-pair'
it('perf', () => {
  const en = readFileSync('public/samples/lighthouses.md', 'utf8').slice(0, 2400),
    zh = readFileSync('public/samples/tea.zh.md', 'utf8').slice(0, 900)
  const time = (name: string, check: PairCheck, n: number, passage: string, language: 'en' | 'zh', pairs: any[]) => {
    const run = (n: number) => {
      const t = performance.now()
      for (let k = 0; k < n; k++) {
        const [i, r] = pairs[k % pairs.length]
        const p = passage + String(Math.floor(k / 8) % 1000)
        check.judge(
          {
            instruction: i,
            response: r,
            options: null,
            reasoning: null,
            task: 'x',
            form: 'open',
            needsPassage: true,
            evidence: [],
          },
          {
            passageText: p,
            passageLanguage: language,
            passageHeadings: ['A'],
            detect: () => language,
            duplicates: createDuplicateIndex(),
            id: 'x',
          },
        )
      }
      return performance.now() - t
    }
    run(2000)
    const t = run(n)
    process.stdout.write(`${name} ${language}: ${((t / n) * 1000).toFixed(1)} us/pair\n`)
  }
  const enP = [...CASES[0]!.right, ...CASES[0]!.wrong.map(([, ...r]) => r)],
    zhP = [...CASES[2]!.right, ...CASES[2]!.wrong.map(([, ...r]) => r)]
  enP.push([
    'Why did the first keepers burn oak?',
    'The first keepers burned oak because the resin of the plentiful pine coated the glass of the lantern with soot within an hour, although oak had to be carried from forty miles inland.',
  ])
  time('support', support, 16000, CASES[0]!.passage + en, 'en', enP)
  time('support', support, 16000, CASES[2]!.passage + zh, 'zh', zhP)
  time('support short', support, 16000, CASES[0]!.passage, 'en', enP)
  time('support short', support, 16000, CASES[2]!.passage, 'zh', zhP)
  time('leak', leak, 16000, en, 'en', enP)
  time('leak', leak, 16000, zh, 'zh', zhP)
  time('choice', choice, 16000, en, 'en', enP)
  const units = [
    'a',
    '1',
    '1,',
    '1.',
    '1 000 ',
    '-1',
    '三',
    '十',
    '半',
    '三分之',
    'The ',
    'A of ',
    'twenty ',
    'one and ',
    'not ',
    '不',
    '“',
    '《',
    '"a" ',
    '“a” ',
    'the passage ',
    '根据',
    '本文',
    '，',
    '. ',
    '1/',
    '4 March ',
    '1821-',
    '1821年',
    '3月',
    '$1 ',
    '½',
    '𝟏',
    '٣',
    'A. ',
    'A-',
    ' ',
    '\n',
    '- ',
    'a,',
    'and ',
    'ab12 ',
    'é',
    'according to the ',
    '李教授',
    '北京',
    '大学',
    '作者',
  ]
  let worst = 0
  for (const u of units)
    for (const where of ['instruction', 'response', 'passage', 'all', 'options'])
      for (const [name, check] of [
        ['support', support],
        ['leak', leak],
        ['choice', choice],
      ] as const) {
        const big = u.repeat(Math.ceil(1_000_000 / u.length))
        const w = (x: string, d: string) => (where === x || where === 'all' ? big : d)
        const t = performance.now()
        check.judge(
          {
            instruction: w('instruction', 'How many keepers lived in Oslo?'),
            response: w('response', 'Five keepers lived 20 miles from Bergen.'),
            options: where === 'options' ? [big, big + 'x', 'b'] : null,
            reasoning: null,
            task: 'x',
            form: 'open',
            needsPassage: true,
            evidence: [],
          },
          {
            passageText: w('passage', CASES[0]!.passage),
            passageLanguage: 'en',
            detect: () => 'en',
            duplicates: createDuplicateIndex(),
            id: 'x',
          },
        )
        const d = performance.now() - t
        if (d > worst) worst = d
        if (d > 25) process.stdout.write(`${name} ${where} ${JSON.stringify(u)} ${d.toFixed(0)} ms\n`)
      }
  process.stdout.write(`worst ${worst.toFixed(0)} ms\n`)
}, 300000)
