import type { TableRow } from '#files/tables/table'

/** Names that the text goes by. */
const TEXT_NAMES: ReadonlySet<string> = new Set([
  ...[
    'text',
    'content',
    'contents',
    'body',
    'passage',
    'article',
    'document',
    'page_content',
    'raw_content',
    'raw_text',
  ],
  ...['正文', '内容', '文本', '文章', '內容', '原文'],
])

/** A column with such a name counts as long as another one this many times its average. */
const NAME_WEIGHT = 10
/** Values without a space or a Han character (addresses, keys, codes) count less. */
const CODE_WEIGHT = 0.1

const RUNNING_TEXT = /\s|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u

/** Columns of the rows, in the order in which they turn up. */
export function columnsOf(rows: readonly TableRow[]): readonly string[] {
  const columns = new Set<string>()
  for (const { values } of rows) if (typeof values !== 'string') for (const name of values.keys()) columns.add(name)
  return [...columns]
}

/** The column that holds the text: the longest on average, where a telling name weighs ten times; null when none can. */
export function guessColumn(rows: readonly TableRow[]): string | null {
  const totals = new Map<string, number>()
  for (const { values } of rows) {
    if (typeof values === 'string') continue
    for (const [name, value] of values) {
      if (typeof value !== 'string' || value.trim() === '') continue
      const weight = RUNNING_TEXT.test(value.slice(0, 1000)) ? 1 : CODE_WEIGHT
      totals.set(name, (totals.get(name) ?? 0) + value.length * weight)
    }
  }
  let best: string | null = null
  let most = 0
  for (const [name, total] of totals) {
    const weighted = total * (TEXT_NAMES.has(name.trim().toLowerCase()) ? NAME_WEIGHT : 1)
    if (weighted > most) [best, most] = [name, weighted]
  }
  return best
}
