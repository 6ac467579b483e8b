import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** What the first screen may load, in bytes of gzipped JavaScript. */
const BUDGET_BYTES = 200_000

/** Words that stand in the code of the engines' packages and nowhere else, however it was made small: who says them. */
export const ENGINE_WORDS = { 'loadModel() is not yet called': 'wllama', tvmjs: 'web-llm', ByteLevel: 'tokenizers' }

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} Manifest */

/**
 * Weighs what the browser loads before the first screen: the entry and all that it imports statically. None of it may be
 * code of an engine.
 *
 * @param {string} site The built site, with Vite's manifest.
 * @returns {Promise<{ ok: boolean, output: string }>} Rejects when there is no manifest.
 */
export async function weighFirstScreen(site) {
  /** @type {Manifest} */
  const manifest = JSON.parse(await readFile(path.join(site, '.vite', 'manifest.json'), 'utf8'))
  const files = await Promise.all(
    firstFiles(manifest).map(async file => {
      const code = await readFile(path.join(site, file))
      return { file, bytes: gzipSync(code, { level: 9 }).length, engines: enginesIn(code.toString('utf8')) }
    }),
  )
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const engines = files.flatMap(file => file.engines.map(engine => `  code of ${engine} in ${file.file}`))
  const verdict = `first screen ${kilobytes(total)} of ${kilobytes(BUDGET_BYTES)} gzipped JavaScript`
  const parts = files.sort((a, b) => b.bytes - a.bytes).map(({ file, bytes }) => `  ${kilobytes(bytes)}  ${file}`)
  const ok = files.length > 0 && total <= BUDGET_BYTES && engines.length === 0
  return { ok, output: [verdict, ...engines, ...parts].join('\n') }
}

/** @param {string} code */
function enginesIn(code) {
  return Object.entries(ENGINE_WORDS).flatMap(([word, engine]) => (code.includes(word) ? [engine] : []))
}

/**
 * @param {Manifest} manifest
 * @returns {string[]} Each file once.
 */
export function firstFiles(manifest) {
  const seen = new Set()
  const waiting = Object.keys(manifest).filter(key => manifest[key]?.isEntry === true)
  for (const key of waiting) {
    if (seen.has(key)) continue
    seen.add(key)
    waiting.push(...(manifest[key]?.imports ?? []))
  }
  return [...seen].map(key => manifest[key]?.file ?? '').filter(file => file.endsWith('.js'))
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}
