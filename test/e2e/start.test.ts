import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { PROJECT } from '#cli/ensure-built.mjs'
import { afterEach, describe, expect, it } from 'vitest'

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  /** Address that it printed; empty when it ended without one. */
  readonly url: string
  readonly errors: () => string
}

const running: ChildProcess[] = []
const servers: Server[] = []

afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  await Promise.all(servers.splice(0).map(server => new Promise(resolve => server.close(resolve))))
})

async function start(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Started> {
  const script = path.join(PROJECT, 'src', 'cli', 'bin', 'start.mjs')
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env }, stdio: 'pipe' })
  running.push(child)
  let printed = ''
  let errors = ''
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()))
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const address = new Promise<string>(resolve => {
    child.stdout.on('data', (part: Buffer) => {
      printed += part.toString()
      const line = /^Pairloom: (http:\/\/127\.0\.0\.1:\d+\/)\n/.exec(printed)
      if (line?.[1] !== undefined) resolve(line[1])
    })
  })
  const url = await Promise.race([address, ended.then(() => '')])
  return { child, ended, url, errors: () => errors }
}

/** Holds a port; does nothing when somebody else holds it. */
function occupy(port: number): Promise<number> {
  const server = createServer()
  servers.push(server)
  return new Promise(resolve => {
    const done = (): void => {
      const address = server.address()
      resolve(address !== null && typeof address === 'object' ? address.port : port)
    }
    server.once('error', done)
    server.listen(port, '127.0.0.1', done)
  })
}

describe('npm start', () => {
  it('prints one line with the address and serves the app there, isolated', async () => {
    const { url } = await start([], { PORT: '0' })
    const response = await fetch(url)
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(await response.text()).toContain('<title>Pairloom</title>')
  })

  it('sends no headers of its own when asked to', async () => {
    const { url } = await start(['--no-headers'], { PORT: '0' })
    const { headers } = await fetch(url)
    expect([...headers.keys()].filter(name => /policy|cross-origin|cache|etag|nosniff/.test(name))).toEqual([])
  })

  it('takes the next free port when the usual one is taken', async () => {
    await occupy(4173)
    const { url } = await start([], { PORT: '' })
    expect(Number(new URL(url).port)).toBeGreaterThan(4173)
    expect((await fetch(url)).status).toBe(200)
  })

  it('says so when the port that was asked for is taken', async () => {
    const port = await occupy(0)
    const { ended, errors } = await start([], { PORT: String(port) })
    expect(await ended).toBe(1)
    expect(errors()).toContain(`Port ${port} is taken`)
  })

  it('refuses a port that is none', async () => {
    const { ended, errors } = await start([], { PORT: 'many' })
    expect(await ended).toBe(1)
    expect(errors()).toContain('PORT is not a port: many')
  })

  it('ends at once on Ctrl-C, also with a connection open', async () => {
    const { child, ended, url } = await start([], { PORT: '0' })
    await fetch(url)
    const asked = performance.now()
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(performance.now() - asked).toBeLessThan(2_000)
  })
})
