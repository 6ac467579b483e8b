import { createContext } from 'react'

/** Opens the panel that says why nothing leaves; a screen that speaks of the network links to it. */
export const OpenPrivacy = createContext<() => void>(() => undefined)
