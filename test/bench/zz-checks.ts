import { readFileSync } from 'node:fs'
import v8 from 'node:v8'
import { runInNewContext } from 'node:vm'
import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import { randomStream } from '#core/synthesis/random-stream'
import type { Draft } from '#core/synthesis/pair'
import { CHECKS } from '#core/verification/checks'
import { createJudge, type Judge, type PairWords } from '#core/verification/judge'
import { locate } from '#core/verification/locate'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { loadDetectLanguage } from '#files/language'
import type { BenchRow, BenchTable } from '#test/bench/app/row'
import { nodeHash } from '#test/unit/storage/node-hash'
import { createPairPlaces, type PairPlaces } from '#runner/pair-places'

const INDEXED = 100_000
/** Judged with all of them in the index. */
const JUDGED = 6_000
const PARTS = 3
const RATE = 5_000
const BYTES = 150
const REBUILT = 10
const LOCATED = 2
const HOSTILE = 50
/** What a quick model writes on a good GPU, and tokens of a pair. */
const MODEL = { tokensPerSecond: 100, tokensPerPair: 60, share: 0.98 }

const PROSE = {
  en: readFileSync(new URL('../fixtures/mining/prose-en.txt', import.meta.url), 'utf8'),
  zh: readFileSync(new URL('../fixtures/mining/prose-zh.txt', import.meta.url), 'utf8'),
}
/** As often as prose has them. */
const WORDS = {
  en: PROSE.en.match(/[A-Za-z]+/gu) ?? [],
  zh: PROSE.zh.match(/\p{sc=Han}{2}/gu) ?? [],
}
const EMPTY = { options: null, reasoning: null, task: 'fact', form: 'open', needsPassage: true } as const

interface Made {
  readonly draft: Draft
  readonly id: string
  readonly passage: Parameters<Judge['judge']>[2]
}

/** Pairs of a passage, as a model writes them one after another. */
const PER_PASSAGE = 4

/** Words of a pair's response, of which its passage holds all. */
function saidAt(number: number): { readonly language: 'en' | 'zh'; readonly words: string[] } {
  const language = (number / PER_PASSAGE) % 2 < 1 ? 'en' : 'zh'
  const stream = randomStream(7, 'checks', number)
  const words = Array.from({ length: 52 }, () => WORDS[language][stream.integer(WORDS[language].length)] ?? '')
  return { language, words }
}

/**
 * A pair of about 12 and 40 words. Four of a passage of about 2,000 characters follow one another, and every other passage
 * is Chinese. Half of the responses stand there word for word, the others with two words left out.
 */
export function pairAt(number: number): Made {
  const { language, words } = saidAt(number)
  const [question, stop, gap] = language === 'en' ? (['?', '.', ' '] as const) : (['？', '。', ''] as const)
  const sentence = (said: readonly string[]): string => `${said.join(gap)}${stop}`
  const group = Math.floor(number / PER_PASSAGE)
  const ends = Array.from({ length: PER_PASSAGE }, (_, i) => sentence(saidAt(group * PER_PASSAGE + i).words.slice(12)))
  const prose = PROSE[language].slice(0, 1_800)
  const text = [prose, ...ends].join('\n\n')
  const said = words.slice(12)
  const response = sentence(number % 2 === 0 ? said : said.filter((_, i) => i !== 10 && i !== 30))
  const own = ends[number % PER_PASSAGE] ?? ''
  const start = text.lastIndexOf(own)
  return {
    draft: {
      ...EMPTY,
      instruction: `${words.slice(0, 12).join(gap)}${question}`,
      response,
      evidence: [{ start, end: start + own.length, how: 'quoted' }],
    },
    id: nodeHash.sha256(String(number)),
    passage: { text, language, headings: [], key: String(group), place: String(group) },
  }
}

