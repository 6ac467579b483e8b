// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { type Hotkeys, useHotkeys } from '#ui'
import { render } from '#test/screens/render'

interface KeysProps {
  readonly keys: Hotkeys
  readonly enabled?: boolean
  readonly first?: boolean
}

function Keys({ keys, enabled = true, first = false }: KeysProps) {
  useHotkeys(keys, enabled, first)
  return (
    <div>
      <input />
      <dialog />
    </div>
  )
}

async function type(target: EventTarget, key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  await act(async () => target.dispatchEvent(event))
  return event
}

describe('names of keys', () => {
  it.each([
    ['k', 'K', {}],
    ['shift+k', 'K', { shiftKey: true }],
    ['ArrowDown', 'ArrowDown', {}],
    ['mod+z', 'z', { metaKey: true }],
    ['mod+z', 'z', { ctrlKey: true }],
    ['mod+shift+z', 'Z', { ctrlKey: true, shiftKey: true }],
    // A sign that needs shift on this keyboard counts as itself.
    ['?', '?', { shiftKey: true }],
  ])('%s is told by %s with %o', async (name, key, more) => {
    const heard = vi.fn()
    const others = Object.fromEntries(
      ['k', 'shift+k', 'z', 'mod+z', 'mod+shift+z'].map(one => [one, () => expect.fail(one)]),
    )
    await render(<Keys keys={{ ...others, [name]: heard }} />)
    await type(document.body, key, more)
    expect(heard).toHaveBeenCalledTimes(1)
  })
})

describe('keys on the page', () => {
  it('call what they stand for, and keep the browser from acting as well', async () => {
    const keep = vi.fn()
    await render(<Keys keys={{ k: keep }} />)
    const event = await type(document.body, 'k')
    expect(keep).toHaveBeenCalledTimes(1)
    expect(event.defaultPrevented).toBe(true)
    expect((await type(document.body, 'x')).defaultPrevented).toBe(false)
  })

  it('of a view that goes first are taken before those of the page, which do not hear of them', async () => {
    const [page, view] = [vi.fn(), vi.fn()]
    await render(
      <>
        <Keys keys={{ '1': page, '2': page }} />
        <Keys keys={{ '1': view }} first />
      </>,
    )
    await type(document.body, '1')
    expect([page.mock.calls.length, view.mock.calls.length]).toEqual([0, 1])
    await type(document.body, '2')
    expect(page).toHaveBeenCalledTimes(1)
  })

  it('are silent in a field, with alt, and while a dialog is open', async () => {
    const keep = vi.fn()
    const host = await render(<Keys keys={{ k: keep }} />)
    await type(host.querySelector('input') ?? expect.fail(), 'k')
    await type(document.body, 'k', { altKey: true })
    host.querySelector('dialog')?.setAttribute('open', '')
    await type(document.body, 'k')
    expect(keep).not.toHaveBeenCalled()
  })

  it('are silent while they are off', async () => {
    const keep = vi.fn()
    await render(<Keys keys={{ k: keep }} enabled={false} />)
    await type(document.body, 'k')
    expect(keep).not.toHaveBeenCalled()
  })
})
