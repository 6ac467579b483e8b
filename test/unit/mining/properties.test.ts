import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAMILIES } from '#core/mining/families'
import type { Draft } from '#core/synthesis/pair'
import { mine } from '#test/unit/mining/mine'
import { labelsOf } from '#test/unit/mining/score-labels'

const SENTENCE_FAMILIES = ['definition', 'cause', 'effect', 'purpose', 'means']
const WRAPS: readonly ((text: string) => string)[] = [
  text => text,
  text => `**${text}**`,
  text => text.replace(/ (\S+)/u, ' [$1](http://a.example/x)'),
  text => text.replace(/[.。]$/u, match => ` [3]${match}`),
  text => `- ${text}`,
  text => `> ${text}`,
  text => `\`\`\`\n${text}\n\`\`\``,
  text => `# A heading of its own\n\n${text}`,
]

/** Passages put together from labelled ones, wrapped in markup of every kind. */
function passages(language: 'en' | 'zh'): fc.Arbitrary<string> {
  const texts = FAMILIES.flatMap(({ name }) => labelsOf(language, name, 'both').map(({ passage }) => passage))
  const part = fc
    .tuple(fc.constantFrom(...texts), fc.constantFrom(...WRAPS))
    .map(([text, wrap]) => (text.includes('\n') ? text : wrap(text)))
  return fc.array(part, { minLength: 1, maxLength: 8 }).map(parts => parts.join('\n\n'))
}

/** Letters and digits alone, so that markup and line ends make no difference. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\]\([^)]*\)|\[\d+\]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

function check(text: string, drafts: readonly Draft[]): void {
  for (const { name } of FAMILIES) expect(drafts.filter(({ task }) => task === name).length).toBeLessThanOrEqual(2)
  const sentences = drafts.filter(({ task }) => SENTENCE_FAMILIES.includes(task)).flatMap(({ evidence }) => evidence)
  for (const [i, a] of sentences.entries())
    for (const b of sentences.slice(i + 1)) expect(a.end <= b.start || b.end <= a.start, 'a shared sentence').toBe(true)
  for (const { evidence, form, instruction, response, task } of drafts) {
    expect(evidence.length).toBeGreaterThan(0)
    for (const { end, how, start } of evidence) {
      expect(how).toBe('quoted')
      expect(start >= 0 && start < end && end <= text.length).toBe(true)
    }
    const source = bare(evidence.map(({ end, start }) => text.slice(start, end)).join(' '))
    const said =
      task === 'title' && /^(?:A fitting|合适)/u.test(response) ? (/“(.*)”/u.exec(response)?.[1] ?? '') : response
    for (const piece of form === 'steps'
      ? said.split('\n').map(line => line.replace(/^\d+\. /u, ''))
      : said.split(/[.!?。！？] ?/u))
      if (bare(piece) !== '') expect(source.includes(bare(piece)) || bare(text).includes(bare(piece)), piece).toBe(true)
    expect(`${instruction}${response}`).not.toMatch(/[#*|\\<>[\]{}~^]|\]\(|:\/\/|``/u)
    expect(response).toMatch(/[.!?。！？][”"’)）」』]*$/u)
    expect(instruction).toMatch(/[.?。？”]$/u)
    // What a title is asked for is quoted; there, `this` has what it points to beside it.
    expect(instruction.replace(/“.*”/su, '')).not.toMatch(/\b(?:this|these)\b|[这该]/iu)
  }
}

describe('any passage', () => {
  it.each(['en', 'zh'] as const)(
    'MINE5, MINE6, MINE14, MINE15: every pair of %s is whole, clean and in its place',
    language => {
      fc.assert(
        fc.property(passages(language), fc.integer(), (text, seed) => {
          check(text, mine(text, { language, first: true, seed }))
        }),
        { numRuns: 150 },
      )
    },
  )

  it('MINE17: the same seed writes the same pairs, byte for byte', () => {
    fc.assert(
      fc.property(passages('en'), fc.integer(), (text, seed) => {
        expect(JSON.stringify(mine(text, { seed }))).toBe(JSON.stringify(mine(text, { seed })))
      }),
      { numRuns: 60 },
    )
  })

  it('MINE5: any string at all is read without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('en' as const, 'zh' as const),
        (text, language) => {
          check(text, mine(text, { language, first: true }))
        },
      ),
      { numRuns: 300 },
    )
  })

  const LONG = 100_000
  it.each([
    ['one word', 'a'],
    ['blanks', ' '],
    ['brackets', '['],
    ['images', '!['],
    ['asterisks', '* '],
    ['backticks', '` '],
    ['tags', '<b '],
    ['colons', ':'],
    ['dots', '.'],
    ['hashes', '# '],
    ['because', 'The mill closed because '],
    ['is a', 'x is a '],
    ['whole sentences', 'Zorvane fell because rain came. '],
    ['capitals', 'Axe is a tool that cuts. Bow is a tool that shoots. '],
    ['quotes', '“('],
    ['commas', '由于雨，'],
    ['Chinese sentences', '由于下雨，比赛被取消了。'],
    ['lines', 'word\n'],
    ['items', '1. do it now\n'],
    ['headings', '# Heading of it\n\nText of the heading. \n\n'],
  ])('MINE20: 100 kB of %s take no longer than twice as much of half would', (_, unit) => {
    const text = unit.repeat(Math.ceil(LONG / unit.length))
    const language = /[\u4e00-\u9fff]/u.test(unit) ? 'zh' : 'en'
    const time = (length: number): number => {
      const start = process.hrtime.bigint()
      mine(text.slice(0, length), { language, first: true })
      return Number(process.hrtime.bigint() - start) / 1e6
    }
    time(LONG / 8)
    // A quadratic pattern needs seconds here; the rest is slack for a busy machine.
    expect(Math.min(time(LONG), time(LONG))).toBeLessThan(Math.max(400, Math.min(time(LONG / 4), time(LONG / 4)) * 9))
  })
})
