import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { textOf } from '#core/corpus/part'
import { renderSegment } from '#core/corpus/render-segment'
import type { CorpusPair } from '#core/corpus/segment'
import { PAPER_TEMPLATES } from '#core/corpus/style'
import { strictDraftOf } from '#core/synthesis/draft/draft-of'
import { sortedPieces } from '#core/synthesis/draft/sorted-pieces'
import type { Draft } from '#core/synthesis/pair'
import { createTagParser } from '#core/synthesis/wire/tag-parser'
import { alone, type BenchRow, type BenchTable, speed } from '#test/bench/app/row'
import { makeEnglish } from '#test/support/make-text'

const MEGABYTES_A_SECOND = 10
const PAIRS_A_SECOND = 20_000
const PIECE = 24
const PAIRS = 5
const ANSWERS = 400
/** One answer, and one of so many times its length, which may take so much longer for each unit of it. */
const TIMES = 16
const SLOWER = 1.5
/** Folder of the authors' code, `instruction_pretrain` of github.com/microsoft/LMOps. */
const AUTHORS = process.env['PAIRLOOM_AUTHORS']
const PYTHON = 'python3'

const line = (length: number, n: number): string => makeEnglish(length, n).slice(0, length).replace(/\s+/gu, ' ').trim()

/** An answer in the authors' format: open questions, a choice and steps in turn. */
function answerOf(n: number, pairs = PAIRS): string {
  return Array.from({ length: pairs }, (_, at) => {
    const [seed, question] = [n * pairs + at, `${line(60, n * pairs + at)} (${String(n)}.${String(at)})?`]
    if (at % 4 === 1) {
      const right = line(30, seed + 7)
      return `<QUE> ${question}\nOptions:\n- ${right}\n- none of these\n- all of these <ANS> ${right} </END>`
    }
    if (at % 4 === 2) {
      const chain = `${line(120, seed + 9)}\nTherefore, the answer is ${line(20, seed + 3)}`
      return `<QUE> ${question}\nLet's think step by step. <ANS> ${chain} </END>`
    }
    return `<QUE> ${question} <ANS> ${line(150, seed + 11)} </END>`
  }).join('\n\n')
}

function draftsOf(answer: string, passage: string): readonly Draft[] {
  const parser = createTagParser({ strict: true, source: false })
  const pieces = []
  for (let at = 0; at < answer.length; at += PIECE) pieces.push(...parser.push(answer.slice(at, at + PIECE)))
  pieces.push(...parser.finish('stop'))
  return sortedPieces(pieces, pair => strictDraftOf(pair, passage)).drafts
}

/** Milliseconds of processor time of the quickest of some runs: a run that waits for other work of the machine is not longer by it. */
function best(act: () => void): number {
  let quickest = Number.POSITIVE_INFINITY
  const end = performance.now() + 2_000
  do {
    const began = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(began)
    quickest = Math.min(quickest, (user + system) / 1_000)
  } while (performance.now() < end)
  return quickest
}

/** Answers of an instruction synthesizer, read as they stream in pieces of 24 units, with what each pair is. */
export function benchTaggedParser(): BenchTable {
  const answers = Array.from({ length: ANSWERS }, (_, n) => answerOf(n))
  const bytes = answers.reduce((sum, answer) => sum + Buffer.byteLength(answer), 0)
  let pairs = 0
  const ms = best(() => {
    pairs = answers.reduce((sum, answer) => sum + draftsOf(answer, '').length, 0)
  })
  const [once, many] = [1, TIMES].map(times => {
    const long = answerOf(1, PAIRS * 40 * times)
    return best(() => void draftsOf(long, '')) / long.length
  })
  const slower = (many ?? Number.NaN) / (once ?? Number.NaN)
  const [megabytes, a] = [speed(bytes, ms), (pairs * 1_000) / ms]
  const goals = { megabytes: `≥ ${String(MEGABYTES_A_SECOND)} MB`, pairs: `≥ ${String(PAIRS_A_SECOND)}` }
  return {
    name: 'Reading answers of an instruction synthesizer',
    rows: [
      alone(
        'text a second of processor time',
        `${megabytes.toFixed(1)} MB`,
        goals.megabytes,
        megabytes >= MEGABYTES_A_SECOND,
      ),
      alone(
        `pairs a second of processor time (${String(pairs)} of ${String(ANSWERS * PAIRS)} read)`,
        a.toFixed(0),
        goals.pairs,
        a >= PAIRS_A_SECOND,
      ),
      alone(
        `processor time for each unit of an answer ${String(TIMES)} times as long, against the shorter one`,
        slower.toFixed(2),
        `≤ ${String(SLOWER)}`,
        slower <= SLOWER,
      ),
    ],
  }
}

