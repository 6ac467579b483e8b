import type { Row } from '#core/export/json-line'
import { isRow } from '#core/export/shape'
import { createGathering, type ReadSet } from '#core/tuning/reading-set'

type Gathering = ReturnType<typeof createGathering>

/**
 * Reads rows of reading-comprehension sets of usual shapes, told apart by their keys (rule TUNING1): SQuAD's nested JSON,
 * CoQA's stories, RACE's articles with lettered answers, the instruction synthesizer's own rows (`context`, `QA_list`,
 * `QA_type`, `rc_name`), records of Pairloom, and flat rows with a context, a question and an answer under usual names.
 *
 * @param rows parsed JSON: one whole file, or its lines
 * @param name what the set is called where its rows do not say
 */
export function readSet(rows: Iterable<unknown>, name: string): ReadSet {
  const gathering = createGathering()
  for (const row of rows) {
    if (Array.isArray(row)) for (const inner of row) readRow(gathering, inner, name)
    else readRow(gathering, row, name)
  }
  return gathering.end()
}

function readRow(gathering: Gathering, row: unknown, name: string): void {
  if (!isRow(row)) {
    gathering.leave('not-understood')
    return
  }
  const { data } = row
  if (Array.isArray(data)) {
    for (const inner of data) readRow(gathering, inner, text(row['dataset_name'], name))
    return
  }
  const reader = READERS.find(({ fits }) => fits(row))
  if (reader === undefined) gathering.leave('not-understood')
  else reader.read(gathering, row, name)
}

interface Reader {
  readonly fits: (row: Row) => boolean
  readonly read: (gathering: Gathering, row: Row, name: string) => void
}

const READERS: readonly Reader[] = [
  {
    // SQuAD 1.1 and 2.0: an article with paragraphs.
    fits: row => Array.isArray(row['paragraphs']),
    read: (gathering, row, name) => {
      for (const paragraph of list(row['paragraphs'])) {
        for (const qa of list(paragraph['qas'])) {
          if (qa['is_impossible'] === true) gathering.leave('unanswerable')
          else add(gathering, name, text(paragraph['context']), text(qa['question']), answers(qa['answers']))
        }
      }
    },
  },
  {
    // CoQA: a story with questions and answers in step.
    fits: row => typeof row['story'] === 'string' && Array.isArray(row['questions']),
    read: (gathering, row, name) => {
      const said = list(row['answers'])
      for (const [turn, question] of list(row['questions']).entries()) {
        const answer = text(said[turn]?.['input_text'])
        if (answer.toLowerCase() === 'unknown') gathering.leave('unanswerable')
        else add(gathering, name, text(row['story']), text(question['input_text']), [answer])
      }
    },
  },
  {
    // RACE: an article with questions, options and letters; a row with one question each on the Hub.
    fits: row => typeof row['article'] === 'string',
    read: (gathering, row, name) => {
      const many = Array.isArray(row['questions'])
      const questions = many ? texts(row['questions']) : [text(row['question'])]
      const letters = many ? texts(row['answers']) : [text(row['answer'])]
      const options: unknown[] = many && Array.isArray(row['options']) ? row['options'] : [row['options']]
      for (const [place, question] of questions.entries()) {
        addChoice(gathering, name, text(row['article']), question, texts(options[place]), letters[place] ?? '')
      }
    },
  },
  {
    // The synthesizer's own rows.
    fits: row => Array.isArray(row['QA_list']),
    read: (gathering, row, name) => {
      for (const qa of list(row['QA_list'])) {
        const [question, answer] = [text(qa['Q'] ?? qa['question']), qa['A'] ?? qa['answer']]
        add(gathering, text(row['rc_name'], name), text(row['context']), question, [text(answer)])
      }
    },
  },
  {
    // Records of Pairloom: what a person kept becomes tuning data.
    fits: row => typeof row['instruction'] === 'string' && isRow(row['passage']),
    read: (gathering, row, name) => {
      const passage = isRow(row['passage']) ? text(row['passage']['text']) : ''
      const options = texts(row['options'])
      const answer = text(row['response'])
      const reasoning = text(row['reasoning'])
      const [question, whole] = withSteps(text(row['instruction']), reasoning, answer)
      if (options.length === 0) add(gathering, name, passage, question, [whole])
      else addOptions(gathering, name, passage, text(row['instruction']), options, answer, reasoning)
    },
  },
  {
    fits: row => firstText(row, CONTEXTS) !== null && firstText(row, QUESTIONS) !== null,
    read: (gathering, row, name) => {
      const [context, question] = [firstText(row, CONTEXTS) ?? '', firstText(row, QUESTIONS) ?? '']
      const given = row['answers'] ?? row['answer'] ?? row['response'] ?? row['output']
      const options = texts(row['options'] ?? row['choices'])
      const [answer = ''] = answers(given)
      if (options.length > 0) addChoice(gathering, text(row['dataset'], name), context, question, options, answer)
      else add(gathering, text(row['dataset'], name), context, question, answers(given))
    },
  },
]

