import { createContext, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type Problem, problemOf } from '#core/problem'
import type { ProjectReader } from '#core/ports/project-store'
import type { Commands, Device, Services } from '#features/services'
import type { Locale, Session } from '#features/session'

export const ServicesContext = createContext<Services | null>(null)

function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('a screen was drawn outside of the app')
  return services
}

export function useCommands(): Commands {
  return useServices().commands
}

export function useDevice(): Device {
  return useServices().device
}

/** For screens that read page by page; `useQuery` reads once. Ask anew for each read: the project may change. */
export function useReader(): () => ProjectReader {
  return useServices().reader
}

export function useSession<T>(select: (session: Session) => T): T {
  return useStore(useServices().session, select)
}

/** The sentences of one screen in the session's language. */
export function useMessages<T>(table: Readonly<Record<Locale, T>>): T {
  return table[useSession(session => session.locale)]
}

export type Query<T> =
  | { readonly state: 'loading'; readonly value: T | undefined }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'problem'; readonly value: T | undefined; readonly problem: Problem }

/**
 * Reads from the project and keeps what it read on screen while it reads again. `key` names what is asked for: a new key
 * asks again (put the session's revisions into it).
 */
export function useQuery<T>(key: string, ask: (reader: ProjectReader) => Promise<T>): Query<T> {
  const { reader } = useServices()
  const [held, setHeld] = useState<{ key: string; query: Query<T> }>({
    key: '',
    query: { state: 'loading', value: undefined },
  })
  useEffect(() => {
    let current = true
    ask(reader()).then(
      value => {
        if (current) setHeld({ key, query: { state: 'ready', value } })
      },
      (thrown: unknown) => {
        if (current)
          setHeld(before => ({
            key,
            query: { state: 'problem', value: before.query.value, problem: problemOf(thrown) },
          }))
      },
    )
    return () => {
      current = false
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for what `ask` closes over
  }, [key, reader])
  return held.key === key ? held.query : { state: 'loading', value: held.query.value }
}
