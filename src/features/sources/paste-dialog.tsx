import { useState } from 'react'
import { Button, Dialog, TextArea, TextField } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'
import type { Adding } from './use-adding'

const NAME_LENGTH = 48

/** A name from the first line that says something; slashes would read as folders. */
export function nameFrom(text: string, otherwise: string): string {
  const line = text
    .split('\n')
    .map(one =>
      one
        .replace(/^[\s#>*-]+/u, '')
        .replace(/[\\/\s]+/gu, ' ')
        .trim(),
    )
    .find(one => one !== '')
  if (line === undefined) return otherwise
  const short = Array.from(line).slice(0, NAME_LENGTH).join('').trim()
  return short.length < line.length ? `${short}…` : short
}

export function PasteDialog({ adding }: { readonly adding: Adding }) {
  return adding.asked === null ? null : <OpenPasteDialog adding={adding} start={adding.asked} />
}

function OpenPasteDialog({ adding, start }: { readonly adding: Adding; readonly start: string }) {
  const words = useMessages(MESSAGES).paste
  const format = useFormat()
  const [text, setText] = useState(start)
  const [name, setName] = useState('')
  const suggested = nameFrom(text, words.defaultName)
  const empty = text.trim() === ''
  const submit = (): void => {
    if (empty) return
    adding.text(name.trim() === '' ? suggested : name.trim(), text)
    adding.stopAsking()
  }
  return (
    <Dialog
      open
      width="l"
      onClose={adding.stopAsking}
      title={words.title}
      closeLabel={words.close}
      actions={
        <>
          <Button onClick={adding.stopAsking}>{words.cancel}</Button>
          <Button tone="primary" disabled={empty} onClick={submit}>
            {words.add}
          </Button>
        </>
      }
    >
      <form
        className="paste-form"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField label={words.name} value={name} placeholder={suggested} onChange={setName} />
        <TextArea
          label={words.text}
          hint={words.characters(format.number(text.length))}
          value={text}
          placeholder={words.placeholder}
          rows={12}
          data-autofocus
          reading
          onChange={setText}
        />
      </form>
    </Dialog>
  )
}
