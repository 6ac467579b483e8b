import type { Migration } from '#storage/migrations/migration'

/**
 * The first layout. Keys that start with the run let a run go by key ranges. `[run+flag+position]` holds only the items
 * that carry a flag (leased, or in trouble): rows without one are not in the index and cost nothing.
 */
export const first: Migration = {
  version: 1,
  stores: {
    meta: 'key',
    sources: 'id',
    documents: 'order, sha256, source',
    texts: '[document+block]',
    cuts: 'document',
    runs: 'sequence, &id',
    plans: '[run+block]',
    items: '[run+position], [run+flag+position]',
    pairs: '[run+document+start]',
    pairIndex: '[run+document+start]',
    acts: 'id',
    actParts: '[act+part]',
  },
}
