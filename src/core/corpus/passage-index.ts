import type { Chained } from '#core/corpus/segments'
import type { Pair, Shot } from '#core/synthesis/pair'
import { PERSON } from '#core/synthesis/person-pair'

/** A passage with the pairs that stand for it among rows, before any of it is read again. */
export interface PassageRows<Where> extends Chained {
  /** Names the passage among all others, for its random streams. */
  readonly key: string
  /** Its place among all of them. */
  readonly at: number
  /** null for pairs that were written in no chain: those of the person's own, and rows that name none. */
  readonly chain: string | null
  /** Where its rows stand, in whatever they are read from. */
  readonly where: Where
}

export function passageKey({ document, start, end }: Shot): string {
  return `${document} ${start} ${end}`
}

/**
 * Notes passages with pairs from rows in their order, so that texts of any number of them can be put together without
 * holding what they say. Rows of one passage and run stand next to each other; pairs that were written in no chain join
 * those of their passage beside them (rule CORPUS6).
 *
 * @param extend where rows stand that reach from `first` to `next`
 */
export function createPassageIndex<Where>(extend: (first: Where, next: Where) => Where): {
  readonly rows: readonly PassageRows<Where>[]
  add(pair: Pick<Pair, 'passage' | 'chain' | 'provenance'>, sha256: string, where: Where): void
} {
  const rows: PassageRows<Where>[] = []
  return {
    rows,
    add({ passage: { start, end }, chain, provenance }, sha256, where) {
      const name = chain.id === '' || chain.id === PERSON ? null : `${provenance.run} ${chain.id}`
      const last = rows.at(-1)
      const same = last !== undefined && isAt(last.place, sha256, start, end)
      if (same && (name === null || last.chain === name)) {
        rows[rows.length - 1] = { ...last, where: extend(last.where, where) }
        return
      }
      const joins = same && last.chain === null
      const at = joins ? last.at : rows.length
      const place = joins ? last.place : { document: sha256, start, end }
      rows[at] = {
        key: joins ? last.key : passageKey(place),
        at,
        chain: name,
        round: chain.round,
        place,
        saw: chain.shots,
        where: joins ? extend(last.where, where) : where,
      }
    },
  }
}

function isAt(place: Shot, document: string, start: number, end: number): boolean {
  return place.document === document && place.start === start && place.end === end
}
