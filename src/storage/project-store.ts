import type { ProjectStore } from '#core/ports/project-store'
import { decisionWriter } from '#storage/acts/decisions'
import { undoWriter } from '#storage/acts/undo'
import { backupNoter } from '#storage/backup/note-backup'
import type { Connection } from '#storage/database/connection'
import { documentWriter } from '#storage/documents/document-writer'
import { ledgerWriter } from '#storage/ledger/ledger-writer'
import { runPairs } from '#storage/ledger/run-pairs'
import { pairAdder } from '#storage/acts/add-pair'
import { judgeKeeper } from '#storage/judging/settings-and-samples'
import { rejudgeWriter } from '#storage/judging/rejudge'
import { projectReader } from '#storage/project-reader'
import { recipeKeeper } from '#storage/recipes/recipe-keeper'
import { fenceTaker } from '#storage/removal/recover'
import { removalWriter } from '#storage/removal/removal'

/** All reading and writing over one connection. */
export function projectStore(connection: Connection): ProjectStore {
  return {
    ...projectReader(connection),
    ...documentWriter(connection),
    ...ledgerWriter(connection),
    ...runPairs(connection),
    ...recipeKeeper(connection),
    ...decisionWriter(connection),
    ...undoWriter(connection),
    ...pairAdder(connection),
    ...rejudgeWriter(connection),
    ...judgeKeeper(connection),
    ...removalWriter(connection),
    ...backupNoter(connection),
    ...fenceTaker(connection),
  }
}
