import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

export interface InputFile {
  /** Path relative to what was named, with `/` on every system. */
  readonly name: string
  readonly path: string
}

/** What systems leave in folders beside a person's files. */
const LEFT_OUT = new Set(['.DS_Store', 'Thumbs.db', '__MACOSX', '.git'])

/** Files under the named paths: those of a folder sorted by relative path in code-unit order. A missing path is named. */
export async function listInputs(
  inputs: readonly string[],
): Promise<readonly InputFile[] | { readonly missing: string }> {
  const files: InputFile[] = []
  for (const input of inputs) {
    const found = await stat(input).catch(() => null)
    if (found === null) return { missing: input }
    if (!found.isDirectory()) {
      files.push({ name: path.basename(input), path: path.resolve(input) })
      continue
    }
    const inside = (await walk(path.resolve(input), '')).sort((a, b) => (a.name < b.name ? -1 : 1))
    files.push(...inside)
  }
  return files
}

async function walk(root: string, below: string): Promise<InputFile[]> {
  const found: InputFile[] = []
  for (const entry of await readdir(path.join(root, below), { withFileTypes: true })) {
    if (LEFT_OUT.has(entry.name)) continue
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await walk(root, name)))
    else if (entry.isFile()) found.push({ name, path: path.join(root, name) })
  }
  return found
}

/** Changes when a file is added, removed or written: an unfinished run is resumed only over the very same inputs. */
export async function fingerprint(files: readonly InputFile[], options: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(options))
  for (const file of files) {
    const { size, mtimeMs } = await stat(file.path)
    hash.update(`\n${file.name} ${String(size)} ${String(mtimeMs)}`)
  }
  return hash.digest('hex').slice(0, 16)
}
