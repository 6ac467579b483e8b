import { makeChinese, makeEnglish } from '#test/support/make-text'
import { plainProse } from './plain-prose'

/** Characters of one part before the next kind of text follows. */
const PART = 250_000

/**
 * A text as a person's folder holds it, of about `bytes` bytes of UTF-8: manuals in which the rules find much, prose in
 * which they find little, one third of the bytes Chinese. Every part of it is different.
 */
export function mixedText(bytes: number, seed: number): string {
  const parts: string[] = []
  for (let made = 0, i = 0; made < bytes; i++) {
    const part = `${String(seed)}-${String(i)}\n\n`
    const [next, size] = [
      [makeEnglish(PART, seed * 1_000 + i), PART],
      [makeChinese(PART / 6, seed * 1_000 + i), PART / 2],
      [plainProse('en', PART, seed * 1_000 + i), PART],
      [plainProse('zh', PART / 6, seed * 1_000 + i), PART / 2],
    ][i % 4] ?? ['', 0]
    parts.push(part, String(next))
    made += Number(size)
  }
  return parts.join('')
}

/** Prose of about `bytes` bytes, one third of them Chinese, in which the rules find little. */
export function plainText(bytes: number, seed: number): string {
  const parts: string[] = []
  for (let made = 0, i = 0; made < bytes; i++) {
    parts.push(plainProse('en', PART, seed * 1_000 + i), plainProse('zh', PART / 6, seed * 1_000 + i))
    made += PART * 1.5
  }
  return parts.join('')
}
