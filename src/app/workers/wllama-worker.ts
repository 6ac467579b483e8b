/// <reference types="vite/types/importMeta.d.ts" />
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { serveEngine } from './serve-engine'

/** Where the engine's build lies on the app's own origin; the package itself would ask another host in some browsers. */
const [address] = Object.values(
  import.meta.glob<string>('/node_modules/@wllama/wllama/esm/wasm/wllama.wasm', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
)

serveEngine(self, createWllamaEngine(new URL(address ?? '', import.meta.url).href))
