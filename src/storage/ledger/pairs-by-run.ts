import type { ProjectTables } from '#storage/database/project-database'

/** Pairs that each run wrote, by its sequence as text. */
export async function pairsByRun(db: ProjectTables): Promise<Map<string, number>> {
  return new Map((await db.runs.toArray()).map(({ sequence, run }) => [String(sequence), run.pairs]))
}
