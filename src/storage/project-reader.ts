import type { ProjectReader } from '#core/ports/project-store'
import { undoReader } from '#storage/acts/undo-reader'
import type { Connection } from '#storage/database/connection'
import { documentReader } from '#storage/documents/document-reader'
import { checkTallyReader } from '#storage/judging/check-tallies'
import { orderReader } from '#storage/judging/ordered-keys'
import { judgeReader } from '#storage/judging/settings-and-samples'
import { ledgerReader } from '#storage/ledger/ledger-reader'
import { pairReader } from '#storage/pairs/pair-reader'
import { pairSearch } from '#storage/pairs/pair-search'
import { tallyReader } from '#storage/pairs/tallies'
import { recipeReader } from '#storage/recipes/recipe-keeper'
import { usageReader } from '#storage/usage-reader'

/** All reading over one connection. */
export function projectReader(connection: Connection): ProjectReader {
  return {
    ...documentReader(connection),
    ...ledgerReader(connection),
    ...pairReader(connection),
    ...pairSearch(connection),
    ...tallyReader(connection),
    ...usageReader(connection),
    ...recipeReader(connection),
    ...undoReader(connection),
    ...checkTallyReader(connection),
    ...orderReader(connection),
    ...judgeReader(connection),
  }
}
