/*
 * Keeps the app's own files, so that it starts without a network. Sees addresses of the app's own files only: what other
 * hosts are asked for (models, by the download worker) passes it by.
 */
declare const self: ServiceWorkerGlobalScope

// Makes this file a module of its own.
export {}

/** Written in by the build, a line each: a hash over all files, then those to fetch ahead. */
const [VERSION = '', ...FILES] = '__APP_FILES__'.split('\n')

const PREFIX = 'pairloom-app-'
const CURRENT = PREFIX + VERSION

/** Hosts that cannot send headers: without these the CPU engine has one thread only. A host's own stay as they are. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

self.addEventListener('install', event => {
  // `reload`: an old copy from the browser's own cache must not be kept under the new version.
  const requests = FILES.map(file => new Request(new URL(file, self.registration.scope), { cache: 'reload' }))
  event.waitUntil(caches.open(CURRENT).then(cache => cache.addAll(requests)))
})

self.addEventListener('activate', event => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()))
})

self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting()
})

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || !url.href.startsWith(self.registration.scope) || request.headers.has('range')) return
  event.respondWith(answer(request))
})

/** The version before this one stays: a tab that still runs it may ask for one of its files. */
async function forgetOld(): Promise<void> {
  const names = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CURRENT)
  await Promise.all(names.slice(0, -1).map(name => caches.delete(name)))
}

async function answer(request: Request): Promise<Response> {
  const page = request.mode === 'navigate'
  const key = page ? new URL('index.html', self.registration.scope).href : request.url
  const cache = await caches.open(CURRENT)
  const held = (await cache.match(key)) ?? (page ? undefined : await caches.match(key))
  if (held !== undefined) return isolated(held)
  const fetched = await fetch(request)
  // Files under `assets` carry a hash in their name: what was fetched once (an engine, a font) is right for ever.
  if (fetched.ok && /\/(?:assets|download)\//u.test(new URL(request.url).pathname)) {
    // A full quota only means that this file needs the network next time.
    await cache.put(request, fetched.clone()).catch(() => undefined)
  }
  return isolated(fetched)
}

function isolated(response: Response): Response {
  if (response.type !== 'basic' || response.status === 0) return response
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(ISOLATION)) if (!headers.has(name)) headers.set(name, value)
  const { status, statusText } = response
  return new Response(response.body, { status, statusText, headers })
}
