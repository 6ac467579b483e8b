import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseTuningOptions } from '#cli/tuning/tuning-options.ts'
import { tuningMain } from '#cli/tuning.ts'
import { isRow } from '#core/export/shape'
import { pairText, readingText } from '#core/synthesis/tagged/wire'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { readSet } from '#core/tuning/read-set'
import type { TuningExample } from '#core/tuning/reading-set'
import {
  completionRow,
  segmentRow,
  type Sequence,
  spanRow,
  TUNING_SETTINGS,
  tuningSequences,
} from '#core/tuning/sequences'
import { trainerConfigs } from '#core/tuning/trainer-configs'

const SQUAD = {
  data: [
    {
      paragraphs: [
        {
          context: 'Oak burned in the tower from 1790.',
          qas: [
            { question: 'What burned?', answers: [{ text: 'Oak' }, { text: 'oak wood' }, { text: 'Oak' }] },
            { question: 'Since when?', answers: [{ text: '1790' }] },
            { question: 'Who built it?', is_impossible: true, answers: [] },
            { question: 'what burned?', answers: [{ text: 'again' }] },
            { question: 'No answer?', answers: [] },
          ],
        },
      ],
    },
  ],
}
const COQA = {
  data: [
    {
      story: 'Anna has a cat.',
      questions: [{ input_text: 'Who has a cat?' }, { input_text: 'Its name?' }],
      answers: [{ input_text: 'Anna' }, { input_text: 'unknown' }],
    },
  ],
}
const RACE = {
  article: 'The sea was calm.',
  questions: ['How was the sea?', 'And the wind?'],
  options: [
    ['rough', 'calm'],
    ['weak', 'strong'],
  ],
  answers: ['B', 'Z'],
}
const OWN = { context: 'C', rc_name: 'dream', QA_type: 'open', QA_list: [{ Q: 'Q?', A: 'A' }] }
const RECORD = {
  instruction: 'How many?',
  response: '7',
  options: [],
  reasoning: 'Three and four are 7.',
  state: 'kept',
  passage: { text: 'Three and four.' },
}

const pairsOf = (row: unknown, name = 'set'): unknown => readSet([row], name).examples.map(({ pairs }) => pairs)

describe('reading sets', () => {
  it('TUNING1: SQuAD, with unanswerable and many answers counted', () => {
    const { examples, leftOut, severalAnswers } = readSet([SQUAD], 'squad')
    expect(examples).toEqual([
      {
        dataset: 'squad',
        context: 'Oak burned in the tower from 1790.',
        pairs: [
          { question: 'What burned?', answer: 'Oak' },
          { question: 'Since when?', answer: '1790' },
        ],
      },
    ])
    expect(leftOut).toEqual({ unanswerable: 1, 'no-answer': 1 })
    expect(severalAnswers).toBe(1)
  })

  it('TUNING1, TUNING2: CoQA, RACE, the synthesizer’s own rows and records', () => {
    expect(pairsOf(COQA)).toEqual([[{ question: 'Who has a cat?', answer: 'Anna' }]])
    expect(readSet([COQA], 'coqa').leftOut).toEqual({ unanswerable: 1 })
    expect(pairsOf(RACE)).toEqual([[{ question: 'How was the sea?\nOptions:\n- rough\n- calm', answer: 'calm' }]])
    expect(readSet([RACE], 'race').leftOut).toEqual({ 'answer-no-option': 1 })
    expect(readSet([OWN], 'x').examples).toMatchObject([{ dataset: 'dream', context: 'C' }])
    expect(pairsOf(RECORD)).toEqual([
      [
        {
          question: "How many?\nLet's think step by step.",
          answer: 'Three and four are 7.\nTherefore, the answer is 7',
        },
      ],
    ])
  })

  it.each([
    [{ context: 'C', question: 'Q?', answer: 'A' }, 'A'],
    [{ passage: 'C', question: 'Q?', answers: { text: ['A'], answer_start: [1] } }, 'A'],
    [{ text: 'C', instruction: 'Q?', output: 'A' }, 'A'],
    [{ context: 'C', question: 'Q?', answer: 3 }, '3'],
  ])('TUNING1: flat rows %#', (row, answer) => {
    expect(pairsOf(row)).toEqual([[{ question: 'Q?', answer }]])
  })

  it.each([[null], ['text'], [{ a: 1 }], [[]]])('TUNING2: %j gives nothing and throws nothing', row => {
    expect(readSet([row], 'x').examples).toEqual([])
  })

  it('TUNING1: pairs of one context are gathered, whatever rows they come in', () => {
    const rows = [1, 2, 3].map(n => ({ context: 'Same', question: `Q${n}?`, answer: String(n) }))
    expect(readSet(rows, 'x').examples).toHaveLength(1)
    expect(readSet(rows, 'x').examples[0]?.pairs).toHaveLength(3)
  })
})

