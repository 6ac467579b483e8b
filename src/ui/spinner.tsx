import './spinner.css'

/** Turns while something is at work. Decoration: say what is at work in words beside it. */
export function Spinner({ size = 14 }: { readonly size?: number }) {
  return (
    <svg className="ui-spinner" width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 0 1 9 9" />
    </svg>
  )
}
