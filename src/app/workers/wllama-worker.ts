/// <reference types="vite/client" />
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { serveEngine } from './serve-engine'

serveEngine(self, createWllamaEngine(new URL(wasmUrl, import.meta.url).href))
