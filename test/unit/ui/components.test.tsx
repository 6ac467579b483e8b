// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import {
  BarPlot,
  Button,
  Checkbox,
  Dialog,
  LiveText,
  Progress,
  Segmented,
  Select,
  Switch,
  TextField,
  ToastList,
} from '#ui'
import { find, press, render, settle, write } from '#test/screens/render'

describe('Button', () => {
  it('takes no press while it is busy, but keeps the focus', async () => {
    const act = vi.fn()
    const host = await render(
      <Button busy onClick={act}>
        Save
      </Button>,
    )
    const button = find(host, 'button', 'Save')
    await press(button)
    expect(act).not.toHaveBeenCalled()
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(button.hasAttribute('disabled')).toBe(false)
  })

  it('never submits a form by accident', async () => {
    const host = await render(<Button>Save</Button>)
    expect(find(host, 'button', 'Save').getAttribute('type')).toBe('button')
  })
})

describe('fields', () => {
  it('ties label, control and problem together', async () => {
    const change = vi.fn()
    const host = await render(<TextField label="Seed" value="x" problem="Give a number." onChange={change} />)
    const input = host.querySelector('input') ?? expect.fail()
    expect(host.querySelector('label')?.htmlFor).toBe(input.id)
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Give a number.')
    await write(input, '12')
    expect(change).toHaveBeenCalledWith('12')
  })

  it('gives the value of an option, not its place', async () => {
    const change = vi.fn()
    const host = await render(
      <Select
        label="Encoding"
        value="utf-8"
        onChange={change}
        options={[
          { value: 'utf-8', label: 'UTF-8' },
          { value: 'gb18030', label: 'GB 18030' },
        ]}
      />,
    )
    const select = host.querySelector('select') ?? expect.fail()
    await act(async () => {
      select.value = 'gb18030'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(change).toHaveBeenCalledWith('gb18030')
  })

  it('tells a switch from a checkbox, and names both by their words alone', async () => {
    const host = await render(
      <>
        <Switch label="Causes" hint="why" checked onChange={() => undefined} />
        <Checkbox label="a.md" checked={false} mixed onChange={() => undefined} />
      </>,
    )
    const [on, box] = host.querySelectorAll('input')
    expect(on?.getAttribute('role')).toBe('switch')
    expect(document.getElementById(on?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Causes')
    expect(document.getElementById(on?.getAttribute('aria-describedby') ?? '')?.textContent).toBe('why')
    expect(box?.indeterminate).toBe(true)
  })

  it('chooses one of a few by native radio buttons', async () => {
    const change = vi.fn()
    const host = await render(
      <Segmented
        label="Text to take"
        value="main"
        onChange={change}
        options={[
          { value: 'main', label: 'Main part' },
          { value: 'whole', label: 'Whole page' },
        ]}
      />,
    )
    const [main, whole] = host.querySelectorAll<HTMLInputElement>('input[type=radio]')
    expect(main?.checked).toBe(true)
    await press(whole ?? expect.fail())
    expect(change).toHaveBeenCalledWith('whole')
  })
})

describe('BarPlot', () => {
  it('draws lengths true to the values, also of nothing', async () => {
    const host = await render(
      <BarPlot
        label="Pairs"
        bars={[
          { id: 'a', label: 'A', value: 40, text: '40' },
          { id: 'b', label: 'B', value: 10, text: '10' },
          { id: 'c', label: 'C', value: 0, text: '0' },
        ]}
      />,
    )
    const shares = [...host.querySelectorAll<HTMLElement>('i')].map(bar => bar.style.getPropertyValue('--share'))
    expect(shares).toEqual(['1', '0.25', '0'])
  })

  it('does not divide by zero when there is nothing to draw', async () => {
    const host = await render(<BarPlot label="Pairs" bars={[{ id: 'a', label: 'A', value: 0, text: '0' }]} />)
    expect(host.querySelector<HTMLElement>('i')?.style.getPropertyValue('--share')).toBe('0')
  })
})

describe('Progress', () => {
  it('says its share, within bounds, and nothing when it is not known', async () => {
    const host = await render(
      <>
        <Progress label="one" value={1.4} />
        <Progress label="two" value={null} />
      </>,
    )
    const [one, two] = host.querySelectorAll('[role=progressbar]')
    expect(one?.getAttribute('aria-valuenow')).toBe('100')
    expect(two?.hasAttribute('aria-valuenow')).toBe(false)
  })
})

describe('Dialog', () => {
  it('is modal, starts where it is told to, and closes by its button and by escape', async () => {
    const close = vi.fn()
    const host = await render(
      <Dialog open title="Delete?" closeLabel="Close" onClose={close} actions={<Button data-autofocus>Keep it</Button>}>
        sure
      </Dialog>,
    )
    const dialog = host.querySelector('dialog') ?? expect.fail()
    expect(dialog.open).toBe(true)
    expect(document.activeElement?.textContent).toBe('Keep it')
    expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Delete?')
    await press(find(host, 'button', 'Close'))
    await act(async () => dialog.dispatchEvent(new Event('cancel', { cancelable: true })))
    expect(close).toHaveBeenCalledTimes(2)
  })

  it('holds nothing while it is closed', async () => {
    const host = await render(
      <Dialog open={false} title="Delete?" closeLabel="Close" onClose={() => undefined}>
        sure
      </Dialog>,
    )
    expect(host.textContent).toBe('')
  })
})

describe('ToastList', () => {
  it('puts the one away that was pressed', async () => {
    const dismiss = vi.fn()
    const host = await render(
      <ToastList
        label="Messages"
        dismissLabel="Dismiss"
        onDismiss={dismiss}
        items={[
          { id: 1, tone: 'ok', text: 'first' },
          { id: 2, tone: 'no', text: 'second' },
        ]}
      />,
    )
    const second = [...host.querySelectorAll('button')][1] ?? expect.fail()
    await press(second)
    expect(dismiss).toHaveBeenCalledWith(2)
    expect(host.querySelector('[aria-live=polite]')).not.toBeNull()
  })
})

describe('LiveText', () => {
  it('reads a changing text out at most once in its time', async () => {
    const { container, say } = await mountLive()
    await say('1 of 10')
    expect(container.textContent).toBe('0 of 10')
    await settle(120)
    expect(container.textContent).toBe('1 of 10')
  })
})

async function mountLive() {
  const { useState } = await import('react')
  let change: (text: string) => void = () => undefined
  function Live() {
    const [text, setText] = useState('0 of 10')
    change = setText
    return <LiveText text={text} everyMs={100} />
  }
  const container = await render(<Live />)
  return { container, say: (text: string) => act(async () => change(text)) }
}
