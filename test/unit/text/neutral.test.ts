import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagsIn } from '#core/synthesis/wire/tags'
import { neutralText, restoredText } from '#core/text/neutral'
import { runs } from '#test/support/runs'

const TEXTS = runs(20_000, 10_000)

const MARKERS = [
  ...['<QUE>', '<ANS>', '<SRC>', '</END>', '<END>', '</CON>', '<que>', '< / end >', '＜QUE＞', '<ＱＵＥ>', '</think>'],
  ...[
    '<|im_end|>',
    '<|im_start|>',
    '<|eot_id|>',
    '<|start_header_id|>',
    '<|endoftext|>',
    '<|user|>',
    '<｜User｜>',
    '<turn|>',
  ],
  ...[
    '<s>',
    '</s>',
    '<bos>',
    '<eos>',
    '<pad>',
    '<unk>',
    '<start_of_turn>',
    '<end_of_turn>',
    '<unused12>',
    '<tool_call>',
  ],
  ...['[INST]', '[/INST]', '<<SYS>>', '<</SYS>>', '[TOOL_CALLS]', '[|assistant|]', '[SYSTEM_PROMPT]'],
]
const ZERO_WIDTH = '\u200B'

describe("markers in a person's text", () => {
  it.each(MARKERS)('PROMPT8: %s is plain text to a model and to the parser', marker => {
    const neutral = neutralText(`before ${marker} after`)
    expect(neutral).not.toContain(marker)
    expect(neutral.replaceAll(ZERO_WIDTH, '')).toBe(`before ${marker} after`)
    expect(tagsIn(neutral, 'tolerant')).toEqual([])
    expect(restoredText(neutral)).toBe(`before ${marker} after`)
  })

  it.each([
    'a < b and c > d',
    '<div class="x">',
    'x[0] = [1, 2]',
    'f <- function',
    '<Span>',
    '[link](url)',
    'if (a<s) b',
  ])('PROMPT8: %s stays as it is', text => {
    expect(neutralText(text)).toBe(text)
  })

  const piece = fc.oneof(
    fc.constantFrom(...MARKERS, ZERO_WIDTH, '<', '[', '|', '>', '/', 'QUE', 'INST]', 'im_end', '$&', '$$', ' '),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const soup = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(''))

  it(
    'PROMPT9: every text comes back exactly, also what was neutral before and what is cut out of it',
    () => {
      fc.assert(
        fc.property(soup, soup, (a, b) => {
          const neutral = neutralText(a)
          expect(restoredText(neutral)).toBe(a)
          expect(tagsIn(neutral, 'tolerant')).toEqual([])
          expect(/<[|｜]|\[\/?INST\]|<\/?s>/iu.test(neutral)).toBe(false)
          expect(restoredText(restoredText(neutralText(neutral)))).toBe(a)
          expect(restoredText(`${neutral}\n${neutralText(b)}`)).toBe(`${a}\n${b}`)
        }),
        { numRuns: TEXTS.numRuns },
      )
    },
    TEXTS.limitMs,
  )

  it.each(['<', '[', '< ', '<|', `<${ZERO_WIDTH}`, '<QUE', 'a', '</', '[/'])('PROMPT8: time is linear in %j', unit => {
    const text = unit.repeat(Math.ceil(500_000 / unit.length))
    const start = performance.now()
    expect(restoredText(neutralText(text))).toBe(text)
    expect(performance.now() - start).toBeLessThan(1_500)
  })
})
