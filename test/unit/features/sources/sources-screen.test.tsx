// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { SourcesScreen } from '#features/sources/sources-screen'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, press, renderOn, settle, write } from '#test/screens/render'
import { NO_GPU } from '#test/support/gpu-facts'

async function draw(options: FakeOptions = {}) {
  const commands: [string, readonly unknown[]][] = []
  const services = fakeServices({ ...options, onCommand: (name, args) => commands.push([name, args]) })
  // Rows are drawn for a window that has a size; this DOM has none of its own.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(49)
  const host = await renderOn(services, <SourcesScreen />)
  await settle()
  return { host, services, named: (name: string) => commands.filter(([one]) => one === name).map(([, args]) => args) }
}

function paste(target: EventTarget, text: string): Promise<void> {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'clipboardData', { value: { files: [], getData: () => text } })
  return act(async () => {
    target.dispatchEvent(event)
  })
}

function drag(type: string, transfer: object): Promise<Event> {
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'dataTransfer', { value: transfer })
  Object.defineProperty(event, 'relatedTarget', { value: null })
  return act(async () => {
    document.body.dispatchEvent(event)
    return event
  })
}

const UNPROBED = { ...NO_GPU, cores: 2, isolated: true }

describe('the first screen', () => {
  it('is the tool: choose, paste, try a sample', async () => {
    const { host, named } = await draw({ sources: 0, pairs: 0 })
    expect(host.querySelector('h1')?.textContent).toBe('Turn your documents into instruction data')
    await press(find(host, 'button', 'Try a sample'))
    expect(named('addSample')).toHaveLength(1)
    await press(find(host, 'button', 'Choose a folder'))
    expect(named('pickFolder')).toHaveLength(1)
  })

  it.each([
    [{ webgpu: 'ready', adapter: 'Apple', f16: true }, 'WebGPU is ready as well (Apple, f16).'],
    [{ webgpu: 'ready', adapter: null, f16: false }, 'WebGPU is ready as well.'],
    [{ webgpu: 'no-adapter', adapter: null, f16: false }, 'found no GPU to use'],
    [{ webgpu: 'absent', adapter: null, f16: false }, 'This browser has no WebGPU'],
  ] as const)('says of the device only what was probed: %o', async (probe, sentence) => {
    const { host } = await draw({ sources: 0, pairs: 0, device: { probe: async () => ({ ...UNPROBED, ...probe }) } })
    expect(host.querySelector('.device-line')?.textContent).toContain(sentence)
  })

  it('says nothing of a device that could not be probed', async () => {
    const probe = async () => Promise.reject(new Error('no'))
    const { host } = await draw({ sources: 0, pairs: 0, device: { probe } })
    expect(host.querySelector('.device-line p')?.textContent.trim()).toBe('')
  })

  it('offers nothing to add to a tab that only reads', async () => {
    const { host, named } = await draw({ sources: 0, pairs: 0, session: { role: 'follower' } })
    expect(host.querySelectorAll('button')).toHaveLength(0)
    await drag('drop', { types: ['Files'] })
    expect(named('addDrop')).toHaveLength(0)
  })
})

describe('dropping and pasting', () => {
  it('takes files that are dropped anywhere, and says so while they are dragged', async () => {
    const { host, named } = await draw()
    const transfer = { types: ['Files'], dropEffect: 'none' }
    const over = await drag('dragover', transfer)
    expect(over.defaultPrevented).toBe(true)
    expect(host.querySelector('.drop-overlay')).not.toBeNull()
    await drag('drop', transfer)
    expect(host.querySelector('.drop-overlay')).toBeNull()
    expect(named('addDrop')).toEqual([[transfer]])
  })

  it('leaves a dragged selection of text alone', async () => {
    const { named } = await draw()
    const drop = await drag('drop', { types: ['text/plain'] })
    expect(drop.defaultPrevented).toBe(false)
    expect(named('addDrop')).toHaveLength(0)
  })

  it('asks for a name when text is pasted on the page, and adds it as it is', async () => {
    const { host, named } = await draw()
    await paste(document.body, '# The keeper\r\n\nHe trimmed the wick.')
    const dialog = host.querySelector('dialog') ?? expect.fail()
    expect(dialog.querySelector('input')?.placeholder).toBe('The keeper')
    await press(find(dialog, 'button', /^Add$/))
    const [files] = named('addFiles')[0] ?? []
    expect(files).toMatchObject([{ name: 'The keeper', kind: 'paste' }])
    expect(host.querySelector('dialog')).toBeNull()
  })

  it('leaves what is pasted into a field to the field', async () => {
    const { host } = await draw({ sources: 30 })
    await paste(host.querySelector('input[type=search]') ?? expect.fail(), 'letter')
    expect(host.querySelector('dialog')).toBeNull()
  })

  it('says which texts were here already', async () => {
    const { host } = await draw({
      commands: {
        addDrop: async () => [
          { name: 'a.md', source: 3, documents: 0, problem: { kind: 'already-here', name: 'b.md', row: null } },
        ],
      },
    })
    await drag('drop', { types: ['Files'] })
    await settle()
    expect(host.textContent).toContain('a.md is already here as b.md')
  })
})

