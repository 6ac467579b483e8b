import { describe, expect, it } from 'vitest'
import { loadHash } from '#files/sha256'
import { ProblemError, problemOf } from '#core/problem'
import type { EngineProblem } from '#core/problem'
import type { PassageInput } from '#core/ports/synthesizer'
import { canonicalJson } from '#core/synthesis/canonical-json'
import { type ChatCompletion, chatSynthesizer } from '#core/synthesis/chat-synthesizer'
import type { Recipe } from '#core/synthesis/recipe'
import { mixed } from '#core/synthesis/recipes/mixed/recipe'
import { multipleChoice } from '#core/synthesis/recipes/multiple-choice/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { stepByStep } from '#core/synthesis/recipes/step-by-step/recipe'
import { yesNo } from '#core/synthesis/recipes/yes-no/recipe'
import { tagGrammar } from '#core/synthesis/wire/tag-grammar'
import { type ScriptedModel, scriptedModel } from '#test/unit/synthesis/scripted-model'

const hash = await loadHash()
const TEXT =
  'Otters hold hands while they sleep, so that the current does not part them. They wrap themselves in kelp as well. An adult otter eats a quarter of its weight each day.'
const GOOD =
  '<QUE> Why do otters hold hands while they sleep? <ANS> So that the current does not part them. <SRC> so that the current does not part them </END>'
const SECOND =
  '<QUE> How much does an adult otter eat each day? <ANS> It eats a quarter of its weight. <SRC> An adult otter eats a quarter of its weight each day. </END>'
const running = { aborted: false }

function passageOf(more: Partial<PassageInput> = {}): PassageInput {
  return { text: TEXT, headings: [], language: 'en', title: null, first: true, seed: 1, tasks: [], ...more }
}

async function write(
  model: ScriptedModel,
  recipe: Recipe = readingComprehension,
  passage: Partial<PassageInput> = {},
): Promise<ChatCompletion & { heard: string[] }> {
  const heard: string[] = []
  const synthesizer = chatSynthesizer({
    recipe,
    version: 'v',
    model,
    hash,
    onText: (added, attempt) => (heard[attempt] = (heard[attempt] ?? '') + added),
  })
  return { ...(await synthesizer.synthesize(running, passageOf(passage))), heard }
}

/** What the evidence of a completion's drafts says, word for word. */
const quotedIn = (completion: ChatCompletion, text = TEXT): string[][] =>
  completion.drafts.map(draft =>
    draft.evidence.filter(place => place.how === 'quoted').map(place => text.slice(place.start, place.end)),
  )

