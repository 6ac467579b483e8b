import type { ExportPair } from '#core/export/export-row'
import type { RowSettings } from '#core/export/format'
import type { Row } from '#core/export/json-line'
import { chatPrompt } from '#core/export/prompt'
import { isRow } from '#core/export/shape'

/** What the keys and speakers of a chat are called. */
export interface ChatNames {
  readonly speaker: string
  readonly words: string
  readonly system: string
  readonly user: string
  readonly assistant: string
}

/** The turns of a pair: system (when set), user, assistant. */
export function turnsOf(pair: ExportPair, settings: RowSettings, names: ChatNames): Row[] {
  const turn = (speaker: string, words: string): Row => ({ [names.speaker]: speaker, [names.words]: words })
  const turns = [turn(names.user, chatPrompt(pair, settings)), turn(names.assistant, pair.pair.response)]
  return settings.systemPrompt.trim() === '' ? turns : [turn(names.system, settings.systemPrompt), ...turns]
}

/** Trainers want user and assistant in turn, the user first, one system prompt at most and before them. */
export function turnsFault(turns: unknown, names: ChatNames): string | null {
  if (!Array.isArray(turns)) return 'there are no turns'
  const speakers = turns.map(turn => (isRow(turn) ? turn[names.speaker] : null))
  const talk = speakers[0] === names.system ? speakers.slice(1) : speakers
  const inTurn = talk.every((speaker, index) => speaker === (index % 2 === 0 ? names.user : names.assistant))
  if (talk.length === 0 || talk.length % 2 !== 0 || !inTurn)
    return `the speakers are ${speakers.map(String).join(', ')}, not ${names.user} and ${names.assistant} in turn`
  return null
}
