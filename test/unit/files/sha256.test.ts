import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { loadHash } from '#files/sha256'

function expected(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

describe('SHA-256', () => {
  it('HASH1: is that of the text in UTF-8', async () => {
    const hash = await loadHash()
    for (const text of ['', 'abc', 'Größe 今天 🎈\r\n', 'x'.repeat(3_000_000), `${'a'.repeat((1 << 20) - 1)}🎈 end`]) {
      expect(hash.sha256(text)).toBe(expected(text))
    }
    expect(hash.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('HASH1: is the same for pieces, also of streams that take turns', async () => {
    const hash = await loadHash()
    const [first, second] = [hash.stream(), hash.stream()]
    let firstText = ''
    let secondText = ''
    for (let at = 0; at < 50; at++) {
      first.update(`first ${String(at)} 🎈`)
      firstText += `first ${String(at)} 🎈`
      expect(hash.sha256(String(at))).toBe(expected(String(at)))
      second.update(`zweite ${String(at)} ä`)
      secondText += `zweite ${String(at)} ä`
    }
    expect(second.digest()).toBe(expected(secondText))
    expect(first.digest()).toBe(expected(firstText))
    expect(hash.stream().digest()).toBe(expected(''))
  })
})
