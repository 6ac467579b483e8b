// @vitest-environment happy-dom
import { act, createElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Review } from '#features/review/review'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'

type Told = readonly [name: string, args: readonly unknown[]]

async function open(options: FakeOptions = {}) {
  const told: Told[] = []
  const services = fakeServices({ ...options, onCommand: (name, args) => told.push([name, args]) })
  services.session.setState({ route: { screen: 'review', params: new URLSearchParams() } })
  const box = await renderOn(services, createElement(Review))
  await settle(20)
  return {
    told,
    box,
    services,
    hit: async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
      await act(async () => {
        document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
      })
      await settle(20)
    },
    row: (place: number): HTMLElement => find(box, `[aria-posinset="${place}"]`, ''),
    selected: (): string | null => box.querySelector('[aria-selected=true]')?.id ?? null,
    place: (): string => box.querySelector('.pair-head__place')?.textContent ?? '',
    acts: (): readonly Told[] => told.filter(([name]) => name === 'decide'),
  }
}

describe('Review', () => {
  it('REVIEW10: K keeps the pair in hand, which leaves the list, and goes on to the next', async () => {
    const screen = await open()
    const [first] = screen.services.project.pairs.filter(({ pair }) => pair.state === 'ready')
    expect(screen.selected()).toBe(`pair-${first?.key}`)
    const before = screen.place()
    await screen.hit('k')
    expect(screen.acts()).toEqual([['decide', [{ keys: [first?.key] }, 'keep']]])
    expect(screen.selected()).not.toBe(`pair-${first?.key}`)
    expect(screen.box.querySelector(`[id="pair-${first?.key}"]`)).toBeNull()
    expect(screen.place()).not.toBe(before)
  })

  it('REVIEW10: a held key decides one pair only', async () => {
    const screen = await open()
    await screen.hit('d')
    await screen.hit('d', { repeat: true })
    expect(screen.acts()).toHaveLength(1)
  })

  it('REVIEW10: J and the arrows move, and say where the person is', async () => {
    const screen = await open()
    const first = screen.selected()
    await screen.hit('j')
    expect(screen.place()).toMatch(/^2 of/)
    await screen.hit('ArrowUp')
    expect(screen.selected()).toBe(first)
    expect(screen.box.querySelector('[role=status]')?.textContent).toMatch(/1 of \d+, ready: /)
  })

  it('REVIEW11: a decision that cannot be stored comes back with the pair in hand', async () => {
    const screen = await open({ commands: { decide: () => Promise.reject(new Error('no room')) } })
    const first = screen.selected()
    await screen.hit('k')
    expect(screen.told.map(([name]) => name)).toContain('report')
    expect(screen.selected()).toBe(first)
  })

  it('REVIEW12: whoever only follows can read and move, and is told why the rest is off', async () => {
    const screen = await open({ session: { role: 'follower' } })
    await screen.hit('k')
    await screen.hit('j')
    expect(screen.acts()).toEqual([])
    expect(screen.place()).toMatch(/^2 of/)
    const buttons = [...screen.box.querySelectorAll<HTMLButtonElement>('.decide__acts button')]
    expect(buttons.map(button => button.disabled)).toEqual([true, true, true])
    expect(screen.box.querySelector('.decide__why')?.textContent).not.toBe('')
  })

  it('REVIEW13: an edit is saved with its words, and stays as a draft while another pair is looked at', async () => {
    const edit = vi.fn(() => Promise.resolve())
    const screen = await open({ commands: { edit } })
    const first = screen.selected()?.replace('pair-', '')
    await screen.hit('e')
    const field = (): HTMLTextAreaElement | null => screen.box.querySelector('textarea')
    const begun = field()
    if (begun !== null) await write(begun, 'Which wood did they burn?')
    await press(screen.row(2))
    expect(field()).toBeNull()
    await press(screen.row(1))
    expect(field()?.value).toBe('Which wood did they burn?')
    await act(async () => {
      field()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))
    })
    expect(edit).toHaveBeenCalledWith(first, 'Which wood did they burn?', expect.any(String))
    expect(screen.box.querySelector('textarea')).toBeNull()
  })

  it('REVIEW14: everything shown is decided only after it was asked back with the count', async () => {
    const screen = await open()
    const count = screen.services.project.pairs.filter(({ pair }) => ['ready', 'unsure'].includes(pair.state)).length
    await press(find(screen.box, '.bulk button', 'Keep all'))
    expect(screen.acts()).toEqual([])
    expect(screen.box.querySelector('.bulk--asking')?.textContent).toContain(`Keep all ${count} pairs shown?`)
    await press(find(screen.box, '.bulk--asking button', 'Keep'))
    expect(screen.acts()).toEqual([
      [
        'decide',
        [
          { filter: { states: ['ready', 'unsure'], tasks: [], languages: [], checks: [], document: null, text: '' } },
          'keep',
        ],
      ],
    ])
  })

  it('REVIEW23: a pair that was written with others in sight names them and how they begin', async () => {
    const services = fakeServices({})
    const { pairs, documents, texts } = services.project
    const [first] = pairs.filter(({ pair }) => pair.state === 'ready')
    const [document] = documents
    if (first === undefined || document === undefined) throw new RangeError('too few')
    const shots = [
      { document: document.sha256, start: 0, end: 600 },
      { document: 'gone', start: 0, end: 9 },
    ]
    const chained = { ...first, pair: { ...first.pair, chain: { id: 'c', round: 2, shots } } }
    services.project.pairs.splice(pairs.indexOf(first), 1, chained)
    services.session.setState({ route: { screen: 'review', params: new URLSearchParams() } })
    const box = await renderOn(services, createElement(Review))
    await settle(20)
    const details = find(box, 'details', 'Written with 2 other passages in sight')
    expect(box.querySelector('.pair-made')?.textContent).toContain('round 3')
    const [seen, gone] = [...details.querySelectorAll('.pair-shots li')].map(line => line.textContent)
    expect(seen).toContain(document.name.slice(document.name.lastIndexOf('/') + 1))
    expect(seen).toContain((texts.get(document.order) ?? expect.fail()).slice(0, 60).trim())
    expect(seen?.endsWith('…')).toBe(true)
    expect(gone).toBe('a document that is no longer here')
  })
})
