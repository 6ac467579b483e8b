import axe from 'axe-core'
import { createRoot } from 'react-dom/client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Shell } from '#features/shell/shell'
import { WriteScreen } from '#features/write/write-screen'
import { FakeApp, fakeServices } from '#test/screens/fake-services'
import { WRITE_STATES } from '#test/screens/write-states'
import '/src/app/theme.css'

async function draw(state: string, width: number): Promise<HTMLElement> {
  await page.viewport(width, 780)
  const services = fakeServices({
    ...WRITE_STATES[state],
    session: { route: { screen: 'write', params: new URLSearchParams() }, ...WRITE_STATES[state]?.session },
  })
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  const screens = {
    sources: null,
    write: <WriteScreen />,
    review: null,
    export: null,
    corpus: null,
    evaluate: null,
    models: null,
    storage: null,
  }
  root.render(
    <FakeApp services={services}>
      <Shell screens={screens} privacy={() => null} />
    </FakeApp>,
  )
  await expect.poll(() => host.querySelector('.start-bar')).not.toBeNull()
  await expect.poll(() => host.querySelector('.start-bar')?.textContent).not.toMatch(/Counting/u)
  return host
}

/** What axe finds, and whether something is wider than its box. */
async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, { rules: { 'page-has-heading-one': { enabled: false } } })
  const wide = [...document.querySelectorAll('.ui-page, dialog .ui-dialog__body')].filter(
    box => box.scrollWidth > box.clientWidth,
  )
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
    ...wide.map(box => `scrolls sideways: ${box.className}`),
  ]
}

async function chooseModel(host: HTMLElement): Promise<void> {
  const [, model] = host.querySelectorAll<HTMLInputElement>('.writer input')
  if (model !== undefined && !model.disabled) model.click()
  await expect.poll(() => host.querySelector('.start-bar')?.textContent).not.toMatch(/Counting/u)
}

function buttonOf(host: ParentNode, words: string): HTMLElement {
  const found = [...host.querySelectorAll('button')].find(button => button.textContent.includes(words))
  return found ?? expect.fail(`no button ${words}`)
}

describe.each([360, 1360])('Write pairs, %i px wide', width => {
  it.each(Object.keys(WRITE_STATES))('%s: axe finds nothing, and nothing scrolls sideways', async state => {
    const host = await draw(state, width)
    await chooseModel(host)
    expect(await faults()).toEqual([])
  })

  it.each(['Multiple choice', 'A mixture of all'])('the editor of %s', async title => {
    const host = await draw('loaded', width)
    const row = [...host.querySelectorAll('.recipe')].find(one => one.textContent.startsWith(title))
    row?.querySelector('input')?.click()
    buttonOf(host, 'Duplicate and edit').click()
    await expect.poll(() => host.querySelector('dialog')?.open).toBe(true)
    for (const details of host.querySelectorAll('dialog details')) details.toggleAttribute('open', true)
    expect(await faults()).toEqual([])
  })

  it('a trial with another recipe beside it', async () => {
    const host = await draw('loaded', width)
    const details = [...host.querySelectorAll('details')].find(one => one.textContent.startsWith('Try on 3')) ?? host
    details.toggleAttribute('open', true)
    await expect.poll(() => host.querySelector('.tryout')).not.toBeNull()
    await userEvent.selectOptions(host.querySelector('.tryout__head select') ?? host, 'step-by-step')
    buttonOf(host, 'Write from these').click()
    await expect.poll(() => host.querySelectorAll('.tryout__pairs')).toHaveLength(6)
    for (const more of host.querySelectorAll('.tryout details')) more.toggleAttribute('open', true)
    await expect.poll(() => host.querySelectorAll('.tryout-prompt pre').length).toBeGreaterThan(5)
    expect(await faults()).toEqual([])
  })
})

describe('by keyboard alone', () => {
  it('a recipe is duplicated, changed and saved', async () => {
    const host = await draw('loaded', 1360)
    buttonOf(host, 'Duplicate and edit').focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => document.activeElement?.tagName).toBe('INPUT')
    await userEvent.keyboard('{Control>}a{/Control}Night questions')
    // Chromium closes a dialog by itself when it is asked to twice in a row.
    for (let times = 0; times < 3; times++) {
      await userEvent.keyboard('{Escape}')
      await expect.poll(() => host.querySelector('dialog')?.open).toBe(true)
      expect(host.querySelector('dialog')?.textContent).toContain('Your changes are not saved.')
    }
    const dialog = host.querySelector('dialog') ?? expect.fail()
    buttonOf(dialog, 'Go on editing').focus()
    await userEvent.keyboard('{Enter}')
    buttonOf(dialog, 'Save').focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => host.querySelector('dialog')).toBeNull()
    await expect.poll(() => host.querySelector('.recipe[data-chosen=true]')?.textContent).toContain('Night questions')
  })
})
