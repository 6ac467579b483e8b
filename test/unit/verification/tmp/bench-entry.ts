import { readFileSync } from 'node:fs'
import { CASES } from '../support-cases'
import { support } from '#core/verification/support'
import { leak } from '#core/verification/leak'
import { readPassage } from '#core/verification/support/passage-facts'
const en = readFileSync('public/samples/lighthouses.md', 'utf8').slice(0, 2400),
  zh = readFileSync('public/samples/tea.zh.md', 'utf8').slice(0, 900)
const ctx: any = { detect: () => 'en', duplicates: null, id: 'x', passageHeadings: ['A'] }
const time = (name: string, check: any, n: number, passage: string, language: string, pairs: any[]) => {
  const run = (n: number) => {
    const t = process.cpuUsage().user / 1000
    for (let k = 0; k < n; k++) {
      const [i, r] = pairs[k % pairs.length]
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
        { ...ctx, passageText: passage + String(Math.floor(k / 8) % 1000), passageLanguage: language },
      )
    }
    return process.cpuUsage().user / 1000 - t
  }
  run(2000)
  const t = run(n)
  console.log(`${name} ${language}: ${((t / n) * 1000).toFixed(1)} us/pair`)
}
const P = (c: any) => [...c.right, ...c.wrong.map(([, ...r]: any) => r)]
time('support', support, 8000, CASES[0]!.passage + en, 'en', P(CASES[0]))
time('support', support, 8000, CASES[2]!.passage + zh, 'zh', P(CASES[2]))
for (const [n, t, l] of [
  ['en', CASES[0]!.passage + en, 'en'],
  ['zh', CASES[2]!.passage + zh, 'zh'],
] as const) {
  const t0 = process.cpuUsage().user / 1000
  for (let k = 0; k < 500; k++) readPassage(t + k, ['A'], l)
  console.log('readPassage', n, t.length, ((process.cpuUsage().user / 1000 - t0) / 500).toFixed(3), 'ms')
}
time('leak', leak, 8000, en, 'en', P(CASES[0]))
time('leak', leak, 8000, zh, 'zh', P(CASES[2]))
