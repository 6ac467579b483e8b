/** Bytes at the start of a page that may hold its declaration. */
const HEAD = 2048

/** The encoding that a page states about itself, by the name that TextDecoder uses; null when none or an unknown one. */
export function declaredEncoding(head: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(head.subarray(0, HEAD))
  const label =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1]
  if (label === undefined) return null
  try {
    const { encoding } = new TextDecoder(label)
    // A declaration that could be read byte by byte was not written in UTF-16.
    return encoding.startsWith('utf-') ? null : encoding
  } catch {
    return null
  }
}
