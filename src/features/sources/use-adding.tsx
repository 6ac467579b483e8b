import { createContext, useContext, useState } from 'react'
import type { IngestedFile } from '#messages/ingest-worker'
import { useCommands, useSession } from '#features/context'

export type AlreadyHere = { readonly given: string; readonly name: string; readonly row: number | null }

/** Everything that brings text in, and what was found to be here already. */
export interface Adding {
  readonly files: (files: FileList) => void
  readonly drop: (transfer: DataTransfer) => void
  readonly folder: () => void
  readonly text: (name: string, text: string) => void
  readonly sample: () => void
  /** Opens the dialog for text, with what was pasted. */
  readonly askForText: (text?: string) => void
  readonly asked: string | null
  readonly stopAsking: () => void
  readonly already: readonly AlreadyHere[]
  readonly forgetAlready: () => void
}

const AddingContext = createContext<Adding | null>(null)
export const AddingProvider = AddingContext

/** What was given and is in the project already. */
export function alreadyHere(results: readonly IngestedFile[]): readonly AlreadyHere[] {
  return results.flatMap(({ name, problem }) =>
    problem?.kind === 'already-here' ? [{ given: name, name: problem.name, row: problem.row }] : [],
  )
}

/** State of adding, held by the screen. */
export function useAddingState(): Adding {
  const commands = useCommands()
  const [asked, setAsked] = useState<string | null>(null)
  const [already, setAlready] = useState<readonly AlreadyHere[]>([])
  const follow = (work: Promise<readonly IngestedFile[]>): void => {
    work.then(results => setAlready(alreadyHere(results)), commands.report)
  }
  return {
    files: list => follow(commands.addFileList(list)),
    drop: transfer => follow(commands.addDrop(transfer)),
    folder: () => follow(commands.pickFolder()),
    text: (name, text) => follow(commands.addFiles([{ name, blob: new Blob([text]), kind: 'paste' }])),
    sample: () => {
      commands.addSample().catch(commands.report)
    },
    askForText: (text = '') => setAsked(text),
    asked,
    stopAsking: () => setAsked(null),
    already,
    forgetAlready: () => setAlready([]),
  }
}

/** Everything that brings text in; null while this tab may not write. */
export function useAdding(): Adding | null {
  const adding = useContext(AddingContext)
  const writes = useSession(session => session.phase === 'open' && session.role === 'writer')
  return writes ? adding : null
}
