// @vitest-environment happy-dom
import { createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { wilson } from '#core/evaluation/wilson'
import { Export } from '#features/export/export'
import { fakeSample } from '#test/screens/evaluate-states'
import type { FakeProject } from '#test/screens/fake-data'
import { fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'

async function open(query = '', pairs = 60, prepare?: (project: FakeProject) => void) {
  const exportTo = vi.fn(() => new Promise<never>(() => {}))
  const services = fakeServices({ pairs, commands: { exportTo }, ...(prepare !== undefined && { prepare }) })
  services.session.setState({ route: { screen: 'export', params: new URLSearchParams(query) } })
  const box = await renderOn(services, createElement(Export))
  await settle(20)
  const count = (...states: readonly string[]): number =>
    services.project.pairs.filter(({ pair }) => states.includes(pair.state)).length
  return { box, count, exportTo, services, size: (): string => box.querySelector('.out-head__size')?.textContent ?? '' }
}

const button = (box: HTMLElement): HTMLButtonElement | null => box.querySelector('.action__button')

describe('Export', () => {
  it('EXPORTVIEW5: says before writing how many pairs go in, and follows what is chosen', async () => {
    const { box, count, size } = await open()
    expect(size()).toBe(`${count('kept', 'ready')} pairs`)
    await press(find(box, 'button', 'Unsure'))
    expect(size()).toBe(`${count('kept', 'ready', 'unsure')} pairs`)
    await press(find(box, '.formats__choice', 'Passages'))
    expect(size()).toMatch(/passages$/)
  })

  it('EXPORTVIEW6: a pack does not start without the licence that only the person can state', async () => {
    const { box, exportTo } = await open('format=alpaca&pack=1')
    expect(button(box)?.disabled).toBe(true)
    expect(box.querySelector('.action__missing')?.textContent).toContain('licence')
    const field = box.querySelector<HTMLInputElement>('input[list]')
    expect(field?.value).toBe('')
    if (field !== null) await write(field, 'cc-by-4.0')
    expect(button(box)?.disabled).toBe(false)
    await press(find(box, '.action__button', 'Export'))
    expect(exportTo).toHaveBeenCalledWith(
      expect.objectContaining({ format: 'alpaca', pack: { title: '', licence: 'cc-by-4.0' } }),
      expect.any(AbortSignal),
      expect.any(Function),
    )
    await press(find(box, '.action__work button', 'Cancel'))
  })

  it('EXPORTVIEW7: warns when pairs would lose the passage that they need', async () => {
    const { box } = await open('format=messages')
    expect(box.textContent).not.toContain('a text that is not there')
    await press(find(box, 'input[value=no]', ''))
    expect(box.textContent).toContain('a text that is not there')
  })

  it('EXPORTVIEW8: says that the error rate has not been measured, and leads to where it is', async () => {
    const { box, services } = await open()
    expect(box.textContent).toContain('The error rate of this dataset has not been measured yet.')
    await press(find(box, '.out-measured button', 'blind check'))
    expect(services.session.getState().route.screen).toBe('evaluate')
  })

  it('EXPORTVIEW8: shows what a blind check found of what is chosen', async () => {
    const { box, count } = await open('', 400, project => project.samples.unshift(fakeSample(project, 30)))
    const line = box.querySelector('.out-measured__figure')?.textContent ?? ''
    const [, population, marked = '', right = ''] =
      /^(\d+) pairs · (\d+) checked blind · (\d+) right · \d+–\d+ %$/u.exec(line) ?? []
    expect(Number(population)).toBe(count('kept', 'ready'))
    const { low, high } = wilson(Number(right), Number(marked))
    expect(line).toContain(` ${String(Math.round(low * 100))}–${String(Math.round(high * 100))} %`)
    expect(box.querySelector('.out-measured__void')).toBeNull()
    await press(find(box, 'button', 'Unsure'))
    await settle(500)
    expect(box.textContent).toContain('The error rate of these states has not been measured')
  })

  it('EXPORTVIEW8: says for how many newer pairs the figure is void', async () => {
    const written = { '1': 9_400 }
    const { box } = await open('', 400, project => project.samples.unshift(fakeSample(project, 30, { written })))
    expect(box.querySelector('.out-measured__void')?.textContent).toContain(
      'Void for 80 pairs written after the check.',
    )
  })

  it('EXPORTVIEW9: without pairs it still offers the passages', async () => {
    const { box, size } = await open('', 0)
    await press(find(box, 'button', 'Export passages'))
    expect(size()).toMatch(/passages$/)
  })
})
