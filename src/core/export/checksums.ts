import type { DataFile } from '#core/export/pack-file'

const LINE = /^([0-9a-f]{64}) {2}(.+)$/

/** Lines that `sha256sum --check` reads. */
export function checksumLines(files: readonly DataFile[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
}

/** What is wrong with checksums, as a sentence; null when they name exactly these files with these sums. */
export function checksumFault(text: string, files: readonly DataFile[]): string | null {
  const stated = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sum, name] = LINE.exec(line) ?? []
    if (sum === undefined || name === undefined) return `"${line}" is not a checksum`
    stated.set(name, sum)
  }
  for (const { name, sha256 } of files) {
    if (stated.get(name) !== sha256) return `the checksum of ${name} does not match`
  }
  return stated.size === files.length ? null : 'a checksum is of no file'
}
