import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

it('the lock names the builds of a package for every system, or `npm ci` refuses it', async () => {
  const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
    await readFile('package-lock.json', 'utf8'),
  )
  const places = Object.keys(packages)
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter(name => !places.some(place => place.endsWith(`node_modules/${name}`)))
  expect(places.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})