describe('the list', () => {
  it('says what each source gave', async () => {
    const { host } = await draw()
    const rows = [...host.querySelectorAll('.source__line')].map(row => row.textContent)
    expect(rows[0]).toContain('lighthouses.md')
    expect(rows[0]).toContain('Text · English3 passages')
    expect(rows.find(row => row.includes('.csv'))).toContain('2 warningsTable · English · Chinese2,408 documents')
    expect(rows.find(row => row.includes('scan-1904'))).toContain('not read')
    expect(rows.find(row => row.includes('copy-of'))).toContain('already here')
    expect(rows.at(-1)).toContain('removed')
  })

  it('draws only what is in sight of thousands', async () => {
    const { host } = await draw({ sources: 2_500 })
    const drawn = host.querySelectorAll('.source').length
    expect(drawn).toBeGreaterThan(5)
    expect(drawn).toBeLessThan(80)
    expect(host.querySelector('.source-list li')?.getAttribute('aria-setsize')).toBe('2500')
  })

  it('opens warnings with their lines, and problems with what to do', async () => {
    const { host } = await draw()
    await press(find(host, '.source__toggle', 'customer-questions'))
    expect(host.textContent).toContain('3 rows have more or fewer cells than the header (lines 18, 402, 1,911).')
    await press(find(host, '.source__toggle', 'scan-1904'))
    expect(host.textContent).toContain('Run text recognition (OCR)')
    expect(host.textContent).not.toContain('lines 18')
  })

  it('removes and restores in place', async () => {
    const { host, named } = await draw()
    await toggleMenu(host, 'manuals/lighthouses.md')
    await press(find(host, '.ui-menu__item', 'Remove'))
    expect(named('removeSource')).toEqual([[1, true]])
    expect(find(host, '.source[data-removed=true]', 'lighthouses.md')).toBeDefined()
  })

  it('asks before it deletes for good', async () => {
    const { host, named } = await draw()
    await toggleMenu(host, 'manuals/lighthouses.md')
    await press(find(host, '.ui-menu__item', 'Delete for good'))
    expect(named('deleteSource')).toHaveLength(0)
    expect(document.activeElement?.textContent).toBe('Keep it')
    await press(find(host, 'dialog button', 'Delete for good'))
    expect(named('deleteSource')).toEqual([[1]])
  })

  it('is for looking only while another tab writes', async () => {
    const { host } = await draw({ session: { role: 'follower' } })
    expect(host.querySelector('.source__acts')).toBeNull()
    await press(find(host, '.source__toggle', 'customer-questions'))
    expect(host.querySelector('.source-settings')).toBeNull()
  })

  it('narrows to a group and by name', async () => {
    const { host } = await draw({ sources: 30 })
    await press(find(host, '.ui-chip--toggle', 'Not read 1'))
    expect(host.querySelectorAll('.source')).toHaveLength(1)
    await write(host.querySelector<HTMLInputElement>('input[type=search]') ?? expect.fail(), 'nothing like it')
    expect(host.textContent).toContain('No source matches.')
    await press(find(host, 'button', 'Show all'))
    expect(host.querySelectorAll('.source').length).toBeGreaterThan(5)
  })
})

describe('reading a source in another way', () => {
  it('shows the table, takes the column by its heading, and asks before pairs are lost', async () => {
    const { host, named } = await draw()
    await press(find(host, '.source__toggle', 'customer-questions'))
    await settle()
    await press(find(host, '.table-preview th button', 'question'))
    await press(find(host, '.source-settings button', 'Read again'))
    expect(named('reread')).toHaveLength(0)
    await press(find(host, 'dialog button', 'Read again'))
    expect(named('reread')[0]).toEqual([3, { encoding: null, html: 'main', column: 'question' }, undefined])
  })

  it('reads at once where no pair could be lost', async () => {
    const { host, named } = await draw({ pairs: 0 })
    await press(find(host, '.source__toggle', 'customer-questions'))
    await press(find(host, '.source-settings button', 'Read again'))
    expect(named('reread')).toHaveLength(1)
  })

  it('asks for a file that this tab no longer holds', async () => {
    const { host } = await draw()
    await press(find(host, '.source__toggle', 'notes-gbk'))
    expect(host.textContent).toContain('This tab no longer holds the file.')
    expect(find(host, '.source-settings button', 'Choose the file again')).toBeDefined()
  })
})

describe('the cut', () => {
  it('is previewed on the person’s own text, and applied only when it differs', async () => {
    const { host, named } = await draw()
    await press(find(host, 'button', 'Change the cut'))
    await settle(300)
    expect(named('previewCut').at(-1)).toEqual([1, { target: 600, maximum: 1000 }])
    expect(host.querySelectorAll('.cut-preview li').length).toBeGreaterThan(1)
    expect(find(host, 'button', 'Cut all documents again').hasAttribute('disabled')).toBe(true)

    const [target] = host.querySelectorAll<HTMLInputElement>('.cut-editor input')
    await write(target ?? expect.fail(), '300')
    await settle(300)
    expect(named('previewCut').at(-1)).toEqual([1, { target: 300, maximum: 1000 }])
    await press(find(host, 'button', 'Cut all documents again'))
    expect(named('recut')).toEqual([[{ target: 300, maximum: 1000 }]])
  })

  it('asks nobody for a cut that cannot be', async () => {
    const { host, named } = await draw()
    await press(find(host, 'button', 'Change the cut'))
    await settle(300)
    const before = named('previewCut').length
    const [target] = host.querySelectorAll<HTMLInputElement>('.cut-editor input')
    await write(target ?? expect.fail(), '2000')
    await settle(300)
    expect(host.textContent).toContain('The most must not be less than the aim.')
    expect(named('previewCut')).toHaveLength(before)
    expect(find(host, 'button', 'Cut all documents again').hasAttribute('disabled')).toBe(true)
  })
})

/** Opens the native popover of a row's menu, which this DOM does not know how to. */
async function toggleMenu(host: HTMLElement, name: string): Promise<void> {
  const button = find(host, '.source__acts button', name)
  const popover = document.getElementById(button.getAttribute('popovertarget') ?? '') ?? expect.fail('no popover')
  Object.assign(popover, { hidePopover: () => undefined })
  await act(async () => {
    popover.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }))
  })
  await settle()
}
