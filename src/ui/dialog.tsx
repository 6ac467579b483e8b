import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import './dialog.css'

export interface DialogProps {
  readonly open: boolean
  /** By its button, the escape key or a press beside it. */
  readonly onClose: () => void
  readonly title: ReactNode
  readonly closeLabel: string
  /** Buttons at the foot; the one that does the act last. */
  readonly actions?: ReactNode
  readonly width?: 's' | 'm' | 'l'
  readonly children: ReactNode
}

/**
 * The native modal dialog: the browser keeps the focus in it and gives it back. Its content lives only while open.
 * The focus starts on what carries `data-autofocus`.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ onClose, title, closeLabel, actions, width = 'm', children }: Omit<DialogProps, 'open'>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) {
      element.showModal()
      element.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    }
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classNames('ui-dialog', `ui-dialog--${width}`)}
      aria-labelledby={titleId}
      onCancel={event => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onMouseDown={event => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="ui-dialog__box">
        <header className="ui-dialog__head">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="cross" label={closeLabel} onClick={onClose} />
        </header>
        <div className="ui-dialog__body">{children}</div>
        {actions !== undefined && <footer className="ui-dialog__foot">{actions}</footer>}
      </div>
    </dialog>
  )
}
