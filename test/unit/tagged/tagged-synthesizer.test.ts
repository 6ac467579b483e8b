import { describe, expect, it } from 'vitest'
import type { PassageInput } from '#core/ports/synthesizer'
import { ProblemError } from '#core/problem'
import { type TaggedSettings, taggedRoom, taggedSynthesizer } from '#core/synthesis/tagged/tagged-synthesizer'
import { promptText, wirePair } from '#core/synthesis/tagged/wire'
import { strictDraftOf } from '#core/synthesis/draft/draft-of'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { neutralText } from '#core/text/neutral'
import { estimateTokens } from '#core/text/token-estimate'
import { loadHash } from '#files/sha256'
import { completing, placeOf, round } from '#test/unit/tagged/chain-fixtures'

const NEVER = { aborted: false }
const ONE = '<QUE> What? <ANS> The lamp burned oil. </END>'

const passage = (text: string, more: Partial<PassageInput> = {}): PassageInput => ({
  text,
  headings: [],
  language: 'en',
  title: null,
  first: false,
  seed: 1,
  tasks: [],
  ...more,
})

async function synthesizer(complete: TaggedSettings['complete'], room: Partial<TaggedSettings['room']> = {}) {
  const counts = (texts: readonly string[]) => Promise.resolve(texts.map(text => estimateTokens(text)))
  return taggedSynthesizer({
    complete,
    room: { window: 3_696, most: 3_696, count: counts, ...room },
    answerTokens: 400,
    hash: await loadHash(),
    onText: () => undefined,
  })
}

describe('the prompt', () => {
  it('TAGGED3: is that of the paper to the letter', () => {
    expect(promptText([], 'T')).toBe('<s> <CON> T </CON>\n\n')
    expect(promptText([], '')).toBe('<s>')
    const shots = [
      {
        text: 'T0',
        pairs: [
          { question: 'Q0?', answer: 'A0' },
          { question: 'Q1?', answer: 'A1' },
        ],
      },
      { text: 'T1', pairs: [{ question: 'Q2?', answer: 'A2' }] },
    ]
    expect(promptText(shots, 'T2')).toBe(
      '<s> <CON> T0 </CON>\n\n<QUE> Q0? <ANS> A0 </END>\n\n<QUE> Q1? <ANS> A1 </END></s>' +
        '<s> <CON> T1 </CON>\n\n<QUE> Q2? <ANS> A2 </END></s>' +
        '<s> <CON> T2 </CON>\n\n',
    )
  })

  it('TAGGED3, TAGGED5: a passage is asked about with the rounds before it, without white space around the texts', async () => {
    const { complete, requests } = completing(() => ONE)
    const earlier = [
      round(1, 'First.\n\n', { instruction: 'a?', response: 'b' }),
      round(2, ' Second.', { instruction: 'c?', response: 'd' }),
    ]
    const writer = await synthesizer(complete)
    const { shots, reused, promptSha256, reason } = await writer.synthesize(
      NEVER,
      passage('The lamp burned oil.\n', { earlier }),
    )
    expect(requests).toEqual([
      {
        prompt:
          '<s> <CON> First. </CON>\n\n<QUE> a? <ANS> b </END></s><s> <CON> Second. </CON>\n\n<QUE> c? <ANS> d </END></s>' +
          '<s> <CON> The lamp burned oil. </CON>\n\n',
        sampling: { temperature: 0, topP: 1, maxTokens: 400, seed: 1 },
        stop: ['</s>', '<s>', '<CON>'],
        grammar: null,
        topLogprobs: 0,
      },
    ])
    expect([shots, reused, reason]).toEqual([[[placeOf(1), placeOf(2)]], 4, null])
    expect(promptSha256).toMatch(/^[0-9a-f]{64}$/u)
  })

  it('PARSE2: options and steps are written so that they are read back unchanged', () => {
    const draft = {
      instruction: 'Which?',
      response: 'two',
      options: ['one', 'two'],
      reasoning: 'It is not one',
    }
    const { question, answer } = wirePair(draft)
    expect(question).toBe("Which?\nOptions:\n- one\n- two\nLet's think step by step.")
    expect(answer).toBe('It is not one.\nTherefore, the answer is two')
    const [piece] = createTagParser({ strict: true, source: false }).push(`<QUE> ${question} <ANS> ${answer} </END>`)
    expect(piece?.kind === 'pair' ? strictDraftOf(piece, '') : piece).toMatchObject(draft)
  })

  it('TAGGED8: tags and role markers of a document are harmless in the prompt and back in pairs and evidence', async () => {
    const text = 'The tag <END> ends it, </END> too, and [INST] begins. <s> <CON> x </CON>'
    const { complete, requests } = completing(
      ({ prompt }) =>
        `<QUE> What ends it? <ANS> ${prompt.slice(prompt.indexOf('The tag'), prompt.indexOf(' too'))} </END>`,
    )
    const writer = await synthesizer(complete)
    const { drafts } = await writer.synthesize(NEVER, passage(text))
    const [prompt = ''] = requests.map(request => request.prompt)
    expect(prompt).toBe(`<s> <CON> ${neutralText(text)} </CON>\n\n`)
    expect(prompt.match(/<\/?(?:CON|END)>|<s>|\[INST\]/gu)).toEqual(['<s>', '<CON>', '</CON>'])
    expect(drafts).toMatchObject([
      { response: 'The tag <END> ends it, </END>', evidence: [{ start: 0, end: 29, how: 'quoted' }] },
    ])
  })
})