/** The registered checks one by one (seconds of a processor, so that other work on the machine does not count), all of them together beside a full index, and what the index takes. */
export async function benchChecks(): Promise<BenchTable> {
  const detect = await loadDetectLanguage()
  const rows: BenchRow[] = []
  const made = Array.from({ length: JUDGED }, (_, i) => pairAt(INDEXED + i))

  for (const check of CHECKS) {
    const judgeAll = (): void => {
      for (const { draft, id, passage } of made) {
        const context = { passageText: passage.text, passageLanguage: passage.language, detect, id, repeats: null }
        check.judge(draft, { ...context, count: { all: 20, ofTask: 3 }, thresholds: DEFAULT_THRESHOLDS })
      }
    }
    const rate = made.length / best(3, judgeAll)
    rows.push(atLeast(`check ${check.name}`, rate, RATE, 'pairs/s'))
  }

  const known = new Map<string, PairWords>()
  const warm = createJudge({ thresholds: DEFAULT_THRESHOLDS, detect, wordsOf: () => Promise.resolve(null) })
  for (const { draft, id } of made) warm.remember(id, draft, id)
  const before = heldBytes()
  const judge = createJudge({
    thresholds: DEFAULT_THRESHOLDS,
    detect,
    wordsOf: id => Promise.resolve(known.get(id) ?? null),
  })
  const places = createPairPlaces()
  let rebuilt = 0
  for (let from = 0; from < INDEXED; from += 5_000) rebuilt += rememberSome(judge, places, from, 5_000)
  const bytes = (heldBytes() - before) / INDEXED
  rows.push(
    atMost(`held for a pair, ${INDEXED} known (heap and array buffers after collection)`, bytes, BYTES, 'bytes'),
    atMost(`index of ${INDEXED} stored pairs made anew`, rebuilt, REBUILT, 's'),
  )

  // Each tenth repeats one that is known, with a word more.
  const asked = made.map((one, i) => {
    if (i % 10 !== 0) return one
    const old = pairAt(i)
    known.set(old.id, old.draft)
    return { ...one, draft: { ...old.draft, response: `${old.draft.response} So.` } }
  })
  let repeated = 0
  let seconds = Infinity
  const part = JUDGED / PARTS
  for (let from = 0; from < JUDGED; from += part) {
    const started = process.cpuUsage()
    for (const { draft, id, passage } of asked.slice(from, from + part)) {
      const checks = await judge.judge(draft, id, passage)
      if (checks.some(({ reason }) => reason === 'near-duplicate')) repeated += 1
    }
    // The quickest part, as for single checks: a pair is judged once, so there are no runs to choose from.
    seconds = Math.min(seconds, used(started) * PARTS)
  }
  rows.push(
    atLeast(`all ${CHECKS.length} checks together, ${INDEXED} pairs known`, JUDGED / seconds, RATE, 'pairs/s'),
    atLeast('repetitions found of those planted', repeated / (JUDGED / 10), 0.98, ''),
    atLeast(
      `run by a model at ${MODEL.tokensPerSecond} tokens/s with checks, of the same without`,
      share(seconds / JUDGED),
      MODEL.share,
      '',
    ),
  )
  return { name: 'Checks of pairs', rows }
}

/** Takes in pairs as a run that goes on does; gives the seconds that this took, without making the pairs. */
function rememberSome(judge: Judge, places: PairPlaces, from: number, count: number): number {
  const some = Array.from({ length: count }, (_, i) => pairAt(from + i))
  const start = process.cpuUsage()
  some.forEach(({ draft, id, passage }, i) => {
    judge.remember(id, draft, passage.place)
    places.add(id, { run: 1, document: 1, start: from + i })
  })
  return used(start)
}

