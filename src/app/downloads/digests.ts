import { createMD5, createSHA256 } from 'hash-wasm'

export interface DigestChoice {
  /** As manifests of MLC give it. */
  readonly md5: boolean
  /** For files that are named by it. */
  readonly sha256: boolean
}

/** Digests of bytes that come in pieces. */
export interface Digests {
  update(bytes: Uint8Array): void
  /** Hex, lower case; empty where it was not asked for. Ends it. */
  digest(): { readonly md5: string; readonly sha256: string }
}

/** Each digest that is asked for costs time: they are slower than a fast network. */
export async function startDigests(choice: DigestChoice): Promise<Digests> {
  const md5 = choice.md5 ? await createMD5() : null
  const sha256 = choice.sha256 ? await createSHA256() : null
  return {
    update(bytes) {
      md5?.update(bytes)
      sha256?.update(bytes)
    },
    digest: () => ({ md5: md5?.digest('hex') ?? '', sha256: sha256?.digest('hex') ?? '' }),
  }
}
