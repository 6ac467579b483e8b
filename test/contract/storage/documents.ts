import { describe, expect, it } from 'vitest'
import { DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import { ALL, addSource, everyPair, fullRun, NEVER, newDocument, passagesOf } from './samples'
import { type MakeStore, onStore } from './harness'

export function documentRules(make: MakeStore): void {
  describe('sources, documents, cuts and texts', () => {
    it(
      'STORE10: documents keep the order in which they were given, under keys that are never used again',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 3, 2)
        const b = await addSource(store, fence, 'b', 2, 2)
        await store.deleteSource(NEVER, fence, a.source)
        const c = await addSource(store, fence, 'c', 1, 2)
        const all = await store.documents({ after: -1, limit: 10, removed: true })
        expect(all.map(document => document.name)).toEqual(['b/0', 'b/1', 'c/0'])
        expect(new Set([...a.keys, ...b.keys, ...c.keys]).size).toBe(6)
        expect(await store.document(a.keys[0] ?? -1)).toBeUndefined()
        expect((await store.sources()).map(source => source.name)).toEqual(['b', 'c'])
      }),
    )

    it(
      'STORE10: pages of documents leave removed ones out unless they are asked for',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const first = await addSource(store, fence, 'a', 4, 1)
        const second = await addSource(store, fence, 'b', 4, 1)
        const third = await addSource(store, fence, 'c', 2, 1)
        await store.setSourceRemoved(fence, second.source, true)
        const shown = await store.documents({ after: -1, limit: 6, removed: false })
        expect(shown.map(({ order }) => order)).toEqual([...first.keys, ...third.keys])
        const after = await store.documents({ after: first.keys[1] ?? 0, limit: 3, removed: false })
        expect(after.map(({ order }) => order)).toEqual([first.keys[2], first.keys[3], third.keys[0]])
        const all = await store.documents({ after: -1, limit: 100, removed: true })
        expect(all.map(({ removed }) => removed)).toEqual([
          ...Array(4).fill(false),
          ...Array(4).fill(true),
          false,
          false,
        ])
        const at = await store.documentsAt([second.keys[0] ?? 0, 999, first.keys[0] ?? 0])
        expect(at.map(document => document?.removed)).toEqual([true, undefined, false])
      }),
    )

    it(
      'STORE11: a text comes back unit for unit, across blocks, in any pieces, lone halves of characters included',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const source = await store.beginSource(fence, { name: 'large', kind: 'text', bytes: 1 })
        const unit = 'ab𝄞c中\r\n\u0000'
        const text = unit.repeat(90_000)
        const order = await store.beginText(fence)
        for (let at = 0; at < text.length; at += 50_021)
          await store.appendText(fence, order, text.slice(at, at + 50_021))
        expect(await store.document(order)).toBeUndefined()
        const { document } = newDocument(source, 'large', '')
        const passages = passagesOf(text.length, 3_000)
        await store.finishText(fence, order, { ...document, length: text.length }, passages, DEFAULT_CHUNK_SETTINGS)
        expect(await store.text(order, 0, text.length)).toBe(text)
        const ranges = [
          { document: order, start: 32_765, end: 32_771 },
          { document: order, start: 5, end: 5 },
          { document: order, start: text.length - 3, end: text.length },
          { document: order, start: 65_530, end: 131_080 },
        ]
        expect(await store.texts(ranges)).toEqual(ranges.map(({ start, end }) => text.slice(start, end)))
        expect((await store.cut(order))?.passages).toEqual(passages)
      }),
    )

    it(
      'STORE11: a text that is discarded, or cut off by a crash, leaves no trace',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const source = await under.store.beginSource(fence, { name: 'large', kind: 'text', bytes: 1 })
        const dropped = await under.store.beginText(fence)
        await under.store.appendText(fence, dropped, 'x'.repeat(700_000))
        await under.store.discardText(fence, dropped)
        const cutOff = await under.store.beginText(fence)
        await under.store.appendText(fence, cutOff, 'x'.repeat(700_000))
        const store = await under.reopen()
        await store.takeFence()
        expect(await store.source(source)).toBeUndefined()
        expect(await store.text(dropped, 0, 10)).toBe('')
        expect(await store.text(cutOff, 0, 10)).toBe('')
        expect((await store.usage()).find(({ category }) => category === 'texts')).toMatchObject({ rows: 0, bytes: 0 })
      }),
    )

    it(
      'STORE7: a source whose reading was cut off keeps what it gave and says so',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const source = await under.store.beginSource(fence, { name: 'table', kind: 'table', bytes: 1 })
        const rows = ['one', 'two'].map(name => newDocument(source, name, name.repeat(90)))
        const keys = await under.store.addDocuments(fence, rows, DEFAULT_CHUNK_SETTINGS)
        const store = await under.reopen()
        await store.takeFence()
        expect(await store.source(source)).toMatchObject({
          documents: 2,
          passages: 6,
          characters: 540,
          firstDocument: keys[0],
          lastDocument: keys[1],
          problem: { kind: 'cancelled' },
        })
      }),
    )

    it(
      'STORE12: a cut comes back as it was and can be replaced; pairs keep their ranges',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys, source } = await addSource(store, fence, 'a', 2, 4)
        await fullRun(store, fence, 'r', keys, 4)
        const before = await everyPair(store, ALL)
        const document = keys[0] ?? 0
        const cut = await store.cut(document)
        expect(cut?.passages).toEqual(passagesOf(400, 100))
        const settings = { target: 10, maximum: 20 }
        await store.replaceCut(fence, { document, settings, passages: passagesOf(400, 50, 'zh') })
        expect(await store.cut(document)).toEqual({ document, settings, passages: passagesOf(400, 50, 'zh') })
        expect((await store.source(source))?.passages).toBe(2 * 4 + 4)
        expect((await store.cuts([...keys, 77])).map(each => each.document)).toEqual(keys)
        expect(await everyPair(store, ALL)).toEqual(before)
      }),
    )

    it(
      'STORE10: a text that is here already is found by its hash, one that is not removed first',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'same', 1, 1)
        const b = await addSource(store, fence, 'same', 1, 1)
        await store.setSourceRemoved(fence, a.source, true)
        expect((await store.documentBySha256('hash of same/0'))?.order).toBe(b.keys[0])
        await store.deleteSource(NEVER, fence, b.source)
        expect(await store.documentBySha256('hash of same/0')).toMatchObject({ order: a.keys[0], removed: true })
        const found = await store.documentsBySha256(['hash of same/0', 'nothing', 'hash of same/0'])
        expect([...found.keys()]).toEqual(['hash of same/0'])
      }),
    )
  })
}
