import { describe, expect, it } from 'vitest'
import { walkDirectory, walkDrop, walkFileList } from '#files/walk-drop'

const never = new AbortController().signal

interface Tree {
  readonly [name: string]: Tree | string
}

type Transfer = Parameters<typeof walkDrop>[1]
type Entry = NonNullable<ReturnType<NonNullable<Transfer['items'][number]['webkitGetAsEntry']>>>

/** An entry as browsers give them: a folder hands out a hundred at a time. */
function entry(name: string, node: Tree | string): Entry {
  if (typeof node === 'string') {
    return { name, isDirectory: false, file: found => queueMicrotask(() => found(new File([node], name))) }
  }
  return {
    name,
    isDirectory: true,
    createReader: () => {
      const rest = Object.entries(node).map(([inner, child]) => entry(inner, child))
      return { readEntries: found => queueMicrotask(() => found(rest.splice(0, 100))) }
    },
  }
}

function drop(tree: Tree): Transfer {
  const items = Object.entries(tree).map(([name, node]) => ({
    kind: 'file',
    getAsFile: () => null,
    webkitGetAsEntry: () => entry(name, node),
  }))
  return { items, files: [] }
}

/** As much of a handle as is used. */
function isHandle(value: unknown): value is FileSystemDirectoryHandle | FileSystemFileHandle {
  return typeof value === 'object' && value !== null && 'kind' in value
}

describe('walking a drop', () => {
  it('WALK1: names files below the one folder that was given, in code-unit order', async () => {
    const { files, warnings } = await walkDrop(
      never,
      drop({
        docs: { 'b.txt': 'b', a: { 'z.md': 'z', 'Z.md': 'Z' }, 'a.txt': 'a', 'ä.txt': 'ä', B: { 'x.txt': 'x' } },
      }),
    )
    expect(files.map(({ name }) => name)).toEqual(['B/x.txt', 'a.txt', 'a/Z.md', 'a/z.md', 'b.txt', 'ä.txt'])
    expect(await Promise.all(files.map(({ file }) => file.text()))).toEqual(['x', 'a', 'Z', 'z', 'b', 'ä'])
    expect(warnings).toEqual([])
  })

  it('WALK1: names files by their folder where several things were given', async () => {
    const { files } = await walkDrop(never, drop({ one: { 'a.txt': '' }, two: { 'a.txt': '' }, 'c.txt': '' }))
    expect(files.map(({ name }) => name)).toEqual(['c.txt', 'one/a.txt', 'two/a.txt'])
  })

  it('WALK2: leaves files of the operating system and version control out', async () => {
    const junk = { '.DS_Store': '', 'Thumbs.db': '', 'desktop.ini': '', '._a.txt': '', '.git': { config: '' } }
    const { files } = await walkDrop(
      never,
      drop({ docs: { ...junk, __MACOSX: { 'a.txt': '' }, '.notes': '', 'a.txt': '' } }),
    )
    expect(files.map(({ name }) => name)).toEqual(['.notes', 'a.txt'])
  })

  it('WALK3: skips folders deeper than 500 and counts them', async () => {
    let tree: Tree = { 'deep.txt': 'too deep' }
    for (let level = 0; level < 510; level++) tree = level % 100 === 0 ? { d: tree, 'at.txt': '' } : { d: tree }
    const { files, warnings, deepFolders } = await walkDrop(never, drop({ top: tree }))
    expect(files.map(({ name }) => name.endsWith('deep.txt'))).not.toContain(true)
    expect(files.length).toBeGreaterThanOrEqual(5)
    expect(warnings).toEqual([{ kind: 'deep-folder', depth: 500 }])
    expect(deepFolders).toBe(1)
  })

  it('WALK4: never holds the event loop for 100 ms, with thousands of files', async () => {
    const many: Tree = Object.fromEntries(
      Array.from({ length: 50 }, (_, folder) => [
        `f${String(folder)}`,
        Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${String(at)}.txt`, 'x'])),
      ]),
    )
    // Time of computing between two turns: what other programs on the machine take does not count.
    let longest = 0
    let last = process.cpuUsage()
    const turn = () => {
      const { user, system } = process.cpuUsage(last)
      longest = Math.max(longest, (user + system) / 1000)
      last = process.cpuUsage()
    }
    const timer = setInterval(turn, 1)
    const { files } = await walkDrop(never, drop({ many }))
    clearInterval(timer)
    turn()
    expect(files).toHaveLength(5000)
    expect(longest).toBeLessThan(100)
  })

  it('WALK4: gives way while it asks the files of an input for their sizes', async () => {
    let asked = 0
    class Slow extends File {
      override get size(): number {
        asked++
        const end = performance.now() + 1
        while (performance.now() < end);
        return 1
      }
    }
    const list = Array.from({ length: 100 }, (_, at) => new Slow(['x'], `${String(at)}.txt`))
    const given = walkFileList(never, list)
    await new Promise(resolve => setTimeout(resolve))
    expect(asked).toBeLessThan(60)
    expect((await given).files).toHaveLength(100)
    expect(asked).toBe(100)
  })

  it('WALK4: can be cancelled', async () => {
    const control = new AbortController()
    const walking = walkDrop(control.signal, drop({ docs: { a: { 'a.txt': '' }, b: { 'b.txt': '' } } }))
    control.abort()
    await expect(walking).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
  })

  it('WALK5: counts what cannot be opened and takes the rest', async () => {
    const transfer = drop({ docs: { 'a.txt': 'a' } })
    const broken: Entry = {
      name: 'b.txt',
      isDirectory: false,
      file: (_found, failed) => failed(new DOMException('no')),
    }
    const items = [
      ...Array.from(transfer.items),
      { kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => broken },
    ]
    const { files, unreadable } = await walkDrop(never, { items, files: [] })
    expect(files.map(({ name }) => name)).toEqual(['docs/a.txt'])
    expect(unreadable).toBe(1)
  })

  it('WALK1: takes plain files, and the files of a folder input', async () => {
    const file = new File(['x'], 'x.txt')
    const item = { kind: 'file', getAsFile: () => file }
    const text = { kind: 'string', getAsFile: () => null }
    expect((await walkDrop(never, { items: [text, item], files: [] })).files).toEqual([{ name: 'x.txt', file }])
    const inFolder = (path: string) =>
      Object.assign(new File(['x'], path.split('/').at(-1) ?? ''), { webkitRelativePath: path })
    const list = [
      inFolder('docs/b/c.txt'),
      inFolder('docs/a.txt'),
      inFolder('docs/.git/config'),
      new File([''], 'own.txt'),
    ]
    const given = walkFileList(never, list)
    // The input is emptied as soon as its event is over.
    list.length = 0
    expect((await given).files.map(({ name }) => name)).toEqual(['a.txt', 'b/c.txt', 'own.txt'])
  })

  it('WALK1: walks a picked folder', async () => {
    const handle = (name: string, node: Tree | string): FileSystemDirectoryHandle | FileSystemFileHandle => {
      const part =
        typeof node === 'string'
          ? { kind: 'file', name, getFile: () => Promise.resolve(new File([node], name)) }
          : {
              kind: 'directory',
              name,
              async *values() {
                for (const [inner, child] of Object.entries(node)) yield handle(inner, child)
              },
            }
      if (!isHandle(part)) throw new RangeError('no handle')
      return part
    }
    const folder = handle('docs', { 'b.txt': '', a: { 'c.txt': '' } })
    if (folder.kind !== 'directory') throw new RangeError('no folder')
    expect((await walkDirectory(never, folder)).files.map(({ name }) => name)).toEqual(['a/c.txt', 'b.txt'])
  })
})