const CONTEXTS = ['context', 'passage', 'text', 'document', 'input'] as const
const QUESTIONS = ['question', 'instruction', 'query', 'prompt'] as const
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function withSteps(question: string, reasoning: string, answer: string): readonly [string, string] {
  if (reasoning.trim() === '') return [question, answer]
  const chain = reasoning.trim().replace(/[.。]$/u, '')
  return [`${question}\nLet's think step by step.`, `${chain}.\nTherefore, the answer is ${answer}`]
}

function add(gathering: Gathering, dataset: string, context: string, question: string, given: readonly string[]): void {
  const said = given.map(answer => answer.trim()).filter(answer => answer !== '')
  const counts = new Map<string, number>()
  for (const answer of said) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  if (counts.size > 1) gathering.several()
  // Of equally frequent ones the first stays first.
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  gathering.add(dataset, context, { question, answer: best?.[0] ?? '' })
}

/** A choice whose answer is a letter, a number from 0, or the words of an option. */
function addChoice(
  gathering: Gathering,
  dataset: string,
  context: string,
  question: string,
  options: readonly string[],
  given: string,
): void {
  if (options.length === 0) {
    add(gathering, dataset, context, question, [given])
    return
  }
  const answer = options.find(option => option === given) ?? options[placeOf(given)]
  if (answer === undefined) gathering.leave('answer-no-option')
  else addOptions(gathering, dataset, context, question, options, answer, '')
}

function placeOf(given: string): number {
  const letter = /^\s*\(?([A-Z])\)?[.)]?\s*$/iu.exec(given)?.[1]
  if (letter !== undefined) return LETTERS.indexOf(letter.toUpperCase())
  return /^\d+$/u.test(given.trim()) ? Number(given) : -1
}

/** Options below the question, one a line; the answer repeats one word for word. */
function addOptions(
  gathering: Gathering,
  dataset: string,
  context: string,
  question: string,
  options: readonly string[],
  answer: string,
  reasoning: string,
): void {
  if (!options.includes(answer)) {
    gathering.leave('answer-no-option')
    return
  }
  const listed = `${question.trim()}\nOptions:\n${options.map(option => `- ${option.trim()}`).join('\n')}`
  const [asked, said] = withSteps(listed, reasoning, answer)
  gathering.add(dataset, context, { question: asked, answer: said })
}

/** Answers under any of the shapes in use: a text, texts, `{text: …}`, `{text: [ … ]}`, or a list of these. */
function answers(given: unknown): readonly string[] {
  if (typeof given === 'string') return [given]
  if (typeof given === 'number') return [String(given)]
  if (Array.isArray(given)) return given.flatMap(answers)
  return isRow(given) ? answers(given['text'] ?? given['input_text'] ?? []) : []
}

function list(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRow) : []
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}

function text(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise
}

function firstText(row: Row, names: readonly string[]): string | null {
  for (const name of names) {
    const value = row[name]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return null
}
