interface RawRow {
  readonly run: number
  readonly document: number
  readonly start: number
  readonly shared: string
  readonly pairs: readonly string[]
}

/**
 * Reads every pair of the app's own database with the text of its passage, by hand: rows by pages of keys, JSON parsed,
 * each block of text once. Runs on the app's page, whose origin holds the database, and so knows nothing of this file.
 */
export async function rawRead(parse: boolean): Promise<{ ms: number; pairs: number; characters: number }> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new DOMException('failed'))
    })
  const BLOCK = 32_768
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const db = await settled(indexedDB.open(names.find(name => /^pairloom-(?!projects)/u.test(name)) ?? ''))
  const started = performance.now()
  let pairs = 0
  let characters = 0
  let after: IDBValidKey = []
  let blocks = new Map<string, string>()
  for (;;) {
    const transaction = db.transaction(['pairs', 'texts'])
    const range = Array.isArray(after) && after.length === 0 ? null : IDBKeyRange.lowerBound(after, true)
    const rows: RawRow[] = await settled(transaction.objectStore('pairs').getAll(range, 200))
    const last = rows.at(-1)
    if (last === undefined) break
    after = [last.run, last.document, last.start]
    const passages = rows.map(row => {
      const shared: { passage: { start: number; end: number } } = JSON.parse(row.shared)
      return { document: row.document, ...shared.passage }
    })
    const wanted = new Map<string, Promise<string> | string>()
    for (const { document, start, end } of passages) {
      for (let block = Math.floor(start / BLOCK); block * BLOCK < end; block++) {
        const key = `${String(document)} ${String(block)}`
        if (wanted.has(key)) continue
        const reading = async (): Promise<string> => {
          const row: { text: string } | undefined = await settled(
            transaction.objectStore('texts').get([document, block]),
          )
          return row?.text ?? ''
        }
        wanted.set(key, blocks.get(key) ?? reading())
      }
    }
    const texts = await Promise.all([...wanted].map(async ([key, text]) => [key, await text] as const))
    blocks = new Map(texts)
    for (const [index, row] of rows.entries()) {
      const passage = passages[index]
      if (passage === undefined) continue
      let text = ''
      for (let block = Math.floor(passage.start / BLOCK); block * BLOCK < passage.end; block++) {
        const from = block * BLOCK
        text += (blocks.get(`${String(row.document)} ${String(block)}`) ?? '').slice(
          Math.max(0, passage.start - from),
          passage.end - from,
        )
      }
      for (const json of row.pairs) {
        const pair: { response?: string } = parse ? JSON.parse(json) : {}
        characters += text.length + (pair.response?.length ?? json.length)
        pairs++
      }
    }
  }
  const ms = performance.now() - started
  db.close()
  return { ms, pairs, characters }
}