/** From answers to finished texts of two passages each: read, put into templates; `evidence` is looked up in the passage on the way, as in a run. */
function ourPairsASecond(shots: readonly Shot[], evidence: boolean): number {
  let pairs = 0
  const ms = best(() => {
    pairs = 0
    for (let at = 0; at + 1 < shots.length; at += 2) {
      const segment = [shots[at], shots[at + 1]].flatMap((shot, place) => {
        const [first, ...others] =
          shot === undefined ? [] : draftsOf(shot.pred, evidence ? shot.text : '').map(corpusPair)
        if (shot === undefined || first === undefined) return []
        pairs += 1 + others.length
        return [
          { key: String(at + place), text: shot.text, language: 'en' as const, pairs: [first, ...others] as const },
        ]
      })
      const [first, ...others] = segment
      if (first !== undefined) textOf(renderSegment([first, ...others], PAPER_TEMPLATES).spans)
    }
  })
  return (pairs * 1_000) / ms
}

function corpusPair({ instruction, response, options, reasoning, task }: Draft): CorpusPair {
  return { instruction, response, options, reasoning, task }
}

interface Shot {
  readonly text: string
  readonly pred: string
}

/** Two rounds of one chain after the other through the authors' own functions, which tqdm, a bar on the screen, is no part of. */
const THEIRS = `
import json, sys, time, types, copy
sys.path.insert(0, sys.argv[1])
bar = types.ModuleType('tqdm'); bar.tqdm = lambda items, **_: items; sys.modules['tqdm'] = bar
import os; os.chdir(sys.argv[1])
from utils.read_compre import process_syn_raw_text, cook_pt_entries
shots = json.load(open(sys.argv[2]))
quickest, pairs = 1e9, 0
end = time.process_time() + 4
while time.process_time() < end:
    firsts, seconds = copy.deepcopy(shots[0::2]), copy.deepcopy(shots[1::2])
    began = time.process_time()
    collections = process_syn_raw_text(firsts)
    for entry, before in zip(seconds, collections):
        before[-1]['followed_by_next'] = True
        entry['prev_read_collection'] = before
    collections = process_syn_raw_text(seconds)
    pairs = sum(len(entry['QA_list']) for one in collections for entry in one)
    for at, one in enumerate(collections):
        cook_pt_entries(read_collection=one, random_seed=at + 12345)
    quickest = min(quickest, time.process_time() - began)
print(pairs / quickest)
`

/** The same answers through the authors' code, where PAIRLOOM_AUTHORS names it and Python is there. */
export async function benchAuthors(): Promise<BenchTable> {
  const metric = 'pairs a second of processor time, from answers to texts of two passages in templates'
  const name = 'Beside the authors’ code'
  const shots = Array.from({ length: ANSWERS }, (_, n) => ({
    text: makeEnglish(900, n).slice(0, 900),
    pred: answerOf(n),
  }))
  const ours = ourPairsASecond(shots, false)
  const row: BenchRow = alone(metric, ours.toFixed(0), 'report', true)
  const whole = alone(
    'the same with the evidence of each pair found in its passage',
    ourPairsASecond(shots, true).toFixed(0),
    'report',
    true,
  )
  if (AUTHORS === undefined) {
    return { name, rows: [{ ...row, peer: 'skipped: PAIRLOOM_AUTHORS names no folder of their code' }, whole] }
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'authors-'))
  try {
    const file = path.join(folder, 'shots.json')
    writeFileSync(file, JSON.stringify(shots))
    const { stdout, stderr, error } = spawnSync(PYTHON, ['-c', THEIRS, path.resolve(AUTHORS), file], {
      encoding: 'utf8',
    })
    const theirs = Number(stdout)
    if (error !== undefined || !(theirs > 0)) {
      return {
        name,
        rows: [{ ...row, peer: `skipped: ${error?.message ?? stderr.trim().split('\n').at(-1) ?? ''}` }, whole],
      }
    }
    return {
      name,
      rows: [
        { ...row, peer: `${theirs.toFixed(0)} (${PYTHON}, github.com/microsoft/LMOps)`, ratio: ours / theirs },
        whole,
      ],
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
