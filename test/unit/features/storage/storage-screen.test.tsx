// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ProblemError } from '#core/problem'
import { StorageScreen } from '#features/storage/storage-screen'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'

const FIRST = { id: 'p1', name: 'First' }
const SECOND = { id: 'p2', name: 'Second' }

async function draw(options: FakeOptions = {}) {
  const commands: [string, readonly unknown[]][] = []
  const services = fakeServices({
    ...options,
    session: { project: FIRST, projects: [FIRST, SECOND], ...options.session },
    onCommand: (name, args) => commands.push([name, args]),
  })
  const host = await renderOn(services, <StorageScreen />)
  await settle()
  return { host, services, named: (name: string) => commands.filter(([one]) => one === name).map(([, args]) => args) }
}

function panel(host: HTMLElement, title: string): HTMLElement {
  return find(host, '.ui-panel', new RegExp(`^${title}`))
}

describe('used space', () => {
  it('tells its own count from the browser’s', async () => {
    const { host } = await draw()
    const text = panel(host, 'Used space').textContent
    expect(text).toContain('This project: 27.4 MB, as counted by Pairloom.')
    expect(text).toContain('This site: 41.9 MB, as counted by the browser')
    expect(text).toContain('Pairs18.4 MB')
  })

  it('claims nothing that the browser does not tell', async () => {
    const { host } = await draw({ device: { storage: async () => ({ usageBytes: null, persisted: null }) } })
    expect(panel(host, 'Used space').textContent).toContain('does not tell how much')
    expect(panel(host, 'Protection').textContent).toContain('Unknown')
  })
})

describe('protection', () => {
  it('is asked for, and the answer is shown as it is', async () => {
    const granted = await draw()
    await press(find(granted.host, 'button', 'Ask to protect'))
    expect(panel(granted.host, 'Protection').textContent).toContain('The browser will not delete')
    const refused = await draw({ device: { persist: async () => false } })
    await press(find(refused.host, 'button', 'Ask to protect'))
    expect(panel(refused.host, 'Protection').textContent).toContain('The browser said no.')
  })

  it('puts the seven days first where they hold', async () => {
    const safari = await draw({ device: { forgetsUnused: true } })
    expect(panel(safari.host, 'Protection').querySelector('details')).toBeNull()
    expect(panel(safari.host, 'Protection').textContent).toContain('seven days of using Safari')
  })
})

describe('backup', () => {
  it('says what it would save, what it saved, and can be cancelled on the way', async () => {
    let stop: AbortSignal | undefined
    let finish: (thrown: unknown) => void = () => undefined
    const { host } = await draw({
      commands: {
        backup: (signal, progress) =>
          new Promise((_resolve, reject) => {
            stop = signal
            finish = reject
            progress(1_200)
          }),
      },
    })
    expect(panel(host, 'Backup').textContent).toContain('60 pairs written since the last backup.')
    await press(find(host, 'button', 'Back up now'))
    expect(panel(host, 'Backup').textContent).toContain('1,200 rows written')
    await press(find(host, 'button', 'Cancel'))
    expect(stop?.aborted).toBe(true)
    await act(async () => finish(new ProblemError({ kind: 'cancelled' })))
    expect(find(host, 'button', 'Back up now')).toBeDefined()
  })

  it('tells name and size of the file', async () => {
    const { host } = await draw()
    await press(find(host, 'button', 'Back up now'))
    expect(panel(host, 'Backup').textContent).toContain('Saved as project.pairloom.jsonl.gz (1.2 MB).')
  })

  it('restores the chosen file, and says what is wrong with it and that nothing was changed', async () => {
    const problem = new ProblemError({ kind: 'backup-damaged', detail: 'line 3' })
    const restore = vi.fn(async () => Promise.reject(problem))
    const { host } = await draw({ commands: { restore } })
    const input = panel(host, 'Backup').querySelector<HTMLInputElement>('input[type=file]') ?? expect.fail()
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'old.pairloom')] })
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })))
    await settle()
    expect(restore).toHaveBeenCalledTimes(1)
    const words = panel(host, 'Backup').querySelector('[role=alert]')?.textContent
    expect(words).toContain('The backup file is damaged or is not a Pairloom backup.')
    expect(words).toContain('No project was changed.')
    expect(words).toContain('line 3')
  })
})

describe('projects', () => {
  it('are opened, and made under a name', async () => {
    const { host, named } = await draw()
    await press(find(panel(host, 'Projects'), 'button', /^Open$/))
    expect(named('openProject')).toEqual([['p2']])
    await press(find(host, 'button', 'New project'))
    const form = host.querySelector('form') ?? expect.fail()
    expect(find(form, 'button', 'New project').hasAttribute('disabled')).toBe(true)
    await write(form.querySelector('input') ?? expect.fail(), '  Tides ')
    await act(async () => form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
    expect(named('createProject')).toEqual([['Tides']])
  })

  it('go only after a yes', async () => {
    const { host, named } = await draw()
    const popovers = [...host.querySelectorAll<HTMLElement>('[popover]')]
    const menu = popovers.find(one => one.getAttribute('aria-label') === 'More for Second') ?? expect.fail()
    Object.assign(menu, { hidePopover: () => undefined })
    await act(async () => menu.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' })))
    await press(find(menu, 'button', 'Delete'))
    expect(named('deleteProject')).toHaveLength(0)
    await press(find(host, 'dialog button', 'Delete the project'))
    expect(named('deleteProject')).toEqual([['p2']])
    expect(host.querySelector('dialog')).toBeNull()
  })
})

describe('free space', () => {
  it('offers runs and removed sources, each with what would go', async () => {
    const { host, named } = await draw()
    const free = panel(host, 'Free space')
    expect([...free.querySelectorAll('li')].map(row => row.textContent)).toEqual([
      'Run 238 pairsDelete …',
      'Run 1in Review and Export9,480 pairsDelete …',
      'old/tides.txtremoved source12,008 charactersDelete …',
    ])
    await press(find(find(free, 'li', 'tides'), 'button', 'Delete'))
    await press(find(host, 'dialog button', 'Delete for good'))
    await press(find(find(free, 'li', 'Run 2'), 'button', 'Delete'))
    await press(find(host, 'dialog button', 'Delete for good'))
    expect(named('deleteSource')).toEqual([[11]])
    expect(named('deleteRun')).toEqual([[2]])
  })

  it('is closed to a tab that only reads', async () => {
    const { host } = await draw({ session: { role: 'follower' } })
    expect(host.textContent).not.toContain('Free space')
  })
})

describe('diagnostics', () => {
  it('are copied, and can be looked at before', async () => {
    const { host, named } = await draw()
    await press(find(host, 'button', 'Copy diagnostics'))
    expect(String(named('copyText')[0]?.[0])).toContain('database version 1')
    expect(find(host, 'button', 'Copied')).toBeDefined()
  })
})
