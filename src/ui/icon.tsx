import './icon.css'

/** Drawn on a 24 by 24 grid with round strokes; own paths. */
const PATHS = {
  logo: 'M4 7c5 0 11 10 16 10M4 17c5 0 11-10 16-10M4 12h4m8 0h4',
  sources: 'M4 5h16M4 12h16M4 19h10',
  write: 'M5 12h4l2-6 3 12 2-6h3',
  review: 'M5 4h9v16H5zM17 8l3 4-3 4',
  export: 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14',
  storage: 'M5 6h14v5H5zm0 7h14v5H5z',
  corpus: 'M4 5h9M4 9h16M4 13h16M4 17h10M17 17h3M17 5h3',
  evaluate: 'M4 20h16M7 16v-4M12 16V6M17 16v-7',
  model: 'M12 3l8 4.5v9L12 21l-8-4.5v-9z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  dash: 'M6 12h12',
  plus: 'M12 5v14M5 12h14',
  'chevron-down': 'M6 9l6 6 6-6',
  'chevron-right': 'M9 6l6 6-6 6',
  'chevron-left': 'M15 6l-6 6 6 6',
  'arrow-right': 'M5 12h14m-5-5 5 5-5 5',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16 16l4.5 4.5',
  more: 'M5.5 11.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4zM12 11.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4zM18.5 11.3a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4z',
  pause: 'M9 6v12M15 6v12',
  play: 'M8 5.5v13l10.5-6.5z',
  stop: 'M7 7h10v10H7z',
  undo: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'M16 5l4 4-4 4M20 9H10a6 6 0 0 0 0 12h3',
  trash: 'M5 7h14M10 4h4M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  edit: 'M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  folder: 'M4 6h6l2 2h8v11H4z',
  paste: 'M8 5H5v16h14V5h-3M9 3h6v4H9zM9 12h6M9 16h4',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  web: 'M4 5h16v14H4zM4 9h16M7 7h.01M9.5 7h.01',
  text: 'M6 6h12M12 6v13M9 19h6',
  book: 'M5 5c3-1 5-1 7 1 2-2 4-2 7-1v13c-3-1-5-1-7 1-2-2-4-2-7-1zM12 6v13',
  scissors:
    'M7 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zm0 10a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM9 8.5l11 8M9 15.5l11-8',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 5v4M9 15v4',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11v5M12 8h.01',
  shield: 'M12 3l7 3v6c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
  moon: 'M19.5 14.5A8 8 0 1 1 9.5 4.5a6.5 6.5 0 0 0 10 10z',
  screen: 'M4 5h16v11H4zM9 20h6M12 16v4',
  refresh: 'M19 8a8 8 0 1 0 1 5M20 4v5h-5',
  download: 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14',
  upload: 'M12 16V5m0 0 4 4m-4-4-4 4M5 20h14',
  filter: 'M4 6h16M7 12h10M10 18h4',
  keyboard: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 14.5h8',
  tabs: 'M4 8h12v12H4zM8 8V4h12v12h-4',
  quote: 'M5 17h4l1-4V7H5v6h3zM14 17h4l1-4V7h-5v6h3z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
} as const

export type IconName = keyof typeof PATHS

export interface IconProps {
  readonly name: IconName
  /** Edge in px; 17 unless told. */
  readonly size?: number
  /** What it means; without it the icon is decoration and hidden from assistive technology. */
  readonly label?: string
}

export function Icon({ name, size = 17, label }: IconProps) {
  return (
    <svg
      className="ui-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
