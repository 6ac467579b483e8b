import { createHash } from 'node:crypto'
import { type Plugin, type Rolldown } from 'vite'

/**
 * The page's Content-Security-Policy. Every worker that sees text starts from a blob and so inherits it: that code can
 * reach no other origin. It stands in the page itself, because many static hosts send no headers of their own.
 */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' blob: 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The worker that fetches models is started by URL, never sees text, and lies in a folder of its own with this policy.
 * WebAssembly computes its checksums.
 */
const DOWNLOAD_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src https: http:"

const DOWNLOAD_FOLDER = 'download'

/** Beside the page, so that it may serve all of it. */
export const SERVICE_WORKER = 'service-worker.js'

/** Files of `public/` that the app shows. */
const PUBLIC_FILES = ['icon.svg', 'samples/lighthouses.md', 'samples/tea.zh.md']

/** Isolation gives the CPU engine its threads; it is required of every file, also of scripts that start workers. */
const EVERYWHERE = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

const FOR_EVER = 'public, max-age=31536000, immutable'
const ASK_FIRST = 'no-cache'

/** What each path is sent with. No two rows after the first match one path: some hosts join what matches twice. */
const HEADERS: readonly { readonly path: string; readonly headers: Readonly<Record<string, string>> }[] = [
  { path: '/*', headers: EVERYWHERE },
  { path: '/', headers: { 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': ASK_FIRST } },
  { path: '/index.html', headers: { 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': ASK_FIRST } },
  { path: '/service-worker.js', headers: { 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': ASK_FIRST } },
  { path: '/assets/*', headers: { 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': FOR_EVER } },
  {
    path: `/${DOWNLOAD_FOLDER}/*`,
    headers: { 'Content-Security-Policy': DOWNLOAD_POLICY, 'Cache-Control': FOR_EVER },
  },
]

/** Netlify and Cloudflare Pages read this; so does `npm start`. */
function headersFile(): string {
  return HEADERS.map(({ path, headers }) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
  ).join('\n')
}

const pairs = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }))

function vercelFile(): string {
  const headers = HEADERS.map(row => ({ source: row.path.replace('*', '(.*)'), headers: pairs(row.headers) }))
  return `${JSON.stringify({ headers }, null, 2)}\n`
}

function firebaseFile(): string {
  const headers = HEADERS.map(row => ({ source: row.path.replace('*', '**'), headers: pairs(row.headers) }))
  return `${JSON.stringify({ hosting: { public: '.', ignore: ['firebase.json', 'vercel.json'], headers } }, null, 2)}\n`
}

/** Kept ahead of need: all but the engines and the tables of a few fonts in PDF files, which are kept when first used. */
const AHEAD = /^(?!.*(?:webllm|wllama|download\/)).*\.(?:js|css|woff2|svg|md)$/u

/** What the service worker is told: the files to keep, and a version that changes with any of them. */
function appFiles(bundle: Rolldown.OutputBundle): string {
  const built = Object.keys(bundle).filter(file => AHEAD.test(file) && file !== SERVICE_WORKER)
  const files = ['index.html', ...built.sort(), ...PUBLIC_FILES]
  const hash = createHash('sha256').update(files.join('\n'))
  const page = bundle['index.html']
  if (page?.type === 'asset') hash.update(page.source)
  return [hash.digest('hex').slice(0, 16), ...files].join('\n')
}

/** File of a bundled worker, in `dist/`. */
export function workerFile(name: string): string {
  return `${name.includes('download') ? DOWNLOAD_FOLDER : 'assets'}/${name}-[hash].js`
}

/** In builds: puts the policy first into the page, and the hosts' header files beside it. */
export function hosting(): Plugin {
  return {
    name: 'pairloom:hosting',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
    // What the workers' own builds give is there only after all other plugins.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
        this.emitFile({ type: 'asset', fileName: 'vercel.json', source: vercelFile() })
        this.emitFile({ type: 'asset', fileName: 'firebase.json', source: firebaseFile() })
        const worker = bundle[SERVICE_WORKER]
        if (worker?.type !== 'chunk') this.error(`no ${SERVICE_WORKER} was built`)
        worker.code = worker.code.replace(/(["'`])__APP_FILES__\1/u, () => JSON.stringify(appFiles(bundle)))
      },
    },
  }
}
