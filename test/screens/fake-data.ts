import type { BlindSample } from '#core/evaluation/blind-sample'
import type { Document, Language } from '#core/documents/document'
import type { Passage } from '#core/documents/passage'
import type { Source, StoredPair, StoredRecipe } from '#core/ports/project-store'
import type { Run } from '#core/run/run'
import type { Check, Evidence, State } from '#core/synthesis/pair'
import { provenanceOf } from '#test/support/provenance'

/** What a fake project holds: enough of everything for a screen to look as it will. */
export interface FakeProject {
  readonly sources: Source[]
  readonly documents: Document[]
  readonly texts: Map<number, string>
  readonly passages: Map<number, readonly Passage[]>
  readonly runs: Run[]
  readonly pairs: StoredPair[]
  /** The person's own. */
  readonly recipes: StoredRecipe[]
  readonly samples: BlindSample[]
}

const LIGHTHOUSES = `# Lighthouses

## Fuel and flame

Coal braziers stood on the oldest towers. They were bright in a dry wind and nearly useless in rain, and they ate half a ton a night.

On the northern coast the keepers turned to wood. Pine was plentiful but its resin coated the glass with soot within an hour; therefore the first keepers burned oak, which had to be carried from forty miles inland. A tower used eleven cartloads a month in winter.

In 1822 the stepped lens made open fires obsolete. A single oil lamp behind it could be seen for twenty miles.

## Parts of a lens

A first-order lens has three parts: the central drum, the upper prisms and the lower prisms. The arc of visibility is the sector of the horizon over which a light can be seen from the sea.

Does the fog signal replace the light? No, because sound bends over warm water, so that a ship may hear it from the wrong side.
`

const TEA = `# 茶的制作

## 采摘

清明前采的芽叶叫明前茶。芽叶细嫩，一斤干茶约需六万个芽头。

采茶宜在晴天的早晨，露水干后开始，因为带露的叶子在锅中容易焦边。

## 杀青

杀青是指用高温破坏鲜叶中酶的活性，使茶叶保持绿色。锅温一般在二百度上下，时间三到五分钟。

杀青不足，茶叶会变红；杀青过度，茶叶会焦。
`

const STATES: readonly State[] = ['ready', 'unsure', 'ready', 'failed', 'kept', 'ready', 'dropped']

const WRITTEN: readonly {
  readonly language: Language
  readonly instruction: string
  readonly response: string
  readonly task: string
  readonly quote: string
}[] = [
  {
    language: 'en',
    instruction: 'Why did the first keepers burn oak rather than pine?',
    response: 'Pine resin coated the glass with soot within an hour, so the first keepers burned oak.',
    task: 'cause',
    quote: 'its resin coated the glass with soot within an hour; therefore the first keepers burned oak',
  },
  {
    language: 'en',
    instruction: 'What is the arc of visibility?',
    response: 'It is the sector of the horizon over which a light can be seen from the sea.',
    task: 'definition',
    quote: 'The arc of visibility is the sector of the horizon over which a light can be seen from the sea.',
  },
  {
    language: 'en',
    instruction: 'Name the three parts of a first-order lens.',
    response: 'The central drum, the upper prisms and the lower prisms.',
    task: 'list',
    quote: 'the central drum, the upper prisms and the lower prisms',
  },
  {
    language: 'en',
    instruction: 'Does the fog signal replace the light? Explain.',
    response: 'No, because sound bends over warm water, so that a ship may hear it from the wrong side.',
    task: 'yes-no',
    quote: 'No, because sound bends over warm water',
  },
  {
    language: 'zh',
    instruction: '什么是杀青？',
    response: '杀青是指用高温破坏鲜叶中酶的活性，使茶叶保持绿色。',
    task: 'definition',
    quote: '杀青是指用高温破坏鲜叶中酶的活性，使茶叶保持绿色。',
  },
  {
    language: 'zh',
    instruction: '为什么采茶要等露水干后才开始？',
    response: '因为带露的叶子在锅中容易焦边。',
    task: 'cause',
    quote: '因为带露的叶子在锅中容易焦边',
  },
]

