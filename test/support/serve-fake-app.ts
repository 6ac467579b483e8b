import path from 'node:path'
import { ensureBuilt } from '#cli/ensure-built.mjs'
import { serveFolder } from '#cli/static-server.mjs'
import { removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import type { ServedApp } from '#test/support/serve-app'
import { siteWithFakeEngine } from '#test/support/site-with-fake-engine'

export interface ServedFakeApp extends ServedApp {
  /** A folder that goes with it. */
  readonly folder: string
}

/** Serves the built app with the scripted engine where the CPU engine lies, until it is closed. */
export async function serveFakeApp(): Promise<ServedFakeApp> {
  const folder = await temporaryFolder()
  await siteWithFakeEngine(await ensureBuilt('dist'), path.join(folder, 'site'))
  const served = await serveFolder({ root: path.join(folder, 'site'), port: 0 })
  return {
    url: served.url,
    folder,
    close: async () => {
      await served.close()
      await removeFolder(folder)
    },
  }
}
