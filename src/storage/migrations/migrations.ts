import { first } from '#storage/migrations/0001-first'
import { recipes } from '#storage/migrations/0002-recipes'
import { judging } from '#storage/migrations/0003-judging'
import type { Migration } from '#storage/migrations/migration'

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [first, recipes, judging]

/** The layout that this build reads and writes. */
export const LAYOUT_VERSION = MIGRATIONS.reduce((newest, { version }) => Math.max(newest, version), 0)
