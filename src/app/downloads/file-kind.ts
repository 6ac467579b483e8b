/** How files of a kind begin: what a host sends in their place (a page to sign in at, an error) begins otherwise. */
const BEGINNINGS: readonly { readonly ending: string; readonly bytes: readonly number[] }[] = [
  { ending: '.gguf', bytes: [0x47, 0x47, 0x55, 0x46] },
  { ending: '.wasm', bytes: [0x00, 0x61, 0x73, 0x6d] },
]

/**
 * What is wrong with the first bytes of a file, or null when nothing is, or its kind is not known by them.
 *
 * @param name name of the file, for its ending
 * @param head at least its first 4 bytes
 */
export function wrongBeginning(name: string, head: Uint8Array): string | null {
  const expected = BEGINNINGS.find(({ ending }) => name.toLowerCase().endsWith(ending))
  if (expected === undefined || expected.bytes.every((byte, i) => head[i] === byte)) return null
  const first = String.fromCharCode(...head.subarray(0, 16)).trimStart()
  return first.startsWith('<')
    ? 'a web page was sent in place of it'
    : `it does not begin as a ${expected.ending} file does`
}
