import { expect, it } from 'vitest'
import { bundleFakeEngine } from '#test/support/bundle-fake-engine'

it('the scripted engine’s worker is one file that imports nothing', async () => {
  const code = await bundleFakeEngine()
  expect(code).toContain('fake-lost-once')
  expect(code).not.toMatch(/^\s*import\b|\bimport\(/mu)
  expect(code).not.toMatch(/^\s*export\b/mu)
})
