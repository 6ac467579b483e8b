import { isRoot } from './find-chromium.mjs'

/** How every test starts Chromium: no GPU, no first-run screens, no requests of the browser's own. */
export const CHROMIUM_FLAGS = [
  // Chromium refuses to run its sandbox as root, which is what containers run as.
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
