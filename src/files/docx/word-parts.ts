import { unzipSync, zipSync } from 'fflate'
import { ProblemError } from '#core/problem'

/** Parts of a Word file that text comes from; pictures, fonts and embedded files stay packed. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/.*|docProps\/core\.xml|word\/(?:_rels\/)?[^/]*\.(?:xml|rels))$/i

/** First bytes of Word files before 2007, and of newer ones behind a password. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0]

export interface WordParts {
  /** A Word file with nothing but the parts that text comes from, not packed. */
  readonly file: Uint8Array<ArrayBuffer>
  /** What the file states as its title; null when it states none. */
  readonly title: string | null
}

/**
 * Unpacks what is needed of a Word file. The sizes that it states are added up before anything is unpacked, and bind: a
 * small file that would unpack to a huge one is refused. Throws `too-large`, `damaged-file`.
 */
export function wordParts(bytes: Uint8Array, limit: number): WordParts {
  if (OLD_CONTAINER.every((byte, at) => bytes[at] === byte)) {
    throw damaged('it has a password, or was made by Word before 2007')
  }
  let total = 0
  const parts = unpacked(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!NEEDED.test(name)) return false
        total += originalSize
        if (total > limit) throw new ProblemError({ kind: 'too-large', limitBytes: limit })
        return true
      },
    }),
  )
  if (Object.keys(parts).length === 0) throw damaged('no part of a Word file is in it')
  const core = Object.entries(parts).find(([name]) => /^docProps\/core\.xml$/i.test(name))?.[1]
  return { file: zipSync(parts, { level: 0 }), title: core === undefined ? null : titleOf(core) }
}

function unpacked<T>(unzip: () => T): T {
  try {
    return unzip()
  } catch (failure) {
    if (failure instanceof ProblemError) throw failure
    throw damaged(failure instanceof Error ? failure.message : String(failure))
  }
}

function titleOf(core: Uint8Array): string | null {
  return /<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(new TextDecoder().decode(core))?.[1] ?? null
}

export function damaged(detail: string): ProblemError {
  return new ProblemError({ kind: 'damaged-file', format: 'DOCX', detail })
}