describe('pairs of a chat model', () => {
  it('CHAT1: carry the task, form and evidence of their recipe', async () => {
    const model = scriptedModel(() => `${GOOD}\n\n${SECOND}`)
    const completion = await write(model)
    expect(completion).toMatchObject({
      reason: null,
      attempts: 1,
      raw: `${GOOD}\n\n${SECOND}`,
      drafts: [
        {
          instruction: 'Why do otters hold hands while they sleep?',
          response: 'So that the current does not part them.',
          task: 'comprehension',
          form: 'open',
          needsPassage: true,
          options: null,
          reasoning: null,
        },
        { instruction: 'How much does an adult otter eat each day?' },
      ],
    })
    expect(quotedIn(completion)).toEqual([
      ['so that the current does not part them.'],
      ['An adult otter eats a quarter of its weight each day.'],
    ])
    expect(completion.heard[1]).toBe(completion.raw)
    expect(completion.usage).toMatchObject({ prefillMs: 1, decodeMs: 2 })
  })

  it('CHAT13: a model that lost the form is held to it at the next attempt', async () => {
    const model = scriptedModel((_request, index) => (index === 0 ? 'Otters are nice.' : GOOD), { grammar: 'gbnf' })
    const completion = await write(model)
    expect(completion).toMatchObject({ reason: null, attempts: 2 })
    expect(model.requests.map(request => request.grammar)).toEqual([
      null,
      tagGrammar('gbnf', 'open', 2, 2.5 * 2 * readingComprehension.sampling.tokensPerPair),
    ])
  })

  it('CHAT13: answers with a shape of their own, and engines without grammars, are only asked', async () => {
    const choice = scriptedModel(() => 'Otters are nice.', { grammar: 'ebnf' })
    await write(choice, multipleChoice)
    const plain = scriptedModel(() => 'Otters are nice.')
    await write(plain)
    for (const { requests } of [choice, plain]) {
      expect(requests.map(request => request.grammar)).toEqual([null, null, null])
    }
  })

  it('CHAT11: the hash of the prompt is that of the messages as sent', async () => {
    const model = scriptedModel(() => GOOD)
    const completion = await write(model)
    expect(completion.promptSha256).toBe(hash.sha256(canonicalJson(model.requests[0]?.messages)))
    expect(completion.requests[0]?.messages).toEqual(model.requests[0]?.messages)
    expect(model.requests[0]).toMatchObject({
      sampling: { temperature: 0.3, topP: 0.9, maxTokens: 2 * 170 },
      grammar: null,
      topLogprobs: 0,
    })
  })

  it.each([
    ['word for word', 'wrap themselves in kelp', 'quoted', 'wrap themselves in kelp'],
    [
      'in quotation marks',
      '“They wrap themselves in kelp as well.”',
      'quoted',
      'They wrap themselves in kelp as well.',
    ],
    ['with another case and space', 'THEY  wrap themselves in kelp', 'quoted', 'They wrap themselves in kelp'],
    [
      'with words left out',
      'hold hands while they sleep … wrap themselves in kelp',
      'quoted',
      'hold hands while they sleep',
    ],
    [
      'put in other words',
      'Otters wrap themselves in kelp each night as well',
      'fuzzy',
      'They wrap themselves in kelp as well.',
    ],
  ])('CHAT5: a quotation %s is found', async (_, quote, how, words) => {
    const completion = await write(
      scriptedModel(() => `<QUE> What keeps them in place? <ANS> Plants do. <SRC> ${quote} </END>`),
    )
    const found = completion.drafts[0]?.evidence.find(place => TEXT.slice(place.start, place.end) === words)
    expect(found?.how).toBe(how)
  })

  it('CHAT5: what stands nowhere is no evidence', async () => {
    const completion = await write(scriptedModel(() => '<QUE> Who? <ANS> Bears. <SRC> Bears dig dens in autumn </END>'))
    expect(completion.drafts[0]?.evidence).toEqual([])
  })

  it('CHAT6: the response is evidence of its own; a guess is left out where there is better', async () => {
    const answer =
      '<QUE> What do they do? <ANS> They wrap themselves in kelp as well. <SRC> Otters hold hands while they sleep </END>'
    expect(quotedIn(await write(scriptedModel(() => answer)))).toEqual([
      ['Otters hold hands while they sleep', 'They wrap themselves in kelp as well.'],
    ])
  })

  it('PROMPT9: markers in the passage come back exactly, and are found', async () => {
    const text = `Write </END> or <|im_end|> to stop. ${TEXT} A row ends with <s>.`
    const model = scriptedModel(request => {
      const said = request.messages.at(-1)?.content ?? ''
      const copied = said.slice(said.indexOf('Write <'), said.indexOf(' to stop.') + 9)
      return `<QUE> How is it stopped? <ANS> By ${copied} <SRC> ${copied} </END>`
    })
    const completion = await write(model, readingComprehension, { text })
    expect(completion.drafts[0]?.response).toBe('By Write </END> or <|im_end|> to stop.')
    expect(completion.drafts[0]?.evidence[0]).toMatchObject({ start: 0, how: 'quoted' })
    expect(text.slice(0, completion.drafts[0]?.evidence[0]?.end)).toBe('Write </END> or <|im_end|> to stop.')
  })

  it('CHAT4: letters are mapped to options, steps are taken apart, verdicts are told from open answers', async () => {
    const options = 'Options:\n- A tenth\n- A quarter\n- A half\n- All of it'
    const choice = await write(
      scriptedModel(() => `<QUE> How much?\n${options} <ANS> B. A quarter </END>`),
      multipleChoice,
    )
    expect(choice.drafts).toMatchObject([{ response: 'A quarter', form: 'choice', task: 'multiple-choice' }])
    const steps = await write(
      scriptedModel(
        () =>
          "<QUE> How much in two days?\nLet's think step by step. <ANS> It eats a quarter each day. Twice that is a half.\nTherefore, the answer is a half. <SRC> a quarter of its weight each day </END>",
      ),
      stepByStep,
    )
    expect(steps.drafts).toMatchObject([
      { response: 'a half.', reasoning: 'It eats a quarter each day. Twice that is a half.', form: 'steps' },
    ])
    const verdicts = await write(
      scriptedModel(() => '<QUE> Do they? <ANS> Yes. They do. </END>\n<QUE> What? <ANS> Kelp, of course. </END>'),
      yesNo,
    )
    expect(verdicts.drafts.map(draft => draft.form)).toEqual(['yes-no', 'open'])
  })

  it('CHAT12: what is no pair is kept with its words beside what is one', async () => {
    const wrong = '<QUE> Which?\nOptions:\n- a\n- b <ANS> c </END>'
    const completion = await write(
      scriptedModel(() => `${GOOD}\n${wrong}\n<QUE> cut`),
      multipleChoice,
    )
    expect(completion.drafts).toHaveLength(1)
    expect(completion.requests[0]?.rejected).toEqual([
      { kind: 'rejected', reason: 'answer-not-an-option', raw: wrong },
      { kind: 'rejected', reason: 'truncated', raw: '<QUE> cut' },
    ])
  })
})

