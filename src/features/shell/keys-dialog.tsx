import { Fragment } from 'react'
import { Dialog, Kbd } from '#ui'
import { useDevice, useMessages, useSession } from '#features/context'
import type { Locale } from '#features/session'
import { MESSAGES } from './messages'
import { SCREENS } from './screens'

/** Keys of one screen, for the list behind `?`. `mod` is drawn as ⌘ or Ctrl. */
export interface KeyGroup {
  readonly title: Readonly<Record<Locale, string>>
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: Readonly<Record<Locale, string>> }[]
}

function KeyNames({ keys }: { readonly keys: readonly string[] }) {
  const { mac } = useDevice()
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && ' '}
      <Kbd>
        {key
          .replace('mod+', mac ? '⌘' : 'Ctrl ')
          .replace('shift+', mac ? '⇧' : 'Shift ')
          .replace(/(^| |⌘|⇧)[a-z]$/u, letter => letter.toUpperCase())}
      </Kbd>
    </Fragment>
  ))
}

export interface KeysDialogProps {
  readonly open: boolean
  readonly groups: readonly KeyGroup[]
  readonly onClose: () => void
}

export function KeysDialog({ open, groups, onClose }: KeysDialogProps) {
  const words = useMessages(MESSAGES)
  const locale = useSession(session => session.locale)
  const rows = [
    { keys: ['?'], does: words.keys.help },
    ...SCREENS.map(({ name }, index) => ({ keys: [`${index + 1}`], does: words.keys.go(words.screens[name]) })),
    { keys: ['mod+v'], does: words.keys.paste },
    { keys: ['Esc'], does: words.keys.close },
  ]
  const all = [
    { title: words.keys.everywhere, rows },
    ...groups.map(group => ({
      title: group.title[locale],
      rows: group.keys.map(({ keys, does }) => ({ keys, does: does[locale] })),
    })),
  ]
  return (
    <Dialog open={open} onClose={onClose} title={words.keys.title} closeLabel={words.close} width="l">
      <div className="keys">
        {all.map(group => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.rows.map(row => (
                <div key={row.does}>
                  <dt>
                    <KeyNames keys={row.keys} />
                  </dt>
                  <dd>{row.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
