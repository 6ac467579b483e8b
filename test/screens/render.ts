import { act, createElement, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import type { Services } from '#features/services'
import { FakeApp } from './fake-services'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined
}

/** Lets promises and effects that are under way come to rest. */
export async function settle(ms = 0): Promise<void> {
  await act(() => new Promise(resolve => setTimeout(resolve, ms)))
}

/** Draws into the page of the test's DOM; taken away when the test is over. */
export async function render(node: ReactNode): Promise<HTMLElement> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const host = document.createElement('div')
  document.body.append(host)
  const root = createRoot(host)
  onTestFinished(async () => {
    await act(async () => root.unmount())
    host.remove()
  })
  await act(async () => root.render(node))
  await settle()
  return host
}

/** Draws a screen on fake services. */
export function renderOn(services: Services, node: ReactNode): Promise<HTMLElement> {
  return render(createElement(FakeApp, { services, children: node }))
}

/** The first element of a kind whose text or label is, or holds, the words. */
export function find(host: ParentNode, selector: string, words: string | RegExp): HTMLElement {
  const fits = (text: string | null): boolean =>
    text !== null && (typeof words === 'string' ? text.includes(words) : words.test(text))
  const found = [...host.querySelectorAll<HTMLElement>(selector)].find(
    element => fits(element.getAttribute('aria-label')) || fits(element.textContent),
  )
  if (found === undefined) throw new Error(`no ${selector} with ${String(words)} in: ${host.textContent ?? ''}`)
  return found
}

export async function press(element: HTMLElement): Promise<void> {
  await act(async () => element.click())
  await settle()
}

/** Writes into a field as a person would: React hears of it. */
export async function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await act(async () => {
    // Past React's own property on the element, which would take the new value for the old one.
    Reflect.set(Reflect.getPrototypeOf(field) ?? field, 'value', text, field)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await settle()
}