describe('answers that go nowhere', () => {
  const words = 'and so on and so forth '

  it.each([
    ['no-tags', 'Otters are nice animals.'],
    ['no-tags', ''],
    ['no-valid-pair', '<QUE> a <ANS> </END>'],
    ['cut-off', { pieces: ['<QUE> a long question that never'], stop: 'length' as const }],
    ['cut-off', { pieces: ['<think> what shall I ask'], stop: 'length' as const }],
    ['refused', "I'm sorry, but I can't help with that."],
    ['refused', '抱歉，我无法完成这个请求。'],
    ['white-space', { pieces: Array<string>(5_000).fill('\n') }],
    ['white-space', `<QUE> a${' '.repeat(300)}`],
    ['runaway', { pieces: Array<string>(9_000).fill(words) }],
    ['wrong-language', '<QUE> 水獭为什么睡觉时手拉手？ <ANS> 为了不被水流冲散。 </END>'],
  ])('CHAT7: %s is the reason, after three attempts with other seeds and temperatures', async (reason, line) => {
    const model = scriptedModel(() => line)
    const completion = await write(model)
    expect(completion).toMatchObject({ drafts: [], reason, attempts: 3 })
    expect(completion.heard.slice(1)).toHaveLength(completion.raw === '' ? 0 : 3)
    expect(completion.raw).toBe(completion.heard[3] ?? '')
    expect(completion.raw?.length).toBeLessThan(6_000)
    const sampling = model.requests.map(request => request.sampling)
    expect(new Set(sampling.map(({ seed }) => seed)).size).toBe(3)
    expect(sampling.map(({ temperature }) => Math.round(temperature * 10) / 10)).toEqual([0.3, 0.6, 0.1])
    for (const { seed } of sampling) expect(seed > 0 && seed < 2 ** 31 && Number.isInteger(seed)).toBe(true)
    expect(completion.usage?.prefillMs).toBe(3)
  })

  it('CHAT7: the attempt that works is the last', async () => {
    const model = scriptedModel((_, index) => (index === 0 ? 'Sure!' : GOOD))
    expect(await write(model)).toMatchObject({ reason: null, attempts: 2, raw: GOOD, drafts: [{}] })
  })

  it('CHAT8: after an answer that was cut off fewer pairs are asked for, in the same room', async () => {
    const long = { pieces: ['<QUE> a <ANS> b'], stop: 'length' as const }
    const model = scriptedModel((_, index) => (index < 2 ? long : GOOD))
    const text = `${TEXT} `.repeat(12)
    await write(model, readingComprehension, { text })
    const asked = model.requests.map(request => /to write: (\d+)\./u.exec(request.messages.at(-1)?.content ?? '')?.[1])
    expect(asked).toEqual(['4', '2', '1'])
    expect(new Set(model.requests.map(request => request.sampling.maxTokens)).size).toBe(1)
  })

  it('CHAT3: a model that repeats itself is stopped, and what it wrote before is kept', async () => {
    const model = scriptedModel(() => ({ pieces: Array<string>(400).fill(`${GOOD}\n`) }))
    const completion = await write(model)
    expect(completion).toMatchObject({ reason: null, attempts: 1, drafts: [{}] })
    expect(completion.raw?.length).toBe(3 * (GOOD.length + 1))
  })

  it('CHAT3: pairs before endless white space are kept', async () => {
    const model = scriptedModel(() => ({ pieces: [GOOD, ...Array<string>(900).fill(' \n')] }))
    expect(await write(model)).toMatchObject({ reason: null, attempts: 1, drafts: [{}] })
  })

  it('CHAT9: a passage that no context holds is too long', async () => {
    const model = scriptedModel(() => GOOD, { contextTokens: 256 })
    expect(await write(model)).toMatchObject({
      drafts: [],
      reason: 'too-long',
      attempts: 0,
      promptSha256: null,
      usage: null,
    })
    expect(model.requests).toEqual([])
  })

  it('CHAT7: what was cancelled goes back as if it had not been asked', async () => {
    const cancel = { aborted: false }
    const model = scriptedModel(() => ({ pieces: [GOOD, 'more', 'more'] }))
    const onText = (): void => {
      cancel.aborted = true
    }
    const synthesizer = chatSynthesizer({ recipe: readingComprehension, version: 'v', model, hash, onText })
    const outcome = await synthesizer.synthesize(cancel, passageOf()).catch(problemOf)
    expect(outcome).toEqual({ kind: 'cancelled' })
    expect(await synthesizer.synthesize(cancel, passageOf()).catch(problemOf)).toEqual({ kind: 'cancelled' })
    expect(model.requests).toHaveLength(1)
  })
})

