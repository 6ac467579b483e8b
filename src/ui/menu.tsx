import type { KeyboardEvent } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import { Kbd } from './kbd'
import { Popover, type PopoverProps } from './popover'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly keys?: string
  readonly tone?: 'plain' | 'danger'
  readonly disabled?: boolean
  /** Among choices: this one holds. */
  readonly current?: boolean
  /** Draws a line above. */
  readonly apart?: boolean
  readonly onSelect: () => void
}

export interface MenuProps extends Pick<PopoverProps, 'label' | 'trigger' | 'align'> {
  readonly items: readonly MenuItem[]
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined && event.key !== 'Home' && event.key !== 'End') return
  const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const at = items.findIndex(item => item === document.activeElement)
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : at + (step ?? 0)
  items.at(next % items.length)?.focus()
  event.preventDefault()
}

/** Stable, so that drawing again does not move the focus. */
function focusFirst(menu: HTMLElement | null): void {
  menu?.querySelector<HTMLButtonElement>('button:not(:disabled)')?.focus()
}

/** Acts behind a button; arrow keys move through them. */
export function Menu({ items, ...popover }: MenuProps) {
  return (
    <Popover {...popover}>
      {close => (
        <div className="ui-menu" role="presentation" onKeyDown={move} ref={focusFirst}>
          {items.map(item => (
            <div key={item.id} role="presentation">
              {item.apart === true && <div className="ui-menu__rule" />}
              <button
                type="button"
                className={classNames('ui-menu__item', item.tone === 'danger' && 'ui-menu__item--danger')}
                disabled={item.disabled}
                aria-current={item.current}
                onClick={() => {
                  close()
                  item.onSelect()
                }}
              >
                {item.icon !== undefined && <Icon name={item.icon} size={16} />}
                <span className="ui-menu__label">{item.label}</span>
                {item.current === true && <Icon name="check" size={15} />}
                {item.keys !== undefined && <Kbd>{item.keys}</Kbd>}
              </button>
            </div>
          ))}
        </div>
      )}
    </Popover>
  )
}