/** Passages of a fake cut: one for each second-level heading. */
function cutOf(text: string, language: Language): readonly Passage[] {
  const starts = [0, ...[...text.matchAll(/^## /gm)].map(match => match.index)]
  const title = /^# (.*)$/m.exec(text)?.[1]
  return starts.map((start, index) => {
    const heading = /^## (.*)/.exec(text.slice(start))?.[1]
    return {
      start,
      end: starts[index + 1] ?? text.length,
      language,
      headings: [title, heading].filter(part => part !== undefined),
    }
  })
}

function documentOf(order: number, source: number, name: string, text: string, language: Language): Document {
  return {
    order,
    source,
    name,
    row: null,
    sha256: `${order}`.padStart(64, 'a'),
    length: text.length,
    language,
    title: null,
    pages: null,
    meta: null,
    removed: false,
  }
}

function source(id: number, name: string, more: Partial<Source> = {}): Source {
  return {
    id,
    name,
    kind: 'text',
    bytes: 18_240,
    encoding: 'utf-8',
    column: null,
    columns: null,
    documents: 1,
    passages: 12,
    characters: 17_902,
    languages: ['en'],
    warnings: [],
    problem: null,
    removed: false,
    firstDocument: id,
    lastDocument: id,
    ...more,
  }
}

const NONE = {
  documents: 0,
  passages: 0,
  characters: 0,
  languages: [],
  firstDocument: null,
  lastDocument: null,
} as const

function sources(count: number): Source[] {
  const told = [
    source(1, 'manuals/lighthouses.md', { passages: 3, characters: LIGHTHOUSES.length, bytes: LIGHTHOUSES.length }),
    source(2, '茶的制作.md', { passages: 3, characters: TEA.length, bytes: TEA.length * 3, languages: ['zh'] }),
    source(3, 'faq/customer-questions.csv', {
      kind: 'table',
      column: 'answer',
      columns: ['id', 'question', 'answer', 'written'],
      bytes: 4_812_004,
      documents: 2_408,
      passages: 2_611,
      characters: 1_902_771,
      languages: ['en', 'zh'],
      warnings: [
        { kind: 'ragged-rows', count: 3, lines: [18, 402, 1_911] },
        { kind: 'repeated-rows', count: 27, lines: [9, 12, 77, 78, 79, 140, 181, 202, 230, 244, 301, 377] },
      ],
    }),
    source(4, 'papers/Keeping the light: an oral history of the northern stations, 1890 to 1971.pdf', {
      kind: 'pdf',
      encoding: null,
      bytes: 22_480_133,
      passages: 214,
      characters: 498_220,
      warnings: [{ kind: 'pages-without-text', count: 4, pages: [1, 2, 118, 240] }],
    }),
    source(5, 'papers/scan-1904.pdf', {
      ...NONE,
      kind: 'pdf',
      encoding: null,
      problem: { kind: 'pdf-no-text-layer', pages: 38 },
    }),
    source(6, 'legacy/notes-gbk.txt', { encoding: 'gb18030', languages: ['zh'], passages: 41, characters: 22_815 }),
    source(7, 'site/index.html', { kind: 'html', passages: 6, characters: 5_120 }),
    source(8, 'contracts/keeper-1931.docx', { kind: 'docx', encoding: null, passages: 9, characters: 8_410 }),
    source(9, 'copy-of-lighthouses.md', {
      ...NONE,
      problem: { kind: 'already-here', name: 'manuals/lighthouses.md', row: null },
    }),
    source(10, 'Pasted text', { kind: 'paste', encoding: null, passages: 2, characters: 1_804, bytes: 1_810 }),
    source(11, 'old/tides.txt', { removed: true, passages: 17, characters: 12_008 }),
  ]
  for (let id = told.length + 1; id <= count; id++) {
    told.push(source(id, `archive/letter-${String(id).padStart(4, '0')}.txt`, { passages: 1 + (id % 7) }))
  }
  return told.slice(0, count)
}

function checksOf(state: State): readonly Check[] {
  const pass: readonly Check[] = [
    { name: 'evidence', result: 'pass', reason: 'evidence.found' },
    { name: 'numbers', result: 'pass', reason: 'numbers.agree' },
  ]
  if (state === 'unsure') return [...pass, { name: 'standalone', result: 'doubt', reason: 'standalone.refers' }]
  if (state === 'failed')
    return [{ name: 'numbers', result: 'fail', reason: 'numbers.missing', values: { number: '38' } }]
  return pass
}

function pairAt(index: number, documents: FakeProject): StoredPair {
  const written = WRITTEN[index % WRITTEN.length] ?? WRITTEN[0]
  if (written === undefined) throw new Error('no words')
  const document = written.language === 'zh' ? 2 : 1
  const text = documents.texts.get(document) ?? ''
  const at = text.indexOf(written.quote)
  const passage = (documents.passages.get(document) ?? []).find(one => one.start <= at && at < one.end)
  const start = passage?.start ?? 0
  const evidence: Evidence = { start: at - start, end: at - start + written.quote.length, how: 'quoted' }
  const state = STATES[index % STATES.length] ?? 'ready'
  const key = `${String(document).padStart(8, '0')}:${String(start).padStart(10, '0')}:1:${String(index).padStart(6, '0')}`
  const decision = state === 'kept' ? 'keep' : state === 'dropped' ? 'drop' : null
  return {
    key,
    document,
    run: 1,
    pair: {
      id: `pair-${index}`,
      instruction: written.instruction,
      response: written.response,
      options: null,
      reasoning: null,
      task: written.task,
      form: 'open',
      needsPassage: written.task === 'yes-no',
      language: written.language,
      evidence: [evidence],
      passage: { start, end: passage?.end ?? text.length, headings: passage?.headings ?? [] },
      chain: { id: `chain-${document}-${start}`, round: 0, shots: [] },
      provenance: provenanceOf({ run: 'run-1' }),
      checks: checksOf(state),
      decision,
      state,
      original: null,
    },
  }
}

export function fakeRun(more: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    sequence: 1,
    request: {
      synthesizer: 'rules',
      engine: 'none',
      model: null,
      recipe: 'rules',
      recipeVersion: '1',
      tasks: [],
      seed: 1,
      documents: null,
      sample: null,
    },
    status: 'done',
    problem: null,
    total: 2_931,
    done: 2_929,
    failed: 2,
    empty: 212,
    pairs: 9_480,
    chosen: true,
    activeMs: 41_300,
    createdAt: Date.UTC(2026, 10, 21, 9, 30),
    ...more,
  }
}

/** A project with that many sources and pairs; none of either makes an empty one. */
export function fakeProject(counts: { sources: number; pairs: number }): FakeProject {
  const project: FakeProject = {
    sources: sources(counts.sources),
    documents: [],
    texts: new Map(),
    passages: new Map(),
    runs: [],
    pairs: [],
    recipes: [],
    samples: [],
  }
  for (const one of project.sources) {
    if (one.documents === 0 || one.removed) continue
    const chinese = one.languages[0] === 'zh'
    const text = chinese ? TEA : LIGHTHOUSES
    project.documents.push(documentOf(one.id, one.id, one.name, text, chinese ? 'zh' : 'en'))
    project.texts.set(one.id, text)
    project.passages.set(one.id, cutOf(text, chinese ? 'zh' : 'en'))
  }
  if (counts.pairs > 0) {
    project.runs.push(
      fakeRun(),
      fakeRun({
        id: 'run-2',
        sequence: 2,
        status: 'paused',
        total: 20,
        done: 11,
        failed: 0,
        empty: 1,
        pairs: 38,
        chosen: false,
        activeMs: 700,
      }),
    )
    for (let index = 0; index < counts.pairs; index++) project.pairs.push(pairAt(index, project))
    project.pairs.sort((a, b) => (a.key < b.key ? -1 : 1))
  }
  return project
}
