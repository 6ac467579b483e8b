import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'vite.hosting.ts',
  'package.json',
  'package-lock.json',
]

/** Written last, so that a build which was stopped half way counts as none. */
const STAMP = '.built-from'

/**
 * Builds `dist` (the site) or `dist-node` (the headless commands) unless it was built from the sources as they are now.
 *
 * @param {'dist' | 'dist-node'} folder
 * @returns {Promise<string>} Path of the folder. Rejects with the bundler's error.
 */
export async function ensureBuilt(folder) {
  const target = path.join(PROJECT, folder)
  const stamp = path.join(target, STAMP)
  const fingerprint = await fingerprintOf(SOURCES)
  const before = await readFile(stamp, 'utf8').catch(() => '')
  if (before === fingerprint) return target
  process.stderr.write(`Building ${folder} …\n`)
  const { build } = await import('vite')
  const place =
    folder === 'dist'
      ? { outDir: folder }
      : {
          outDir: folder,
          ssr: true,
          rolldownOptions: {
            input: {
              main: 'src/cli/main.ts',
              corpus: 'src/cli/corpus.ts',
              tuning: 'src/cli/tuning.ts',
              compare: 'src/cli/compare.ts',
            },
          },
        }
  const mode = process.env['NODE_ENV']
  // A test runner has set its own; React would then be built with its checks for developers.
  process.env['NODE_ENV'] = 'production'
  try {
    await build({ root: PROJECT, logLevel: 'warn', build: { ...place, emptyOutDir: true } })
  } finally {
    if (mode === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = mode
  }
  await writeFile(stamp, fingerprint)
  return target
}

/**
 * Changes when a file is added, removed or written.
 *
 * @param {readonly string[]} names
 */
async function fingerprintOf(names) {
  const hash = createHash('sha256')
  for (const name of names) {
    for (const line of await describe(path.join(PROJECT, name))) hash.update(`${line}\n`)
  }
  return hash.digest('hex')
}

/**
 * @param {string} file
 * @returns {Promise<string[]>} One line a file: path, size, time of the last write.
 */
async function describe(file) {
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) return []
  if (!found.isDirectory()) return [`${path.relative(PROJECT, file)} ${found.size} ${found.mtimeMs}`]
  const names = (await readdir(file)).sort()
  return (await Promise.all(names.map(name => describe(path.join(file, name))))).flat()
}
