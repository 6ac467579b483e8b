import { classNames } from './class-names'
import './progress.css'

export interface ProgressProps {
  /** Share done in [0, 1]; null while it cannot be known. */
  readonly value: number | null
  readonly label: string
  readonly className?: string
}

export function Progress({ value, label, className }: ProgressProps) {
  const share = value === null ? null : Math.min(1, Math.max(0, value))
  return (
    <div
      className={classNames('ui-progress', share === null && 'ui-progress--unknown', className)}
      role="progressbar"
      aria-label={label}
      {...(share === null
        ? {}
        : { 'aria-valuenow': Math.floor(share * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
    >
      <div style={share === null ? {} : { width: `${share * 100}%` }} />
    </div>
  )
}
