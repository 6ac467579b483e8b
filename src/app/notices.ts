import type { Notice, SessionStore } from '#features/session'

const STAYS_MS = 8_000
const MOST = 4
let last = 0

/** Shows a line at the edge of the screen for a while. Problems stay until they are dismissed. */
export function notify(session: SessionStore, notice: Omit<Notice, 'id'>): void {
  const id = ++last
  session.setState(({ notices }) => ({ notices: [...notices, { ...notice, id }].slice(-MOST) }))
  if (notice.tone === 'done') setTimeout(() => dismiss(session, id), STAYS_MS)
}

export function dismiss(session: SessionStore, id: number): void {
  session.setState(({ notices }) => ({ notices: notices.filter(notice => notice.id !== id) }))
}
