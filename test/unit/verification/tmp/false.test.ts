import { readFileSync, readdirSync } from 'node:fs'
import { it } from 'vitest'
import { mine } from '#test/unit/mining/mine'
import { checkDraft } from '#core/verification/checks'
import { createDuplicateIndex } from '#core/verification/duplicate-index'
import { createChunker } from '#core/documents/chunker'
import { sentences } from '#core/text/sentences'
it('false alarms of quick pairs', () => {
  const texts: [string, string | null][] = []
  for (const f of readdirSync('public/samples'))
    if (f.endsWith('.md')) texts.push([readFileSync(`public/samples/${f}`, 'utf8'), 'A title'])
  for (const f of readdirSync('test/fixtures/mining')) {
    const t = readFileSync(`test/fixtures/mining/${f}`, 'utf8')
    if (f.endsWith('.txt')) texts.push([t, null])
    if (f.endsWith('.jsonl'))
      for (const l of t.split('\n'))
        if (l) {
          const r = JSON.parse(l)
          texts.push([r.passage, r.title])
        }
  }
  for (const f of readdirSync('test/fixtures/chunking'))
    texts.push([readFileSync(`test/fixtures/chunking/${f}`, 'utf8'), null])
  const count: Record<string, number> = {}
  let pairs = 0
  for (const [text, title] of texts) {
    const language = /[\u4e00-\u9fff]{4}/u.test(text) ? ('zh' as const) : ('en' as const)
    for (let k = 0; k < text.length; k += 3000) {
      const part = text.slice(k, k + 3000)
      for (const seed of [1, 2, 3])
        for (const draft of mine(part, { title: title, first: k === 0, seed, language })) {
          pairs++
          for (const c of checkDraft(draft, {
            passageText: part,
            passageLanguage: language,
            detect: () => language,
            duplicates: createDuplicateIndex(),
            id: 'x',
            passageHeadings: title ? [title] : [],
          })) {
            if (c.result !== 'pass') {
              count[c.name + ' ' + c.result] = (count[c.name + ' ' + c.result] ?? 0) + 1
              if (count[c.name + ' ' + c.result] <= 40)
                process.stdout.write(
                  `${c.name} ${c.result} ${c.reason} ${JSON.stringify(c.values)} || ${draft.task} Q: ${draft.instruction} A: ${draft.response.slice(0, 200)}\n`,
                )
            }
          }
        }
    }
  }
  process.stdout.write(JSON.stringify({ pairs, count }) + '\n')
})