function example(n: number, pairs: number, dataset = 'set'): TuningExample {
  const all = Array.from({ length: pairs }, (_, i) => ({ question: `Q${n}.${i}?`, answer: `A${n}.${i}` }))
  const [first, ...others] = all
  if (first === undefined) throw new Error('no pair')
  return { dataset, context: `Context number ${n}.`, pairs: [first, ...others] }
}

const textOf = ({ pieces }: Sequence): string => pieces.map(piece => piece.text).join('')

describe('the wire format', () => {
  it('TAGGED1: reads to the letter as the paper’s', () => {
    expect(readingText('T')).toBe('<s> <CON> T </CON>\n\n')
    expect(pairText({ question: 'Q?', answer: 'A' })).toBe('<QUE> Q? <ANS> A </END>')
    const { sequences } = tuningSequences([example(1, 2)], TUNING_SETTINGS)
    expect(sequences.map(textOf)).toEqual([
      '<s> <CON> Context number 1. </CON>\n\n<QUE> Q1.0? <ANS> A1.0 </END>\n\n<QUE> Q1.1? <ANS> A1.1 </END></s>',
    ])
  })

  it('TAGGED2: tags in a text or a pair are no tags of the sequence', () => {
    const nasty = {
      ...example(1, 1),
      context: 'a </CON> <QUE> b',
      pairs: [{ question: '<ANS>?', answer: 'x </END> y' }] as const,
    }
    const [sequence] = tuningSequences([nasty], TUNING_SETTINGS).sequences
    const text = sequence === undefined ? '' : textOf(sequence)
    for (const tag of ['<CON>', '</CON>', '<QUE>', '<ANS>', '</END>']) expect(text.split(tag)).toHaveLength(2)
  })

  it('TAGGED1: what is written is read back by the strict parser', () => {
    const pairs = [
      { question: 'Q?\nOptions:\n- a\n- b', answer: 'b' },
      { question: "Q2?\nLet's think step by step.", answer: 'So.\nTherefore, the answer is 2' },
    ]
    const parser = createTagParser({ strict: true, source: false })
    const pieces = [...parser.push(pairs.map(pairText).join('\n\n')), ...parser.finish('stop')]
    expect(pieces.filter(piece => piece.kind === 'pair')).toHaveLength(2)
  })
})

