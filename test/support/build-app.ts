import { ensureBuilt } from '#cli/ensure-built.mjs'

/** Vitest calls this once, before the tests of the whole app. */
export async function setup(): Promise<void> {
  await ensureBuilt('dist')
}
