import type { Route } from '#features/session'

const FIRST_SCREEN = 'sources'

/** `#/review?state=ready` → screen and parameters. Routes live in the hash, so that any static host can serve the app. */
export function readRoute(): Route {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/u, '').split('?', 2)
  return { screen: path === '' ? FIRST_SCREEN : path, params: new URLSearchParams(query) }
}

export function writeRoute(screen: string, params: Readonly<Record<string, string>>, replace: boolean): void {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString()
  const hash = `#/${screen}${query === '' ? '' : `?${query}`}`
  if (hash === location.hash) return
  if (replace) history.replaceState(null, '', hash)
  else history.pushState(null, '', hash)
}
