import { describe } from 'vitest'
import { addedPairRules } from './storage/added-pairs'
import { decisionRules } from './storage/decisions'
import { documentRules } from './storage/documents'
import { fenceRules } from './storage/fences'
import type { MakeStore } from './storage/harness'
import { judgingRules } from './storage/judging'
import { ledgerRules } from './storage/ledger'
import { pairRules } from './storage/pairs'
import { recipeRules } from './storage/recipes'
import { removalRules } from './storage/removal'

/** What every project store keeps to, whatever lies below it. Needs nothing of Node: it also runs in a browser. */
export function projectStoreContract(name: string, make: MakeStore): void {
  describe(name, () => {
    documentRules(make)
    ledgerRules(make)
    pairRules(make)
    decisionRules(make)
    removalRules(make)
    recipeRules(make)
    judgingRules(make)
    addedPairRules(make)
    fenceRules(make)
  })
}
