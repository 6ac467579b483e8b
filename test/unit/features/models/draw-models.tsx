import { vi } from 'vitest'
import { ModelsScreen } from '#features/models/models-screen'
import { OpenPrivacy } from '#features/open-privacy'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { find, renderOn, settle } from '#test/screens/render'

/** Draws the screen, and keeps what it asked for. */
export async function draw(options: FakeOptions = {}) {
  const commands: [string, readonly unknown[]][] = []
  const services = fakeServices({ ...options, onCommand: (name, args) => commands.push([name, args]) })
  const privacy = vi.fn()
  const host = await renderOn(
    services,
    <OpenPrivacy value={privacy}>
      <ModelsScreen />
    </OpenPrivacy>,
  )
  await settle()
  return {
    host,
    services,
    privacy,
    named: (name: string) => commands.filter(([one]) => one === name).map(([, args]) => args),
  }
}

/** A part of the screen by the beginning of its words. */
export function panel(host: HTMLElement, title: string): HTMLElement {
  return find(host, '.ui-panel', new RegExp(`^${title}`, 'u'))
}
