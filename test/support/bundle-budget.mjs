import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** What the first screen may load, in bytes of gzipped JavaScript. */
const BUDGET_BYTES = 200_000

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} Manifest */

/**
 * Weighs what the browser loads before the first screen: the entry and all that it imports statically.
 *
 * @param {string} site The built site, with Vite's manifest.
 * @returns {Promise<{ ok: boolean, output: string }>} Rejects when there is no manifest.
 */
export async function weighFirstScreen(site) {
  /** @type {Manifest} */
  const manifest = JSON.parse(await readFile(path.join(site, '.vite', 'manifest.json'), 'utf8'))
  const sizes = await Promise.all(
    firstFiles(manifest).map(async file => ({
      file,
      bytes: gzipSync(await readFile(path.join(site, file)), { level: 9 }).length,
    })),
  )
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  const verdict = `first screen ${kilobytes(total)} of ${kilobytes(BUDGET_BYTES)} gzipped JavaScript`
  const parts = sizes.sort((a, b) => b.bytes - a.bytes).map(({ file, bytes }) => `  ${kilobytes(bytes)}  ${file}`)
  return { ok: sizes.length > 0 && total <= BUDGET_BYTES, output: [verdict, ...parts].join('\n') }
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
