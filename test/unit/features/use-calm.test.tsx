// @vitest-environment happy-dom
import { act, useState } from 'react'
import { expect, it } from 'vitest'
import { useCalm } from '#features/use-calm'
import { render, settle } from '#test/screens/render'

it('a value that changes often is taken at most once in its time, and the last one in the end', async () => {
  let change: (value: number) => void = () => undefined
  const seen: number[] = []
  function Count() {
    const [value, setValue] = useState(0)
    change = setValue
    const calm = useCalm(value, 80)
    if (seen.at(-1) !== calm) seen.push(calm)
    return null
  }
  await render(<Count />)
  for (let value = 1; value <= 9; value++) await act(async () => change(value))
  expect(seen).toEqual([0])
  await settle(120)
  expect(seen).toEqual([0, 9])
})
