import { namesOfParts } from '#core/models/gguf/split-name'
import { ProblemError } from '#core/problem'

/** Where an own model is fetched from. */
export type ModelAddress =
  | { readonly kind: 'gguf'; readonly name: string; readonly urls: readonly string[] }
  /** Folders that may hold the files, the likelier one first; each ends in a slash. */
  | { readonly kind: 'mlc'; readonly name: string; readonly folders: readonly string[]; readonly library: string }

const WEB = /^https?:\/\/[^/\s]+\//iu
/** The page that shows a file or a folder of a hub, and the address of the thing itself. */
const SHOWN = /^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/(?:blob|tree)\//iu

/**
 * Understands what a person typed or copied (rule MODEL13): the address of a GGUF (of the first or any part of a split
 * one), or of a folder in MLC's layout together with that of its library. Addresses of a hub's pages become those of the
 * files they show.
 *
 * @throws ProblemError `not-a-model` that says what is wrong with it
 */
export function modelAddress(typed: string, library: string | null): ModelAddress {
  const url = direct(typed)
  const path = url.replace(/[?#].*$/u, '')
  const name = decoded(path.replace(/\/+$/u, '').split('/').at(-1) ?? '')
  if (/\.gguf$/iu.test(path)) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const query = url.slice(path.length)
    const parts = namesOfParts(name)
    const urls = parts.length === 1 ? [url] : parts.map(part => `${folder}${encodeURIComponent(part)}${query}`)
    return { kind: 'gguf', name, urls }
  }
  if (library === null || library.trim() === '') {
    const detail = 'this is not the address of a .gguf file; a folder of MLC needs the address of its library too'
    throw new ProblemError({ kind: 'not-a-model', detail })
  }
  const folder = `${path.replace(/\/+$/u, '')}/`
  const [, repository] = /^(.*?\/)resolve\/[^/]+\/$/u.exec(folder) ?? []
  return {
    kind: 'mlc',
    name: repository === undefined ? name : decoded(repository.slice(0, -1).split('/').at(-1) ?? ''),
    folders: folder.includes('/resolve/') ? [folder] : [`${folder}resolve/main/`, folder],
    library: direct(library),
  }
}

function direct(typed: string): string {
  const url = typed.trim()
  if (!WEB.test(url)) throw new ProblemError({ kind: 'not-a-model', detail: 'an address begins with https://' })
  return url.replace(SHOWN, '$1/resolve/')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
