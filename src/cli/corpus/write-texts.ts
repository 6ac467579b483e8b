import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { jsonLine } from '#core/export/json-line'

/**
 * Writes rows of `{"text": …}`, a text at a time. The file appears under its name when it is whole.
 *
 * @returns SHA-256 of the file, in hexadecimal digits
 */
export async function writeTexts(
  file: string,
  work: (put: (text: string) => Promise<void>) => Promise<void>,
): Promise<string> {
  const unfinished = `${file}.part`
  const out = createWriteStream(unfinished)
  const hash = createHash('sha256')
  try {
    await work(async text => {
      const line = jsonLine({ text })
      hash.update(line)
      if (!out.write(line)) await once(out, 'drain')
    })
    out.end()
    await once(out, 'finish')
    await rename(unfinished, file)
  } finally {
    out.destroy()
    await rm(unfinished, { force: true })
  }
  return hash.digest('hex')
}
