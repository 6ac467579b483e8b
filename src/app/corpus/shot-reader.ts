import { shotOf } from '#core/corpus/corpus-texts'
import type { PassageRows } from '#core/corpus/passage-index'
import type { CorpusShot } from '#core/corpus/segment'
import { type Narrowing, selectionOf } from '#core/export/selection'
import type { ProjectReader, StoredPair } from '#core/ports/project-store'
import { filterOf } from '../export/export-source'
import type { KeyStretch } from './index-pairs'

/** Passages read at a time. */
const PAGE = 32
/** Pages held. The rounds of a chain lie far apart, and each goes through its own stretch of the documents in order. */
const HELD = 8

type Rows = PassageRows<KeyStretch>

/**
 * Reads passages with their pairs when they are asked for, neighbours in one go. In memory for a few pages, however many
 * passages there are.
 */
export function createShotReader(
  reader: ProjectReader,
  narrowing: Narrowing,
  all: readonly Rows[],
): (rows: Rows) => Promise<CorpusShot | null> {
  const pages = new Map<number, Promise<ReadonlyMap<Rows, CorpusShot | null>>>()
  const read = async (page: number): Promise<ReadonlyMap<Rows, CorpusShot | null>> => {
    const wanted = all.slice(page * PAGE, (page + 1) * PAGE)
    const [pairs, texts] = await Promise.all([
      readPairs(reader, narrowing, all[page * PAGE - 1]?.where.last ?? '', wanted),
      reader.texts(wanted.map(({ place: { start, end }, where: { document } }) => ({ document, start, end }))),
    ])
    let at = 0
    return new Map(
      wanted.map((rows, place) => {
        const from = at
        while ((pairs[at]?.key ?? '\uffff') <= rows.where.last) at += 1
        // What came in between since the passages were noted is left for the next time.
        const own = pairs.slice(from, at).filter(({ key }) => key >= rows.where.first)
        const shot = shotOf(
          rows.key,
          texts[place] ?? '',
          own.map(({ pair }) => pair),
        )
        return [rows, shot]
      }),
    )
  }
  const held = (page: number): Promise<ReadonlyMap<Rows, CorpusShot | null>> => {
    const found = pages.get(page) ?? read(page)
    found.catch(() => undefined)
    // Behind all others: the one that was asked for longest ago goes first.
    pages.delete(page)
    pages.set(page, found)
    return found
  }
  return async rows => {
    const page = Math.floor(rows.at / PAGE)
    // The next one is read while the caller puts this one into texts.
    if (!pages.has(page) && (page + 1) * PAGE < all.length) void held(page + 1)
    const found = held(page)
    for (const oldest of pages.keys()) {
      if (pages.size <= HELD) break
      pages.delete(oldest)
    }
    return (await found).get(rows) ?? null
  }
}

/** All pairs from behind a key up to the last one of the passages. */
async function readPairs(
  reader: ProjectReader,
  narrowing: Narrowing,
  behind: string,
  wanted: readonly Rows[],
): Promise<readonly StoredPair[]> {
  const end = wanted.at(-1)?.where.last ?? ''
  const limit = wanted.reduce((sum, { where }) => sum + where.pairs, 0)
  const { pair: takes } = selectionOf(narrowing)
  const found: StoredPair[] = []
  for (let after = behind; after < end; ) {
    const page = await reader.pairs(filterOf(narrowing), after, limit)
    found.push(...page.filter(({ document, pair }) => takes(document, pair)))
    const last = page.at(-1)
    if (last === undefined) break
    after = last.key
  }
  return found
}