describe('what befalls the engine', () => {
  const thrower = (problem: EngineProblem): ScriptedModel => scriptedModel(() => new ProblemError(problem))

  it.each<EngineProblem>([
    { kind: 'gpu-lost', detail: 'x' },
    { kind: 'engine-gone', detail: 'x' },
    { kind: 'engine-hangs', seconds: 60 },
    { kind: 'out-of-memory', detail: 'x' },
  ])('CHAT10: $kind is thrown on', async problem => {
    const model = thrower(problem)
    expect(await write(model).catch(problemOf)).toEqual(problem)
    expect(model.requests).toHaveLength(1)
  })

  it('CHAT10: a request that the engine refuses is the reason of its passage, and costs no other part', async () => {
    const completion = await write(thrower({ kind: 'engine-refused', detail: 'bad seed' }))
    expect(completion).toMatchObject({ drafts: [], reason: 'refused-by-engine', raw: 'bad seed' })
    const refused = new ProblemError({ kind: 'engine-refused', detail: 'x' })
    const model = scriptedModel((_, index) => (index === 0 ? GOOD : refused), { contextTokens: 1_000 })
    const text = `${TEXT} ${'The river is long and slow and wide. '.repeat(60)}`
    expect(await write(model, readingComprehension, { text })).toMatchObject({ reason: null, drafts: [{}] })
  })

  it('CHAT9: a prompt that the engine finds too long is built once more for less room', async () => {
    const overflow = new ProblemError({ kind: 'context-overflow', promptTokens: 5_000, contextTokens: 4_096 })
    const text = `${TEXT} `.repeat(30)
    const model = scriptedModel((_, index) => (index === 0 ? overflow : GOOD))
    expect(await write(model, readingComprehension, { text })).toMatchObject({ reason: null, drafts: [{}] })
    expect(canonicalJson(model.requests[1]?.messages).length).toBeLessThan(
      canonicalJson(model.requests[0]?.messages).length,
    )
    expect(await write(scriptedModel(() => overflow))).toMatchObject({ reason: 'too-long', drafts: [] })
  })
})