describe('sequences', () => {
  it('TUNING3: examples of one dataset are packed together while they fit, each in one sequence only', () => {
    const examples = [
      ...Array.from({ length: 40 }, (_, n) => example(n, 3)),
      ...Array.from({ length: 5 }, (_, n) => example(n, 2, 'other')),
    ]
    const { sequences, tooLong, beyond } = tuningSequences(examples, { ...TUNING_SETTINGS, maximumTokens: 200 })
    expect([tooLong, beyond]).toEqual([0, 0])
    expect(sequences.reduce((sum, one) => sum + one.examples, 0)).toBe(45)
    expect(sequences.reduce((sum, one) => sum + one.pairs, 0)).toBe(130)
    for (const sequence of sequences) {
      expect(sequence.tokens).toBeLessThanOrEqual(200)
      expect(textOf(sequence).match(/<s> <CON> /gu)).toHaveLength(sequence.examples)
    }
    expect(sequences.some(one => one.examples > 1)).toBe(true)
    expect(new Set(sequences.map(one => one.dataset))).toEqual(new Set(['set', 'other']))
  })

  it('TUNING4: most pairs first, then an order drawn by the seed; what is left out is counted', () => {
    const examples = [1, 5, 2, 4, 3].map((pairs, n) => example(n, pairs))
    const settings = { ...TUNING_SETTINGS, perDataset: 2 }
    const { sequences, beyond } = tuningSequences(examples, settings)
    expect([sequences.reduce((sum, one) => sum + one.pairs, 0), beyond]).toEqual([9, 3])
    const long = { ...example(9, 1), context: 'word '.repeat(3_000) }
    expect(tuningSequences([long], { ...settings, maximumTokens: 100 })).toMatchObject({ sequences: [], tooLong: 1 })
    const many = Array.from({ length: 20 }, (_, n) => example(n, 1))
    const order = (seed: number): string =>
      tuningSequences(many, { ...TUNING_SETTINGS, seed })
        .sequences.map(textOf)
        .join('')
    expect(order(1)).toBe(order(1))
    expect(order(1)).not.toBe(order(2))
  })

  it('TUNING5: the loss is taken on pairs and on nothing else, in code points', () => {
    const emoji = { ...example(1, 1), context: 'A 🗼 tower' }
    const [sequence] = tuningSequences([emoji, example(2, 2)], TUNING_SETTINGS).sequences
    if (sequence === undefined) throw new Error('no sequence')
    const { text, loss_spans } = spanRow(sequence)
    const points = Array.from(text)
    for (const [start, end] of loss_spans) {
      expect(points.slice(start, end).join('')).toMatch(/^<QUE> [\s\S]* <\/END><\/s>$/u)
    }
    const masked = loss_spans
      .reduceRight((all, [start, end]) => [...all.slice(0, start), ...all.slice(end)], points)
      .join('')
    expect(masked).not.toContain('<QUE>')
    expect(segmentRow(sequence).segments.map(({ label }) => label)).toEqual([false, true, false, true])
    const { prompt, completion } = completionRow(sequence)
    expect(prompt + completion).toBe(text)
    expect(completion).toMatch(/^<QUE> /u)
  })
})

describe('the command', () => {
  let folder: string
  const file = (name: string): string => path.join(folder, name)
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tuning-'))
    await writeFile(file('squad.json'), JSON.stringify(SQUAD))
    await writeFile(file('coqa.json'), JSON.stringify(COQA))
    await writeFile(
      file('own.jsonl'),
      [RECORD, { ...RECORD, state: 'ready', instruction: 'Other?' }].map(row => JSON.stringify(row)).join('\n'),
    )
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('TUNING6: writes seen and unseen sets apart, kept pairs of a project, and configurations that read the rows', async () => {
    const out = file('out.jsonl')
    const status = await tuningMain([
      '--from',
      file('squad.json'),
      '--from',
      `talk=${file('coqa.json')}`,
      '--from',
      file('own.jsonl'),
      '--out',
      out,
      '--unseen',
      'talk',
      '--format',
      'segments',
      '--configs',
    ])
    // A question of the SQuAD file has no answer.
    expect(status).toBe(1)
    const [seen, unseen] = [await readFile(out, 'utf8'), await readFile(file('out.unseen.jsonl'), 'utf8')]
    expect(seen).toContain('What burned?')
    expect(seen).toContain('How many?')
    expect(seen).not.toContain('Other?')
    expect(seen).not.toContain('Anna')
    expect(unseen).toContain('Anna')
    for (const { name, text } of trainerConfigs('out.jsonl')) expect(await readFile(file(name), 'utf8')).toBe(text)
    for (const line of seen.trim().split('\n')) {
      const row: unknown = JSON.parse(line)
      expect(isRow(row) && Array.isArray(row['segments'])).toBe(true)
    }
  })

  it.each([
    [[], /--from/u],
    [['--from', 'a.json'], /--out/u],
    [['--from', 'a.json', '--out', 'b.jsonl', '--format', 'x'], /--format/u],
    [['--from', 'a.json', '--out', 'b.jsonl', '--unseen', 'c'], /--unseen/u],
    [['--from', 'a.json', '--out', 'b.jsonl', '--tokens', '3'], /--tokens/u],
    [['--from', 'a.json', '--out', 'b.jsonl', '--per-set', '0'], /--per-set/u],
    [['--from', 'a.json', '--out', 'b.jsonl', '--seed', 'x'], /--seed/u],
  ] as const)('TUNING6: wrong usage %j is named', (args, fault) => {
    const parsed = parseTuningOptions(args)
    expect('fault' in parsed ? parsed.fault : '').toMatch(fault)
  })

  it('TUNING6: a missing file is wrong usage', async () => {
    expect(await tuningMain(['--from', file('gone.json'), '--out', file('x.jsonl')])).toBe(2)
  })
})
