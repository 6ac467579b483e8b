import { type ReactNode, useRef } from 'react'
import { useDevice } from '#features/context'
import type { Adding } from './use-adding'

export interface FileInputsProps {
  readonly adding: Adding
  /** Draws the buttons that open the pickers. */
  readonly children: (open: { readonly files: () => void; readonly folder: () => void }) => ReactNode
}

/** The pickers: the folder dialog where the browser has one, else a file input that takes a folder. */
export function FileInputs({ adding, children }: FileInputsProps) {
  const { canPickFolder } = useDevice()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement): void => {
    if (input.files !== null && input.files.length > 0) adding.files(input.files)
    // So that the same file can be chosen again.
    input.value = ''
  }
  return (
    <>
      <Buttons
        draw={children}
        files={() => files.current?.click()}
        folder={() => (canPickFolder ? adding.folder() : pickFolder(folder.current))}
      />
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-testid="files"
        onChange={event => take(event.currentTarget)}
      />
      <input ref={folder} type="file" hidden onChange={event => take(event.currentTarget)} />
    </>
  )
}

function Buttons({
  draw,
  files,
  folder,
}: {
  readonly draw: FileInputsProps['children']
  readonly files: () => void
  readonly folder: () => void
}) {
  return draw({ files, folder })
}

/** React has no word for this property of a file input. */
function pickFolder(input: HTMLInputElement | null): void {
  if (input === null) return
  input.webkitdirectory = true
  input.click()
}
