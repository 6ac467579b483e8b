import { readFileSync } from 'node:fs'
import { rulesSynthesizer } from '#core/mining/rules-synthesizer'

/** A hand-labelled candidate; see test/fixtures/mining/README.md. */
interface Label {
  readonly half: 'tuning' | 'held-out'
  readonly title: string | null
  readonly passage: string
  readonly about: string | null
  readonly answer: string | null
  readonly why: string | null
}

/** Counts over the labels of one family in one language. */
export interface Score {
  /** Pairs made, and how many of them are the ones expected. */
  readonly made: number
  readonly right: number
  /** Passages that hold a pair, and in how many of them it was found. */
  readonly wanted: number
  readonly found: number
  /** What went wrong, to read in a failing test. */
  readonly faults: readonly string[]
}

export type Half = Label['half'] | 'both'

const isLabel = (value: unknown): value is Label =>
  typeof value === 'object' && value !== null && 'passage' in value && 'half' in value && 'about' in value

/** The labels of one family in one language. */
export function labelsOf(language: 'en' | 'zh', family: string, half: Half): Label[] {
  return readFileSync(`test/fixtures/mining/${language}.${family}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
    .filter(isLabel)
    .filter(label => half === 'both' || label.half === half)
}

/** Mines every labelled passage for one family and compares. */
export function scoreLabels(language: 'en' | 'zh', family: string, half: Half): Score {
  let made = 0
  let right = 0
  let wanted = 0
  let found = 0
  const faults: string[] = []
  for (const { about, answer, passage, title } of labelsOf(language, family, half)) {
    const completion = rulesSynthesizer.synthesize(
      { aborted: false },
      { text: passage, headings: [], language, title, first: true, seed: 1, tasks: [family] },
    )
    let hit = false
    for (const { instruction, response } of completion.drafts) {
      made += 1
      // A title is asked for in both directions.
      const good =
        about !== null &&
        answer !== null &&
        ((holds(instruction, about) && holds(response, answer)) ||
          (family === 'title' && holds(response, about) && holds(instruction, answer)))
      if (good) right += 1
      else faults.push(`wrong: ${instruction} -> ${response}`)
      hit ||= good
    }
    if (about === null) continue
    wanted += 1
    if (hit) found += 1
    else faults.push(`missed: ${passage}`)
  }
  return { made, right, wanted, found, faults }
}

/** Whether nearly all words (in Chinese: characters) of `part` stand in `text`; an inversion may move them. */
function holds(text: string, part: string): boolean {
  const lower = text.toLowerCase()
  if (lower.includes(part.toLowerCase())) return true
  const words = part.toLowerCase().match(/[a-z0-9]{3,}|[\u4e00-\u9fff]/gu) ?? []
  return words.length > 0 && words.filter(word => lower.includes(word)).length >= words.length * 0.8
}
