import type { ReactNode } from 'react'
import './kbd.css'

/** A key, shown beside the words that it stands for. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className="ui-kbd">{children}</kbd>
}
