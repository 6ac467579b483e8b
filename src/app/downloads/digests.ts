import { createMD5, createSHA256 } from 'hash-wasm'

/** Digests of bytes that come in pieces. */
export interface Digests {
  update(bytes: Uint8Array): void
  /** Hex, lower case. Ends it. */
  digest(): { readonly md5: string; readonly sha256: string | null }
}

/**
 * MD5 as manifests of MLC give it, and SHA-256 for files that are named by it.
 *
 * @param sha256 false where nobody needs it: it is the slower one
 */
export async function startDigests({ sha256 }: { readonly sha256: boolean }): Promise<Digests> {
  const [md5, sha] = await Promise.all([createMD5(), sha256 ? createSHA256() : null])
  return {
    update(bytes) {
      md5.update(bytes)
      sha?.update(bytes)
    },
    digest: () => ({ md5: md5.digest('hex'), sha256: sha?.digest('hex') ?? null }),
  }
}
