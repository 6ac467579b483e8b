import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { parseRecord } from '#core/export/parse-record'
import type { RecordSource } from '#core/export/export-row'
import type { Recipe } from '#core/synthesis/recipe'
import { teachByKept } from '#core/synthesis/teach/teach-by-kept'
import { estimateTokens } from '#core/text/token-estimate'

/** What a model is loaded with where the command line does not say. */
const USUAL_CONTEXT = 4096
const SEED = 1

/**
 * The recipe with the best kept pairs of a `records` file as its first examples (rule TEACH10): what was kept and edited
 * in the app teaches a run of the command line. A fault says what is wrong with the file.
 */
export async function teachFromRecords(
  file: string,
  recipe: Recipe,
  contextTokens: number | null,
): Promise<{ readonly recipe: Recipe } | { readonly fault: string }> {
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return { fault: `There is no ${file}` }
  const lines = textOf(file, bytes)?.split('\n') ?? null
  if (lines === null) return { fault: `${file} is not whole: it cannot be unpacked.` }
  const records: RecordSource[] = []
  for (const line of lines) {
    const read = line === '' ? null : parseRecord(line)
    if (read !== null && 'record' in read && read.record.pair.decision === 'keep') records.push(read.record)
  }
  if (records.length === 0) return { fault: `${file} holds no kept pair: --teach reads a file in the records format.` }
  const texts = new Map(
    records.map(({ pair, document, passageText }) => [
      `${document.sha256} ${pair.passage.start} ${pair.passage.end}`,
      passageText,
    ]),
  )
  const room = {
    contextTokens: contextTokens ?? USUAL_CONTEXT,
    count: (counted: readonly string[]) => Promise.resolve(counted.map(text => estimateTokens(text))),
  }
  const taught = await teachByKept(room, recipe, SEED, {
    pairs: () => Promise.resolve(records.map(({ pair, document }) => ({ pair, document: document.sha256 }))),
    texts: places =>
      Promise.resolve(places.map(({ document, start, end }) => texts.get(`${document} ${start} ${end}`) ?? '')),
  })
  if (taught.tooSmall) return { fault: `--teach needs a context of 2048 tokens or more.` }
  if (taught.taught.length === 0) return { fault: `No kept pair of ${file} fits the recipe ${recipe.name}.` }
  return { recipe: taught.recipe }
}

function textOf(file: string, bytes: Buffer): string | null {
  if (!file.endsWith('.gz')) return bytes.toString('utf8')
  try {
    return gunzipSync(bytes).toString('utf8')
  } catch {
    return null
  }
}
