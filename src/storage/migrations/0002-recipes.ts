import type { Migration } from '#storage/migrations/migration'

/** Recipes under the hash of their content: what runs by a model asked for, and what the person made. */
export const recipes: Migration = { version: 2, stores: { recipes: 'version' } }
