import { useSyncExternalStore } from 'react'
import { useDevice } from '#features/context'

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Whether the browser thinks that there is a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, useDevice().online)
}
