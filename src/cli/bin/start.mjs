import { spawn } from 'node:child_process'
import process from 'node:process'
import { checkNode } from '#cli/check-node.mjs'
import { ensureBuilt } from '#cli/ensure-built.mjs'
import { serveFolder } from '#cli/static-server.mjs'

// npm start: builds what is stale, serves the site on this machine, opens it on a terminal.
//   PORT=8080       that port or none; without it 4173, or the next free one
//   --no-headers    sends no headers of the project's own, as the barest static host does
//   --no-open       opens no browser

const USUAL_PORT = 4173
const PORTS_TO_TRY = 20

checkNode()
const args = process.argv.slice(2)
try {
  const root = await ensureBuilt('dist')
  const server = await listen(root, !args.includes('--no-headers'))
  process.stdout.write(`Pairloom: ${server.url}\n`)
  if (process.stdout.isTTY && !args.includes('--no-open')) openBrowser(server.url)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0))
    })
  }
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
  process.exitCode = 1
}

/**
 * @param {string} root
 * @param {boolean} headers
 */
async function listen(root, headers) {
  const wanted = process.env['PORT']
  if (wanted !== undefined && wanted !== '') {
    const port = Number(wanted)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is not a port: ${wanted}`)
    return serveFolder({ root, port, headers }).catch(thrown => {
      throw new Error(isTaken(thrown) ? `Port ${port} is taken. Choose another: PORT=8080 npm start` : String(thrown))
    })
  }
  for (let port = USUAL_PORT; port < USUAL_PORT + PORTS_TO_TRY; port += 1) {
    try {
      return await serveFolder({ root, port, headers })
    } catch (thrown) {
      if (!isTaken(thrown)) throw thrown
    }
  }
  return serveFolder({ root, port: 0, headers })
}

/** @param {unknown} thrown */
function isTaken(thrown) {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE'
}

/** @param {string} url */
function openBrowser(url) {
  const [command, ...rest] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '""', url]
        : ['xdg-open', url]
  if (command === undefined) return
  // A machine without a browser to open is no failure: the address is on the screen.
  spawn(command, rest, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}
