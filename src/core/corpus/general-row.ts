import { isRow } from '#core/export/shape'

/** An instruction of a general data set, to be mixed in as it is. */
export interface GeneralRow {
  readonly question: string
  readonly response: string
}

/** Columns that hold the two halves, in the order in which they are looked for. */
const QUESTIONS = ['question', 'instruction', 'prompt', 'query', 'input'] as const
const RESPONSES = ['response', 'output', 'answer', 'completion', 'text'] as const

/**
 * Reads one row of general instruction data: two columns of usual names (OpenOrca's `question` and `response`, Alpaca's
 * `instruction`, `input` and `output` …), or a conversation whose first two turns are taken. null where neither is there.
 */
export function generalRow(line: string): GeneralRow | null {
  const row = parsed(line)
  if (!isRow(row)) return null
  const turns = row['messages'] ?? row['conversations']
  if (Array.isArray(turns)) return ofTurns(turns.filter(isRow))
  const question = named(row, QUESTIONS)
  const response = named(row, RESPONSES)
  if (question === null || response === null) return null
  const more = question.name === 'instruction' && typeof row['input'] === 'string' ? row['input'].trim() : ''
  return { question: more === '' ? question.text : `${question.text}\n${more}`, response: response.text }
}

/** `{question} {response}`, one space between: as the paper writes general instructions (rule CORPUS5). */
export function generalText({ question, response }: GeneralRow): string {
  return `${question} ${response}`
}

type Row = { readonly [key: string]: unknown }

function ofTurns(turns: readonly Row[]): GeneralRow | null {
  const said = turns.map(turn => ({ role: turn['role'] ?? turn['from'], text: turn['content'] ?? turn['value'] }))
  const asked = said.findIndex(({ role }) => role === 'user' || role === 'human')
  const question = said[asked]?.text
  const response = said[asked + 1]?.text
  return typeof question === 'string' &&
    typeof response === 'string' &&
    question.trim() !== '' &&
    response.trim() !== ''
    ? { question: question.trim(), response: response.trim() }
    : null
}

function named(row: Row, names: readonly string[]): { readonly name: string; readonly text: string } | null {
  for (const name of names) {
    const value = row[name]
    if (typeof value === 'string' && value.trim() !== '') return { name, text: value.trim() }
  }
  return null
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