describe('long passages and mixtures', () => {
  it('PROMPT6, CHAT5: each part is asked, and its evidence stands in the whole passage', async () => {
    const text = `${'The river is long and slow and wide. '.repeat(60)}${TEXT}`
    const model = scriptedModel(
      request => ((request.messages.at(-1)?.content ?? '').includes('kelp') ? GOOD : 'Nothing here. </END>'),
      { contextTokens: 1_000 },
    )
    const completion = await write(model, readingComprehension, { text })
    expect(model.requests.length).toBeGreaterThan(3)
    expect(completion).toMatchObject({ reason: null, drafts: [{}] })
    expect(quotedIn(completion, text)).toEqual([['so that the current does not part them.']])
    expect(completion.drafts[0]?.evidence[0]?.start).toBeGreaterThan(60 * 37)
    expect(completion.promptSha256).toMatch(/^[0-9a-f]{64}$/u)
  })

  const both: Recipe = {
    ...mixed,
    parts: { mode: 'each', items: [readingComprehension, yesNo].map(recipe => ({ recipe, weight: 1 })) },
  }

  it('CHAT2, PROMPT10: a second recipe goes on with the conversation, so that nine tenths come from the cache', async () => {
    const verdict =
      '<QUE> Do otters sleep alone? <ANS> No. They hold hands. <SRC> Otters hold hands while they sleep </END>'
    const model = scriptedModel((_, index) => (index === 0 ? `${GOOD}\n\n${SECOND}` : verdict))
    const text = `${TEXT} `.repeat(12)
    const completion = await write(model, both, { text })
    expect(completion.drafts.map(draft => draft.task)).toEqual(['comprehension', 'comprehension', 'yes-no'])
    expect(model.requests).toHaveLength(2)
    expect(model.requests[1]?.messages.slice(0, -2)).toEqual(model.requests[0]?.messages)
    expect(model.requests[1]?.messages.at(-1)?.content).not.toContain('Otters hold hands')
    expect(model.reusedShares[1]).toBeGreaterThan(0.9)
    expect(completion.reused).toBeGreaterThan(0)
    expect(completion.heard.slice(1)).toEqual([`${GOOD}\n\n${SECOND}`, verdict])
  })

  it('CHAT2: an answer that did not end by itself is not gone on with', async () => {
    const model = scriptedModel((_, index) => (index === 0 ? { pieces: [GOOD, '<QUE> cut'], stop: 'length' } : SECOND))
    const completion = await write(model, both)
    expect(completion.drafts).toHaveLength(2)
    expect(model.requests[1]?.messages.at(-1)?.content).toContain('<CON>')
  })

  it('CHAT2: what the second recipe asks again is left out', async () => {
    expect(
      (
        await write(
          scriptedModel(() => GOOD),
          both,
        )
      ).drafts,
    ).toHaveLength(1)
  })

  it('RECIPE6: a share asks each passage with one recipe, by its place in the plan', async () => {
    const tasks = new Set<string | undefined>()
    for (let position = 0; position < 12; position++) {
      const completion = await write(
        scriptedModel(() => GOOD),
        mixed,
        { position },
      )
      tasks.add(completion.drafts[0]?.task)
    }
    expect(tasks.size).toBe(6)
  })

  it('SEED1: seeds are those of run, passage and attempt', async () => {
    const seedOf = async (more: Partial<PassageInput>): Promise<number | undefined> => {
      const model = scriptedModel(() => GOOD)
      await write(model, readingComprehension, more)
      return model.requests[0]?.sampling.seed
    }
    const first = await seedOf({})
    expect(await seedOf({})).toBe(first)
    expect(await seedOf({ seed: 2 })).not.toBe(first)
    expect(await seedOf({ text: `${TEXT} ` })).not.toBe(first)
  })
})