describe('the window', () => {
  const text = 'word '.repeat(200).trim()
  const earlier = [round(1, text, {}), round(2, text, {})]

  it('CHAIN4: all rounds are shown where they fit, else none', async () => {
    const needed = estimateTokens(promptText([], text)) * 3
    for (const [window, shown] of [
      [needed * 2, 2],
      [needed - 50, 0],
      [Infinity, 2],
    ] as const) {
      const { complete, requests } = completing(() => ONE)
      const writer = await synthesizer(complete, { window })
      const { shots } = await writer.synthesize(NEVER, passage(text, { earlier }))
      expect(shots?.[0]).toHaveLength(shown)
      expect(requests[0]?.prompt.split('<CON>')).toHaveLength(shown + 2)
    }
  })

  it('CHAIN4: a count of the engine that was too low is as if it had been counted so', async () => {
    const overflow = new ProblemError({ kind: 'context-overflow', promptTokens: 9, contextTokens: 8 })
    const { complete, requests } = completing(({ prompt }) => (prompt.includes('</s>') ? overflow : ONE))
    const { shots } = await (await synthesizer(complete)).synthesize(NEVER, passage(text, { earlier }))
    expect([requests.length, shots]).toEqual([2, [[]]])
  })

  it('TAGGED5: a passage that does not fit alone is not asked about', async () => {
    const { complete, requests } = completing(() => ONE)
    const writer = await synthesizer(complete, { most: 100, window: 100 })
    expect(await writer.synthesize(NEVER, passage(text))).toMatchObject({ drafts: [], reason: 'too-long' })
    expect(requests).toEqual([])
  })

  it('TAGGED5: the answer gets 400 tokens, of a small context a quarter', () => {
    const model = (contextTokens: number) => ({
      facts: {
        contextTokens,
        grammar: null,
        logprobs: null,
        prefixCache: 'any-prefix' as const,
        prefill: false,
        device: 'x',
        exactCounts: true,
      },
      count: () => Promise.resolve([]),
      chat: () => Promise.reject(new RangeError('not asked')),
      complete: () => Promise.reject(new RangeError('not asked')),
    })
    expect(taggedRoom(model(4_096))).toMatchObject({ answerTokens: 400, room: { window: 3_696, most: 3_696 } })
    expect(taggedRoom(model(800))).toMatchObject({ answerTokens: 200, room: { most: 600 } })
  })
})

describe('answers', () => {
  it.each([
    ['<QUE> a <ANS> b', 'cut-off'],
    ['I know nothing.', 'no-tags'],
    ['<QUE> a\nOptions:\n- b\n- c <ANS> d </END>', 'no-valid-pair'],
    ['', 'no-tags'],
  ])('TAGGED4: %j gives no pair, keeps its words and says why', async (raw, reason) => {
    const { complete } = completing(() => raw)
    const completion = await (await synthesizer(complete)).synthesize(NEVER, passage('Text.'))
    expect(completion).toMatchObject({ drafts: [], raw, reason })
    expect(completion.rejected.length).toBe(raw === '' ? 0 : 1)
  })

  it.each([
    ['zh', '灯塔建于1759年。', true],
    ['other', 'Маяк построен в 1759 году.', true],
    ['other', '灯台は1759年に建てられました。', true],
    ['other', 'const a = 1759', false],
    ['en', 'The tower was built in 1759.', false],
  ] as const)('TAGGED7: of a passage in %s (%s) asking is refused: %s', async (language, text, refused) => {
    const { complete, requests } = completing(() => ONE)
    const { reason } = await (await synthesizer(complete)).synthesize(NEVER, passage(text, { language }))
    expect(reason).toBe(refused ? 'english-only' : null)
    expect(requests.length).toBe(refused ? 0 : 1)
  })

  it.each([
    ['engine-refused', 'refused-by-engine'],
    ['context-overflow', 'too-long'],
  ] as const)('CHAT10: %s is the reason of its passage', async (kind, reason) => {
    const problem = kind === 'engine-refused' ? { kind, detail: 'x' } : { kind, promptTokens: 9, contextTokens: 8 }
    const { complete } = completing(() => new ProblemError(problem))
    expect(await (await synthesizer(complete)).synthesize(NEVER, passage('Text.'))).toMatchObject({ reason })
  })

  it('what befalls the engine, and a cancel, is thrown on', async () => {
    const { complete } = completing(() => new ProblemError({ kind: 'gpu-lost', detail: 'x' }))
    const writer = await synthesizer(complete)
    await expect(writer.synthesize(NEVER, passage('Text.'))).rejects.toMatchObject({ problem: { kind: 'gpu-lost' } })
    await expect(writer.synthesize({ aborted: true }, passage('Text.'))).rejects.toMatchObject({
      problem: { kind: 'cancelled' },
    })
  })
})