/** Pairs that are all the same, and texts from templates: what would make a search quadratic. */
export async function benchAlike(): Promise<BenchTable> {
  const rows: BenchRow[] = []
  const { draft, passage } = pairAt(0)
  const template = (number: number): Draft => ({
    ...draft,
    instruction: `Who held office in ${nameOf(number)} when the harbour was built?`,
    response: `When the harbour was built, the office in ${nameOf(number)} was held by ${nameOf(number * 7 + 1)}, who had been chosen by the council of the county in the year before and who left it when the old quay was given up for good.`,
  })
  const cases: [string, number, (number: number) => Draft][] = [
    ['identical pairs', INDEXED, () => draft],
    ['pairs that differ in a number', 20_000, n => ({ ...draft, response: `${draft.response} No. ${n}.` })],
    ['pairs from a template that differ in names', 20_000, template],
  ]
  for (const [name, count, at] of cases) {
    const known = new Map<string, PairWords>()
    const judge = createJudge({
      thresholds: DEFAULT_THRESHOLDS,
      detect: () => 'en',
      wordsOf: id => Promise.resolve(known.get(id) ?? null),
    })
    const ids = Array.from({ length: count }, (_, i) => nodeHash.sha256(`${name} ${i}`))
    const start = process.cpuUsage()
    for (let i = 0; i < count; i++) {
      const id = ids[i] ?? ''
      const one = at(i)
      known.set(id, one)
      await judge.judge(one, id, { ...passage, key: String(i), place: String(i) })
    }
    rows.push(atLeast(`${count} ${name}`, count / used(start), RATE, 'pairs/s'))
  }
  return { name: 'Pairs that are alike', rows }
}

/** Finding 200 characters in a passage of 4,000, as they stand and with every tenth word changed. */
export async function benchLocate(): Promise<BenchTable> {
  const rows: BenchRow[] = []
  for (const language of ['en', 'zh'] as const) {
    const passage = PROSE[language]
      .repeat(3)
      .replace(/(.{80})(?=.)/gsu, `$1${language === 'en' ? ' x' : '玄'}`)
      .slice(0, 4_000)
    const words = passage.slice(1_503, 1_703)
    const changed =
      language === 'en'
        ? words.replace(/(\S+\s+(?:\S+\s+){8})(\S)/gu, '$1very Q$2')
        : words.replace(/(.{18})(.)(.)/gsu, '$1$3很$2')
    for (const [name, wanted] of [
      ['word for word', words],
      ['with changes', changed],
    ] as const) {
      const how = locate(passage, wanted).map(place => `${place.how} ${place.score ?? ''}`)
      const milliseconds = best(200, () => void locate(passage, wanted)) * 1000
      rows.push(atMost(`${language}, ${name} (${how.join(', ')})`, milliseconds, LOCATED, 'ms'))
    }
  }
  return Promise.resolve({ name: 'Evidence', rows })
}

/** The slowest check of a pair of a megabyte of what no parser likes. */
export async function benchHostile(): Promise<BenchTable> {
  const detect = await loadDetectLanguage()
  const million = (unit: string): string => unit.repeat(Math.ceil(1_000_000 / unit.length))
  const strings: [string, string][] = [
    ['one letter', million('a')],
    ['quotation marks', million('"')],
    ['curly quotation marks', million('“')],
    ['digits', million('7')],
    ['numbers', million('1,234.5 ')],
    ['zalgo', million('a\u0301\u0302\u0303\u0304\u0305')],
    ['right to left', million('\u202Eשלום עולם ')],
    ['lone surrogates', million('\uD800')],
    ['10⁵ brackets', '('.repeat(100_000)],
    ['words', million('oak burns slowly and ')],
    ['Chinese characters', million('灯塔建于一八二二年')],
    ['angles', million('<a ')],
    ['line ends', million('\n')],
  ]
  const rows: BenchRow[] = []
  for (const check of CHECKS) {
    let worst = 0
    let of = ''
    for (const [name, text] of strings) {
      const draft: Draft = { ...EMPTY, instruction: text.slice(0, 100_000), response: text, evidence: [] }
      const context = {
        passageText: text.slice(0, 4_000),
        detect,
        id: 'x',
        repeats: null,
        thresholds: DEFAULT_THRESHOLDS,
      }
      for (const passageLanguage of ['en', 'zh'] as const) {
        const seconds = best(
          2,
          () => void check.judge(draft, { ...context, passageLanguage, count: { all: 99, ofTask: 2 } }),
        )
        if (seconds * 1000 < worst) continue
        worst = seconds * 1000
        of = name
      }
    }
    rows.push(atMost(`check ${check.name}, slowest: ${of}`, worst, HOSTILE, 'ms'))
  }
  let worst = 0
  let of = ''
  for (const [name, text] of strings) {
    let start = process.cpuUsage()
    for (let i = 0; i < 2; i++) {
      const judge = createJudge({ thresholds: DEFAULT_THRESHOLDS, detect, wordsOf: () => Promise.resolve(null) })
      start = process.cpuUsage()
      judge.remember('x', { instruction: text.slice(0, 100_000), response: text }, '')
    }
    const milliseconds = used(start) * 1000
    if (milliseconds < worst) continue
    worst = milliseconds
    of = name
  }
  rows.push(atMost(`search for repetitions, slowest: ${of}`, worst, HOSTILE, 'ms'))
  return { name: 'Hostile texts of a megabyte', rows }
}

