import type { ItemOutcome } from '#core/ports/project-store'
import type { PlanItem } from '#core/run/run'
import { createEndurance } from '#runner/endurance'

/**
 * Writes items through faults of the engine (rule RUN9): a fault that lies in the passage becomes a failed item with its
 * reason; after the third of the others in a row the item stays in the ledger.
 */
export function createPersistence(
  restart: ((signal: AbortSignal) => Promise<void>) | null,
): (signal: AbortSignal, item: PlanItem, write: () => Promise<ItemOutcome>) => Promise<ItemOutcome> {
  const endure = createEndurance(restart)
  return (signal, item, write) => endure(signal, write, kind => failed(item, kind))
}

function failed({ position, document, start }: PlanItem, reason: string): ItemOutcome {
  const item = { position, state: 'failed', attempts: 1, pairs: 0, reason, raw: null } as const
  return { item, document, start, pairs: [] }
}
