import type { ProjectReader } from '#core/ports/project-store'
import type { ItemRecord } from '#core/run/run'
import type { Connection } from '#storage/database/connection'
import { type ItemRow, LEASED, TROUBLED } from '#storage/database/rows'
import { PLAN_BLOCK, unpackPlan } from '#storage/ledger/plan-rows'

/** Rows that are read at a time when some are looked for that no index has. */
const LOOKED_AT = 256

function recordOf({ run: _run, flag: _flag, ...item }: ItemRow): ItemRecord {
  return item
}

/** Reading of runs, plans and items. */
export function ledgerReader(
  connection: Connection,
): Pick<ProjectReader, 'runs' | 'planItems' | 'settledPositions' | 'item' | 'troubledItems' | 'rejectedItems'> {
  return {
    runs: () =>
      connection.read(['runs'], async db => (await db.runs.orderBy('sequence').toArray()).map(row => row.run)),
    planItems: (run, from, limit) =>
      connection.read(['plans'], async db => {
        if (limit <= 0) return []
        const blocks = [Math.floor(from / PLAN_BLOCK), Math.floor((from + limit - 1) / PLAN_BLOCK)] as const
        const rows = await db.plans
          .where('[run+block]')
          .between([run, blocks[0]], [run, blocks[1]], true, true)
          .toArray()
        return rows.flatMap(row => unpackPlan(row, from, from + limit))
      }),
    settledPositions: run =>
      connection.read(['items'], async db => {
        const [all, leased] = await Promise.all([
          db.items.where('[run+position]').between([run, 0], [run, Infinity], true, true).primaryKeys(),
          db.items.where('[run+flag+position]').between([run, LEASED, 0], [run, LEASED, Infinity]).primaryKeys(),
        ])
        const open = new Set(leased.map(([, position]) => position))
        return all.map(([, position]) => position).filter(position => !open.has(position))
      }),
    item: (run, position) =>
      connection.read(['items'], async db => {
        const row = await db.items.get([run, position])
        return row === undefined ? undefined : recordOf(row)
      }),
    troubledItems: (run, after, limit) =>
      connection.read(['items'], async db => {
        const rows = await db.items
          .where('[run+flag+position]')
          .between([run, TROUBLED, after], [run, TROUBLED, Infinity], false, true)
          .limit(limit)
          .toArray()
        return rows.map(recordOf)
      }),
    rejectedItems: (run, after, limit) =>
      connection.read(['items'], async db => {
        const found: ItemRecord[] = []
        for (let from = after; found.length < limit; ) {
          const rows = await db.items
            .where('[run+position]')
            .between([run, from], [run, Infinity], false, true)
            .limit(LOOKED_AT)
            .toArray()
          found.push(...rows.filter(({ rejected = [] }) => rejected.length > 0).map(recordOf))
          const last = rows.at(-1)
          if (last === undefined || rows.length < LOOKED_AT) break
          from = last.position
        }
        return found.slice(0, limit)
      }),
  }
}
