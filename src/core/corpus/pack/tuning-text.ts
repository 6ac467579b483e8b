import { isRow } from '#core/export/shape'

/** The text of a row of a synthesizer's training data, in whichever of its formats; null where the row has none. */
export function tuningText(line: string): string | null {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch {
    return null
  }
  if (!isRow(row)) return null
  const { text, segments, prompt, completion } = row
  const whole = Array.isArray(segments)
    ? segments.map(segment => (isRow(segment) && typeof segment['text'] === 'string' ? segment['text'] : '')).join('')
    : typeof text === 'string'
      ? text
      : typeof prompt === 'string' && typeof completion === 'string'
        ? prompt + completion
        : ''
  return whole.trim() === '' ? null : whole
}
