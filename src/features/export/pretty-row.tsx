export interface PrettyField {
  readonly key: string
  readonly value: string
  /** Text to be read; else a value in JSON. */
  readonly plain: boolean
}

/** Turns of a conversation are read as turns: `user: …`. */
function turn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const entries: readonly unknown[] = Object.values(value)
  const [who, what] = entries
  return entries.length === 2 && typeof who === 'string' && typeof what === 'string' ? `${who}: ${what}` : null
}

function fieldOf(key: string, value: unknown): PrettyField {
  if (typeof value === 'string') return { key, value, plain: true }
  if (Array.isArray(value) && value.length > 0) {
    const turns = value.map(turn)
    if (turns.every(said => said !== null)) return { key, value: turns.join('\n\n'), plain: true }
  }
  const flat = typeof value !== 'object' || value === null
  return { key, value: JSON.stringify(value, null, flat ? 0 : 1), plain: false }
}

/** A line of JSONL as its keys and values, for reading; a line that cannot be read stands as it is. */
export function prettyRow(line: string): readonly PrettyField[] {
  try {
    const row: unknown = JSON.parse(line)
    if (typeof row === 'object' && row !== null && !Array.isArray(row))
      return Object.entries(row).map(([key, value]) => fieldOf(key, value))
  } catch {
    // Falls through to the line itself.
  }
  return [{ key: '', value: line, plain: false }]
}
