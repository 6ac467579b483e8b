import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { Plugin } from 'vite'

/**
 * Lends the real models of the engines' tests to the browser: `/models/mlc/…` is the folder in PAIRLOOM_MLC_FOLDER, with
 * `/models/mlc/index.json` as the list of its files, and `/models/gguf` the file in PAIRLOOM_GGUF. What is not there is
 * answered with 404, by which a test knows that it is to be skipped.
 */
export function serveModels(): Plugin {
  const folder = process.env['PAIRLOOM_MLC_FOLDER']
  const gguf = process.env['PAIRLOOM_GGUF']
  return {
    name: 'pairloom-models',
    configureServer: server => {
      server.middlewares.use('/models', (request, response) => {
        const refuse = (): void => {
          response.writeHead(404).end()
        }
        const send = async (file: string): Promise<void> => {
          const { size } = await stat(file)
          response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size })
          createReadStream(file).on('error', refuse).pipe(response)
        }
        const answer = async (address: string): Promise<void> => {
          const name = decodeURIComponent(new URL(address, 'http://here').pathname)
          if (name === '/gguf' && gguf !== undefined) return send(gguf)
          if (!name.startsWith('/mlc/') || folder === undefined) {
            refuse()
            return
          }
          const inner = name.slice('/mlc/'.length)
          if (inner !== 'index.json') return send(path.join(folder, path.normalize(`/${inner}`)))
          const files = (await readdir(folder, { recursive: true })).map(file => file.split(path.sep).join('/'))
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(files))
        }
        answer(request.url ?? '/').catch(refuse)
      })
    },
  }
}
