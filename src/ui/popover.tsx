import { type ReactNode, useId, useRef, useState } from 'react'
import { classNames } from './class-names'
import './popover.css'

export interface PopoverTrigger {
  readonly popoverTarget: string
  readonly 'aria-expanded': boolean
}

export interface PopoverProps {
  /** Name of the panel for assistive technology. */
  readonly label: string
  /** Draws the button; spread what it is given on it. */
  readonly trigger: (props: PopoverTrigger) => ReactNode
  readonly align?: 'start' | 'end'
  readonly className?: string
  /** Draws the content; `close` hides the panel. Content lives only while open. */
  readonly children: (close: () => void) => ReactNode
}

function Content({ draw, close }: { readonly draw: PopoverProps['children']; readonly close: () => void }) {
  return draw(close)
}

/** The native popover: closes by escape and by a press elsewhere. Placed below its button, or above when there is no room. */
export function Popover({ label, trigger, align = 'start', className, children }: PopoverProps) {
  const id = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const place = (): void => {
    const box = panel.current
    const at = anchor.current?.getBoundingClientRect()
    if (box === null || at === undefined) return
    const { offsetWidth: width, offsetHeight: height } = box
    const left = align === 'start' ? at.left : at.right - width
    const below = at.bottom + 6
    const top = below + height > window.innerHeight - 8 ? Math.max(8, at.top - height - 6) : below
    box.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`
    box.style.top = `${top}px`
  }
  return (
    <span ref={anchor} className="ui-popover-anchor">
      {trigger({ popoverTarget: id, 'aria-expanded': open })}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={classNames('ui-popover', className)}
        onToggle={event => {
          setOpen(event.newState === 'open')
          if (event.newState === 'open') requestAnimationFrame(place)
        }}
      >
        {open && <Content draw={children} close={() => panel.current?.hidePopover()} />}
      </div>
    </span>
  )
}
