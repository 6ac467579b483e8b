import { useState } from 'react'
import { modelAddress } from '#core/models/model-address'
import { Button, Segmented, TextField } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { MESSAGES } from './messages'

type Kind = 'gguf' | 'mlc'

/** What is wrong with an address, as far as it can be told without asking its host; null when nothing is. */
function faultOf(kind: Kind, url: string, library: string): 'url' | 'library' | null {
  try {
    const address = modelAddress(url, kind === 'mlc' ? library || 'https://library.invalid/a.wasm' : null)
    if (address.kind !== kind) return 'url'
  } catch {
    return 'url'
  }
  return kind === 'mlc' && !/^https?:\/\/\S+\.wasm(?:[?#]\S*)?$/iu.test(library.trim()) ? 'library' : null
}

/** A GGUF, or a folder of MLC with its library, by address. */
export function AddressForm({ onDone }: { readonly onDone: () => void }) {
  const words = useMessages(MESSAGES).own.form
  const commands = useCommands()
  const [kind, setKind] = useState<Kind>('gguf')
  const [url, setUrl] = useState('')
  const [library, setLibrary] = useState('')
  const [fault, setFault] = useState<'url' | 'library' | null>(null)
  const submit = (): void => {
    const found = faultOf(kind, url, library)
    setFault(found)
    if (found !== null) return
    // What goes wrong from here on stands among the downloads.
    void commands.addModelByUrl(url.trim(), kind === 'mlc' ? library.trim() : null).catch(() => undefined)
    onDone()
  }
  return (
    <form
      className="address-form"
      aria-label={words.title}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <Segmented
        label={words.kind}
        value={kind}
        options={[
          { value: 'gguf', label: words.gguf },
          { value: 'mlc', label: words.mlc },
        ]}
        onChange={value => {
          setKind(value)
          setFault(null)
        }}
      />
      <TextField
        label={kind === 'gguf' ? words.url : words.folder}
        hint={kind === 'gguf' ? words.urlHint : words.folderHint}
        problem={fault === 'url' ? words.bad : undefined}
        inputMode="url"
        placeholder="https://"
        spellCheck={false}
        autoComplete="off"
        autoFocus
        value={url}
        onChange={setUrl}
      />
      {kind === 'mlc' && (
        <TextField
          label={words.library}
          hint={words.libraryHint}
          problem={fault === 'library' ? words.badLibrary : undefined}
          inputMode="url"
          placeholder="https://"
          spellCheck={false}
          autoComplete="off"
          value={library}
          onChange={setLibrary}
        />
      )}
      <p className="models-note">{words.privacy}</p>
      <div className="models-acts">
        <Button type="submit" tone="primary" icon="download" disabled={url.trim() === ''}>
          {words.submit}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}
