// @vitest-environment happy-dom
import { createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Export } from '#features/export/export'
import { fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'

async function open(query = '', pairs = 60) {
  const exportTo = vi.fn(() => new Promise<never>(() => {}))
  const services = fakeServices({ pairs, commands: { exportTo } })
  services.session.setState({ route: { screen: 'export', params: new URLSearchParams(query) } })
  const box = await renderOn(services, createElement(Export))
  await settle(20)
  const count = (...states: readonly string[]): number =>
    services.project.pairs.filter(({ pair }) => states.includes(pair.state)).length
  return { box, count, exportTo, size: (): string => box.querySelector('.out-head__size')?.textContent ?? '' }
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

  it('EXPORTVIEW8: says that the error rate has not been measured', async () => {
    const { box } = await open()
    expect(box.textContent).toContain('The error rate of this dataset has not been measured yet.')
  })

  it('EXPORTVIEW9: without pairs it still offers the passages', async () => {
    const { box, size } = await open('', 0)
    await press(find(box, 'button', 'Export passages'))
    expect(size()).toMatch(/passages$/)
  })
})
