import { act, createElement } from 'react'
import { vi } from 'vitest'
import type { BlindSample } from '#core/evaluation/blind-sample'
import { EvaluateScreen } from '#features/evaluate/evaluate-screen'
import { type FakeOptions, fakeServices } from '#test/screens/fake-services'
import { renderOn, settle } from '#test/screens/render'

type Told = readonly [name: string, args: readonly unknown[]]

/** Draws the screen on fake services: the panels, or a check at work. */
export async function drawEvaluate(options: FakeOptions = {}, check?: string) {
  const told: Told[] = []
  const services = fakeServices({ ...options, onCommand: (name, args) => told.push([name, args]) })
  const params = new URLSearchParams(check === undefined ? {} : { check })
  services.session.setState({ route: { screen: 'evaluate', params } })
  const box = await renderOn(services, createElement(EvaluateScreen))
  await settle(30)
  return {
    box,
    services,
    hit: async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
      await act(async () => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
      })
      await settle(10)
    },
    told: (name: string): readonly (readonly unknown[])[] =>
      told.filter(([one]) => one === name).map(([, args]) => args),
    /** The sample as it was last stored. */
    sample: (): BlindSample | undefined => services.project.samples[0],
    text: (selector: string): string => box.querySelector(selector)?.textContent ?? '',
    said: (): string => box.querySelector('[role=status]')?.textContent ?? '',
  }
}

/** A command that cannot be done. */
export const refused = () => vi.fn(() => Promise.reject(new Error('no room')))
