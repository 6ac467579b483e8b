import type { SessionStore } from '#features/session'

/** Looks for a new version this often while the page is open, in ms. */
const LOOK_EVERY = 3_600_000

/**
 * Keeps the app for starts without a network, and notes in the session when a newer version is ready. Nothing happens in
 * development, nor where the browser offers no service workers: then the app needs its host at each start.
 */
export function keepOffline(session: SessionStore): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  serviceWorker.register(new URL('service-worker.js', document.baseURI)).then(
    registration => {
      const look = (): void => {
        // The first one has no version before it: then there is nothing to update.
        if (registration.waiting !== null && serviceWorker.controller !== null) session.setState({ update: true })
      }
      look()
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', look)
      })
      setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY)
    },
    // Private windows may refuse it.
    () => undefined,
  )
}

/** Starts the version that waits, by loading the page again. */
export async function takeUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  const waiting = registration?.waiting
  if (waiting === null || waiting === undefined) {
    location.reload()
    return
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take-over')
}
