import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mine } from '#test/unit/mining/mine'
import { choice } from '#core/verification/choice'
import { leak } from '#core/verification/leak'
import { support } from '#core/verification/support'
import { judgement } from './judged'

const PIECE = 3_000

function texts(): string[] {
  const samples = readdirSync('public/samples').filter(name => name.endsWith('.md'))
  const labelled = readdirSync('test/fixtures/mining').filter(name => name.endsWith('.jsonl'))
  return [
    ...samples.map(name => readFileSync(`public/samples/${name}`, 'utf8')),
    ...['prose-en.txt', 'prose-zh.txt'].map(name => readFileSync(`test/fixtures/mining/${name}`, 'utf8')),
    ...labelled.flatMap(name =>
      readFileSync(`test/fixtures/mining/${name}`, 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => passageOf(JSON.parse(line))),
    ),
  ]
}

function passageOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'passage' in row ? String(row.passage) : ''
}

describe('pairs that rules write from their passage', () => {
  it('LEAK1 to LEAK4, CHOICE1, SUPPORT1 to SUPPORT26: at most one in a hundred is doubted', () => {
    const doubted: string[] = []
    let pairs = 0
    for (const text of texts()) {
      for (let at = 0; at < text.length; at += PIECE) {
        const passageText = text.slice(at, at + PIECE)
        const passageLanguage = /[\u4e00-\u9fff]{4}/u.test(passageText) ? 'zh' : 'en'
        for (const draft of mine(passageText)) {
          pairs += 1
          for (const check of [choice, leak, support].filter(({ applies }) => applies?.(draft) !== false)) {
            const { result, reason } = judgement(check, draft, { passageText, passageLanguage })
            if (result !== 'pass') doubted.push(`${reason}: ${draft.instruction} → ${draft.response}`)
          }
        }
      }
    }
    expect(pairs).toBeGreaterThan(250)
    expect(doubted.slice(0, Math.floor(pairs / 100))).toEqual(doubted)
  })
})
