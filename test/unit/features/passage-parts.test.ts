import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from '#features/passage-parts'

const TEXT = `# Fuel and flame
Coal braziers stood on the oldest towers.

Pine was plentiful but its resin coated the glass
with soot within an hour.

- oak
- pine`

describe('partsOf', () => {
  it('REVIEW8: keeps headings, paragraphs and lists apart', () => {
    expect(partsOf(TEXT, []).map(({ kind, level, start }) => [kind, level, TEXT.slice(start, start + 4)])).toEqual([
      ['heading', 1, '# Fu'],
      ['prose', 0, 'Coal'],
      ['prose', 0, 'Pine'],
      ['lines', 0, '- oa'],
    ])
  })

  it('REVIEW8: keeps fenced code whole, empty lines and comments with it', () => {
    const code = '```sh\n# not a heading\n\nnpm start\n```'
    expect(
      partsOf(`Run this:\n${code}\nThen wait.`, []).map(({ kind, stretches }) => [kind, stretches[0]?.text]),
    ).toEqual([
      ['prose', 'Run this:'],
      ['code', code],
      ['prose', 'Then wait.'],
    ])
    // A passage that begins inside code: what closes it opens nothing.
    expect(partsOf('x = 1\n```\nWords.\n```js\ny = 2\n```', []).map(({ kind }) => kind)).toEqual(['lines', 'code'])
  })

  it('REVIEW9: marks evidence by kind across blocks, the stronger over the weaker', () => {
    const start = TEXT.indexOf('towers')
    const blocks = partsOf(TEXT, [
      { start, end: TEXT.indexOf('coated'), how: 'nearest' },
      { start: TEXT.indexOf('plentiful'), end: TEXT.indexOf(' but'), how: 'quoted' },
    ])
    expect(blocks.map(block => block.marked)).toEqual([false, true, true, false])
    expect(blocks.flatMap(block => block.stretches).filter(stretch => stretch.how !== null)).toEqual([
      { text: 'towers.', how: 'nearest' },
      { text: 'Pine was ', how: 'nearest' },
      { text: 'plentiful', how: 'quoted' },
      { text: ' but its resin ', how: 'nearest' },
    ])
  })

  it('REVIEW18: what a check points at is told apart from evidence, the worst first, also inside of it', () => {
    const [start, end] = [TEXT.indexOf('Pine'), TEXT.indexOf('.\n\n- oak')]
    const soot = TEXT.indexOf('soot')
    const blocks = partsOf(
      TEXT,
      [{ start, end, how: 'quoted' }],
      [
        { start: soot, end: soot + 4, result: 'fail', lit: false },
        { start: soot, end: soot + 8, result: 'doubt', lit: true },
        { start: 0, end: 9, result: 'pass', lit: false },
      ],
    )
    const stretches = blocks.flatMap(block => block.stretches)
    expect(stretches.filter(stretch => stretch.flag !== undefined)).toEqual([
      { text: 'soot', how: 'quoted', flag: { result: 'fail', lit: true } },
      { text: ' wit', how: 'quoted', flag: { result: 'doubt', lit: true } },
    ])
    expect(blocks.every(({ from, stretches: [first] }) => TEXT.startsWith(first?.text ?? '', from))).toBe(true)
  })

  it('REVIEW8: loses no word of any text, whatever is marked', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '#', '-', '灯', '|', '\r\n', '<b>', '```', '~~~') })
    const evidence = fc.array(
      fc.record({
        start: fc.integer({ min: -5, max: 40 }),
        end: fc.integer({ min: -5, max: 60 }),
        how: fc.constantFrom('quoted' as const, 'fuzzy' as const, 'nearest' as const),
      }),
      { maxLength: 4 },
    )
    const flags = fc.array(
      fc.record({
        start: fc.integer({ min: -5, max: 40 }),
        end: fc.integer({ min: -5, max: 60 }),
        result: fc.constantFrom('fail' as const, 'doubt' as const, 'pass' as const),
        lit: fc.boolean(),
      }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(text, evidence, flags, (passage, ranges, pointed) => {
        const drawn = partsOf(passage, ranges, pointed)
          .map(block => '#'.repeat(block.level) + block.stretches.map(stretch => stretch.text).join(''))
          .join('')
        expect(drawn.replace(/\s/g, '')).toBe(passage.replace(/\s/g, ''))
      }),
    )
  })
})
