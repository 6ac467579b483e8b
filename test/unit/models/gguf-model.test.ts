import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeGguf } from '#test/support/make-gguf'

it('the test model is the same each time it is made', () => {
  const bytes = makeGguf()
  expect(bytes.byteLength).toBe(524_032)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    '0afdb2447fb08aa23dbfc24017877c425b2ced4c0188f71624c13f2c4bbe4007',
  )
})
