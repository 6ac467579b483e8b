import { Notice } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'
import { useAdding } from './use-adding'

const SHOWN = 5

/** Says which of the texts given last were in the project already, and where. */
export function AlreadyNotice() {
  const words = useMessages(MESSAGES).added
  const format = useFormat()
  const adding = useAdding()
  if (adding === null || adding.already.length === 0) return null
  const { already } = adding
  return (
    <Notice
      title={words.title(format.number(already.length))}
      dismissLabel={words.dismiss}
      onDismiss={adding.forgetAlready}
    >
      <ul>
        {already.slice(0, SHOWN).map(({ given, name, row }) => (
          <li key={given}>
            {given === name && row === null
              ? words.same(given)
              : words.item(given, row === null ? name : words.row(name, format.number(row)))}
          </li>
        ))}
        {already.length > SHOWN && <li>{words.more(format.number(already.length - SHOWN))}</li>}
      </ul>
    </Notice>
  )
}
