import { ProblemError, type ReadWarning } from '#core/problem'
import { nextTask } from '#files/next-task'

/** A file with its path below what was given. */
export interface WalkedFile {
  readonly name: string
  readonly file: File
}

/** What was found in a drop, sorted by name in code-unit order. */
export interface DroppedFiles {
  readonly files: readonly WalkedFile[]
  readonly warnings: readonly ReadWarning[]
  /** Folders left out because they lie too deep. */
  readonly deepFolders: number
  /** Files and folders that the browser could not open. */
  readonly unreadable: number
}

/** Folders inside folders beyond this are a loop or an attack. */
const DEEPEST = 500
/** Work between two turns of the event loop, in ms: well below what a person notices. */
const TURN = 12

const SYSTEM_NAMES: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX', '.git'])

/** The parts of `DataTransfer` and of the entries in it that are used; a worker's type library does not know them. */
interface Transfer {
  readonly items: ArrayLike<TransferItem>
  readonly files: ArrayLike<File>
}

interface TransferItem {
  readonly kind: string
  getAsFile(): File | null
  webkitGetAsEntry?(): Entry | null
}

interface Entry {
  readonly name: string
  readonly isDirectory: boolean
  file?(found: (file: File) => void, failed: (reason: unknown) => void): void
  createReader?(): { readEntries(found: (entries: Entry[]) => void, failed: (reason: unknown) => void): void }
}

/** A file or folder, whichever of the browser's interfaces it came by. */
type Item =
  | { readonly name: string; readonly open: () => Promise<File> }
  | { readonly name: string; readonly list: () => AsyncIterable<Item> }

/**
 * All files in a drop. Must be called inside the drop event: what was dropped is taken out of it before this returns. One
 * folder gives names below it; several things give names that start with each folder's own name. Throws `cancelled`.
 */
export function walkDrop(signal: AbortSignal, transfer: Transfer): Promise<DroppedFiles> {
  const items: Item[] = []
  for (const item of Array.from(transfer.items)) {
    if (item.kind !== 'file') continue
    const entry = item.webkitGetAsEntry?.()
    const file = entry === null || entry === undefined ? item.getAsFile() : null
    if (entry !== null && entry !== undefined) items.push(itemOfEntry(entry))
    else if (file !== null) items.push({ name: file.name, open: () => Promise.resolve(file) })
  }
  return walk(signal, items)
}

/** All files below a folder that the person picked. Throws `cancelled`. */
export function walkDirectory(signal: AbortSignal, folder: FileSystemDirectoryHandle): Promise<DroppedFiles> {
  return walk(signal, [itemOfHandle(folder)])
}

/**
 * The files of a file input; of a folder input, with their paths below that folder. The list is read before this returns.
 * Throws `cancelled`.
 */
export async function walkFileList(signal: AbortSignal, list: ArrayLike<File>): Promise<DroppedFiles> {
  const files = Array.from(list, file => ({ name: pathInFolder(file), file }))
  const shown = files.filter(({ name }) => !name.split('/').some(isSystemName))
  const breathe = turns(signal)
  for (const { file } of shown) {
    await breathe()
    // A file that was chosen knows its size only when first asked, by a look at the disk that holds the page up; handing
    // thousands to a worker at once would ask all of them in one go.
    Reflect.get(file, 'size')
  }
  return { files: sorted(shown), warnings: [], deepFolders: 0, unreadable: 0 }
}

/** Gives a function that lets the event loop turn when the work since the last turn was long enough. Throws `cancelled`. */
function turns(signal: AbortSignal): () => Promise<void> {
  let turn = performance.now()
  return async () => {
    if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
    if (performance.now() - turn <= TURN) return
    await nextTask()
    turn = performance.now()
  }
}

function pathInFolder(file: File): string {
  // Outside of pages files have no such path.
  const path = 'webkitRelativePath' in file ? file.webkitRelativePath : ''
  return path === '' ? file.name : path.slice(path.indexOf('/') + 1)
}

async function walk(signal: AbortSignal, given: readonly Item[]): Promise<DroppedFiles> {
  const files: WalkedFile[] = []
  const [only] = given
  const folders: {
    readonly item: Extract<Item, { list: unknown }>
    readonly prefix: string
    readonly depth: number
  }[] = []
  let deepFolders = 0
  let unreadable = 0
  const breathe = turns(signal)
  const meet = async (item: Item, prefix: string, depth: number) => {
    await breathe()
    if (isSystemName(item.name)) return
    if ('open' in item) {
      try {
        files.push({ name: prefix + item.name, file: await item.open() })
      } catch {
        unreadable += 1
      }
    } else if (depth > DEEPEST) deepFolders += 1
    else folders.push({ item, prefix: given.length === 1 && item === only ? '' : `${prefix}${item.name}/`, depth })
  }
  for (const item of given) await meet(item, '', 1)
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      for await (const item of folder.item.list()) await meet(item, folder.prefix, folder.depth + 1)
    } catch (failure) {
      if (failure instanceof ProblemError) throw failure
      unreadable += 1
    }
  }
  const warnings: ReadWarning[] = deepFolders > 0 ? [{ kind: 'deep-folder', depth: DEEPEST }] : []
  return { files: sorted(files), warnings, deepFolders, unreadable }
}

function itemOfEntry(entry: Entry): Item {
  if (!entry.isDirectory) {
    return { name: entry.name, open: () => new Promise((found, failed) => entry.file?.(found, failed)) }
  }
  return {
    name: entry.name,
    async *list() {
      const reader = entry.createReader?.()
      if (reader === undefined) return
      // A reader gives its entries a hundred at a time, and none at the end.
      for (;;) {
        const entries = await new Promise<Entry[]>((found, failed) => {
          reader.readEntries(found, failed)
        })
        if (entries.length === 0) return
        for (const inner of entries) yield itemOfEntry(inner)
      }
    },
  }
}

function itemOfHandle(handle: FileSystemDirectoryHandle | FileSystemFileHandle): Item {
  if (handle.kind === 'file') return { name: handle.name, open: () => handle.getFile() }
  return {
    name: handle.name,
    async *list() {
      for await (const inner of handle.values()) yield itemOfHandle(inner)
    },
  }
}

function isSystemName(name: string): boolean {
  return SYSTEM_NAMES.has(name) || name.startsWith('._')
}

function sorted(files: WalkedFile[]): readonly WalkedFile[] {
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