/** Quick pairs over prose, written and judged, beside written alone. */
export async function benchRulesChecked(): Promise<BenchTable> {
  const detect = await loadDetectLanguage()
  const passages = PROSE.en.split('\n\n').filter(text => text.length > 200)
  const write = (seed: number): { drafts: readonly Draft[]; text: string }[] =>
    passages.map(text => {
      const asked = { text, headings: [], language: 'en', title: null, first: false, seed, tasks: [] } as const
      return { drafts: rulesSynthesizer.synthesize({ aborted: false }, asked).drafts, text }
    })
  const rounds = 30
  let pairs = 0
  const alone = best(3, () => {
    pairs = 0
    for (let round = 0; round < rounds; round++) for (const { drafts } of write(round)) pairs += drafts.length
  })
  let both = Infinity
  for (let run = 0; run < 3; run++) {
    const known = new Map<string, PairWords>()
    const judge = createJudge({
      thresholds: DEFAULT_THRESHOLDS,
      detect,
      wordsOf: id => Promise.resolve(known.get(id) ?? null),
    })
    const start = process.cpuUsage()
    for (let round = 0; round < rounds; round++) {
      for (const [place, { drafts, text }] of write(round).entries()) {
        for (const [at, draft] of drafts.entries()) {
          const id = `${round} ${place} ${at}`
          known.set(id, draft)
          const [key, where] = [`${round} ${place}`, String(place)]
          await judge.judge(draft, id, { text, language: 'en', headings: [], key, place: where })
        }
      }
    }
    both = Math.min(both, used(start))
  }
  const added = Math.max(0, both - alone) / pairs
  const written = `written alone ${((alone / pairs) * 1000).toFixed(3)} ms`
  const row = atMost('added to a quick pair by its checks', added * 1000, 1000 / RATE, 'ms')
  return { name: 'Quick pairs with checks', rows: [{ ...row, peer: written }] }
}

function share(secondsForChecks: number): number {
  const seconds = MODEL.tokensPerPair / MODEL.tokensPerSecond
  return seconds / (seconds + secondsForChecks)
}

function nameOf(number: number): string {
  const letters = [0, 1, 2, 3, 4].map(place => String.fromCharCode(97 + (Math.floor(number / 26 ** place) % 26)))
  return `A${letters.join('')}`
}

/** Seconds of a processor used since a start: the machine's other work does not count. */
function used(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** Least seconds of a processor of several runs. */
function best(times: number, work: () => void): number {
  let least = Infinity
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage()
    work()
    least = Math.min(least, used(start))
  }
  return least
}

/** What is held after everything unneeded was collected. */
function heldBytes(): number {
  v8.setFlagsFromString('--expose-gc')
  // Three times: what finalizers let go of is taken by the next.
  runInNewContext('gc(); gc(); gc()')
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function atLeast(metric: string, ours: number, goal: number, unit: string): BenchRow {
  return row(metric, ours, goal, unit, ours / goal, '≥')
}

function atMost(metric: string, ours: number, goal: number, unit: string): BenchRow {
  return row(metric, ours, goal, unit, ours === 0 ? Infinity : goal / ours, '≤')
}

function row(metric: string, ours: number, goal: number, unit: string, ratio: number, sign: string): BenchRow {
  const figure = (value: number): string =>
    `${value >= 100 ? value.toFixed(0) : Number(value.toPrecision(4))} ${unit}`.trim()
  return {
    metric,
    ours: figure(ours),
    peer: `goal ${figure(goal)}`,
    ratio,
    goal: `${sign} ${figure(goal)}`,
    met: ratio >= 1,
  }
}
