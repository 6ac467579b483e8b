import { ensureBuilt } from '#cli/ensure-built.mjs'
import { serveFolder } from '#cli/static-server.mjs'

export interface ServedApp {
  /** Address of the built app, with a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Serves the built app on a free port. `headers: false` serves it as a host does that sends no headers of its own. */
export async function serveApp({ headers = true }: { readonly headers?: boolean } = {}): Promise<ServedApp> {
  return serveFolder({ root: await ensureBuilt('dist'), port: 0, headers })
}
