import { createHash } from 'node:crypto'
import type { Hash } from '#core/ports/hash'

/** SHA-256 by Node, for tests. */
export const nodeHash: Hash = {
  sha256: text => createHash('sha256').update(text, 'utf8').digest('hex'),
  stream: () => {
    const hash = createHash('sha256')
    return {
      update: text => {
        hash.update(text, 'utf8')
      },
      digest: () => hash.digest('hex'),
    }
  },
}
