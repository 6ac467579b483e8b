import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Where the checks of pairs begin: the judge, and what tells it a language. */
const ROOTS = ['src/core/verification/judge.ts', 'src/files/language.ts']
const IMPORTED = /(?:^(?:import|export|\}).* from |import\()'([^']+)'/gmu
const VERSION = /"version": *"([^"]+)"/u
/** Of our own modules the path below `src/`. */
const OURS = /^#(?!test\/)(.+)$/u
const PACKAGE = /^(?:@[^/]+\/)?[^/]+/u

/**
 * A version of the checks that is another one as soon as any module or package is that they are made of: a hash over the
 * text of every module that they reach, and the versions of packages. What the same version said of a pair it says again
 * (rule JUDGE8).
 *
 * @param root folder of the project
 */
export function checksVersion(root: string): string {
  const hash = createHash('sha256')
  const modules = [...ROOTS]
  const packages = new Set<string>()
  // Grows while it is walked; each module is in it once.
  for (const module of modules) {
    const text = readFileSync(path.join(root, module), 'utf8')
    hash.update(`${module}\n${text}\n`)
    for (const [, name = ''] of text.matchAll(IMPORTED)) {
      const own = OURS.exec(name)?.[1] ?? (name.startsWith('.') ? besides(module, name) : null)
      if (own === null) packages.add(PACKAGE.exec(name)?.[0] ?? name)
      else if (!modules.includes(`src/${own}.ts`)) modules.push(`src/${own}.ts`)
    }
  }
  for (const name of [...packages].sort()) {
    const about = readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')
    hash.update(`${name} ${VERSION.exec(about)?.[1] ?? ''}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** A module named from its neighbour, as a path below `src/`. */
function besides(module: string, name: string): string {
  return path.posix.join(path.posix.dirname(module), name).replace(/^src\//u, '')
}
