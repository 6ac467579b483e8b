import type { Cancel } from '#core/ports/cancel'
import type { ActSummary, DecisionWriter, PairSelection } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Decision } from '#core/synthesis/pair'
import { ACT_TABLES, type ActPart, ENTRY, recordAct } from '#storage/acts/act-log'
import { EDIT_TABLES, editRun } from '#storage/acts/run-editor'
import type { Connection } from '#storage/database/connection'
import { decisionNumber } from '#storage/index/codes'
import { pairKeyOf, type PairPlace, placeOf } from '#storage/pairs/pair-key'
import { PAGE_TABLES, pairsAt, visibleEntries } from '#storage/pairs/pair-reader'
import { matchingPairs } from '#storage/pairs/pair-search'

/** Pairs decided between two looks at the cancel signal; also the entries of one part of an act. */
const SLICE = 4_096

const KINDS = { keep: 'keep', drop: 'drop' } as const

function kindOf(decision: Decision | null): ActSummary['kind'] {
  return decision === null ? 'clear' : KINDS[decision]
}

/** Where the pairs of a selection lie; only a text in the filter needs the pairs themselves. */
async function placesOf(cancel: Cancel, connection: Connection, selection: PairSelection): Promise<PairPlace[]> {
  if ('keys' in selection) return selection.keys.flatMap(key => placeOf(key) ?? [])
  const { filter } = selection
  if (filter.text === '') {
    return connection.read(PAGE_TABLES, db => visibleEntries(db, filter, null, 'forward', Infinity))
  }
  const places: PairPlace[] = []
  for await (const batch of matchingPairs(cancel, connection, filter)) {
    places.push(...batch.flatMap(({ key }) => placeOf(key) ?? []))
  }
  return places
}

function byRun(places: readonly PairPlace[]): Map<number, PairPlace[]> {
  const runs = new Map<number, PairPlace[]>()
  for (const place of places) {
    const list = runs.get(place.run)
    if (list === undefined) runs.set(place.run, [place])
    else list.push(place)
  }
  return runs
}

/** Deciding and editing; each call is one step of undo and one transaction: all of it is done, or nothing. */
export function decisionWriter(connection: Connection): Pick<DecisionWriter, 'decide' | 'edit'> {
  return {
    decide: async (cancel, fence, selection, decision, progress) => {
      const runs = byRun(await placesOf(cancel, connection, selection))
      return connection.write(fence, [...EDIT_TABLES, ...ACT_TABLES], async db => {
        const parts: ActPart[] = []
        let seen = 0
        let changed = 0
        for (const [run, places] of runs) {
          const editor = await editRun(db, run)
          if (editor === null) continue
          for (let from = 0; from < places.length; from += SLICE) {
            if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
            const slice = places.slice(from, from + SLICE)
            const entries: number[] = []
            await editor.decide(
              slice,
              () => decision,
              ({ document, start, place }, before) => entries.push(document, start, place, decisionNumber(before)),
            )
            if (entries.length > 0) parts.push({ run, decision, entries: Uint32Array.from(entries) })
            changed += entries.length / ENTRY
            seen += slice.length
            progress(seen)
          }
          await editor.finish()
        }
        if (changed > 0) await recordAct(db, kindOf(decision), changed, parts)
        return changed
      })
    },

    edit: (fence, key, edited) =>
      connection.write(fence, [...EDIT_TABLES, ...ACT_TABLES], async db => {
        const place = placeOf(key)
        const [before] = await pairsAt(db, place === null ? [] : [place])
        const editor = place === null ? null : await editRun(db, place.run)
        if (place === null || editor === null || before === undefined) {
          throw new ProblemError({ kind: 'unexpected', detail: 'no such pair' })
        }
        await editor.replace(place, edited)
        await editor.finish()
        await recordAct(db, 'edit', 1, [
          { key: pairKeyOf(place), before: JSON.stringify(before.pair), after: JSON.stringify(edited) },
        ])
      }),
  }
}
