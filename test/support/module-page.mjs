import { createReadStream } from 'node:fs'
import process from 'node:process'
import { PROJECT } from '#cli/ensure-built.mjs'
import { CHROMIUM_FLAGS } from './chromium-flags.mjs'
import { ensureChromium } from './find-chromium.mjs'

/**
 * Opens an empty page in Chromium, from whose server it can import any module of the project; the file in PAIRLOOM_GGUF is
 * lent to it.
 *
 * @template T
 * @param {(page: import('playwright').Page) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function onModulePage(use) {
  const [{ createServer }, { chromium }] = await Promise.all([import('vite'), import('playwright')])
  const server = await createServer({
    root: PROJECT,
    logLevel: 'warn',
    server: { port: 0, host: '127.0.0.1', hmr: false },
    plugins: [blankPage(), lentModel()],
  })
  await server.listen()
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage()
    await page.goto(new URL('/module-page', server.resolvedUrls?.local[0]).href)
    return await use(page)
  } finally {
    await browser.close()
    await server.close()
  }
}

/** @returns {import('vite').Plugin} */
function blankPage() {
  return {
    name: 'pairloom:module-page',
    configureServer(server) {
      server.middlewares.use('/module-page', (_request, response) => {
        response.setHeader('Content-Type', 'text/html')
        response.end('<!doctype html><title>modules</title>')
      })
    },
  }
}

/** @returns {import('vite').Plugin} */
function lentModel() {
  return {
    name: 'pairloom:lent-model',
    configureServer(server) {
      server.middlewares.use('/models/gguf', (_request, response) => {
        const file = process.env['PAIRLOOM_GGUF']
        if (file === undefined) {
          response.writeHead(404).end()
          return
        }
        response.setHeader('Content-Type', 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
  }
}
