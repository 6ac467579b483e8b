import { satisfies } from '#cli/check-node.mjs'
import { expect, it } from 'vitest'

const RANGE = '^20.19.0 || ^22.13.0 || >=24'

it.each(['20.19.0', '20.20.2', '22.13.0', '22.23.3', '24.0.0', '26.1.0'])('Node %s is new enough', version => {
  expect(satisfies(version, RANGE)).toBe(true)
})

it.each(['18.20.0', '20.18.9', '21.7.0', '22.12.9', '23.11.0'])('Node %s is refused', version => {
  expect(satisfies(version, RANGE)).toBe(false)
})
