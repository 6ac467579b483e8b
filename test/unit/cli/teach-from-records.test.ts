import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordRow } from '#core/export/export-row'
import { jsonLine } from '#core/export/json-line'
import { multipleChoice } from '#core/synthesis/recipes/multiple-choice/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { taughtPlaces, untaughtRecipe } from '#core/synthesis/teach'
import { keptPair } from '#test/unit/teaching/kept'
// eslint-disable-next-line house/no-far-parent -- a subpath import takes .ts only where it names it
import { teachFromRecords } from '../../../src/cli/teach-from-records'

const TEXT = 'Oak burns for four hours in an open hearth. Pine is gone after one.'

function line(decision: 'keep' | null, start = 0): string {
  const { pair, document } = keptPair({
    text: TEXT,
    decision,
    start,
    instruction: `How long does oak burn (${start})?`,
  })
  return jsonLine(
    recordRow({ pair, document: { name: 'a.md', row: null, sha256: document, meta: null }, passageText: TEXT }),
  )
}

let folder: string
const at = (name: string): string => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pairloom-'))
  const rows = [line('keep'), 'no row at all', line('keep', 500), line(null, 900), ''].join('\n')
  await writeFile(at('kept.jsonl'), rows)
  await writeFile(at('kept.jsonl.gz'), gzipSync(rows))
  await writeFile(at('broken.jsonl.gz'), 'x')
  await writeFile(at('none.jsonl'), line(null))
})

afterAll(() => rm(folder, { recursive: true }))

describe('teaching by a file of records', () => {
  it('TEACH10: kept ones become the first examples of the recipe, packed or not', async () => {
    const taught = await teachFromRecords(at('kept.jsonl'), readingComprehension, null)
    if ('fault' in taught) throw new RangeError(taught.fault)
    expect(
      taughtPlaces(taught.recipe)
        .map(({ start }) => start)
        .sort(),
    ).toEqual([0, 500])
    expect(taught.recipe.words.en.examples[0]).toMatchObject({ passage: TEXT })
    expect(untaughtRecipe(taught.recipe)).toEqual(readingComprehension)
    expect(await teachFromRecords(at('kept.jsonl.gz'), readingComprehension, null)).toEqual(taught)
  })

  it.each([
    ['absent.jsonl', 'There is no'],
    ['broken.jsonl.gz', 'cannot be unpacked'],
    ['none.jsonl', 'holds no kept pair'],
  ])('TEACH10: %s is a fault that says why', async (name, words) => {
    expect(await teachFromRecords(at(name), readingComprehension, null)).toEqual({
      fault: expect.stringContaining(words),
    })
  })

  it('TEACH10: so is a recipe that nothing fits, or a context that holds no example', async () => {
    expect(await teachFromRecords(at('kept.jsonl'), multipleChoice, null)).toEqual({
      fault: expect.stringContaining('fits the recipe multiple-choice'),
    })
    expect(await teachFromRecords(at('kept.jsonl'), readingComprehension, 1_024)).toEqual({
      fault: expect.stringContaining('2048'),
    })
  })
})
