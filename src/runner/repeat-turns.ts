import type { Answers } from '#core/ports/answers'
import type { Hash } from '#core/ports/hash'
import type { ProjectReader } from '#core/ports/project-store'
import type { PassageInput } from '#core/ports/synthesizer'

const PAGE = 500

/**
 * Tells of passages with the same text which one each is, in document order (rule REPLAY2): by what the project holds, so
 * that it is the same for a sample and for a run that goes on. Texts are read only where some have several answers.
 */
export async function repeatTurns(
  reader: Pick<ProjectReader, 'documents' | 'cuts' | 'texts'>,
  { repeated }: Answers,
  hash: Hash,
): Promise<(passage: PassageInput) => number> {
  const turns = new Map<string, number>()
  if (repeated.size > 0) {
    const seen = new Map<string, number>()
    for (let after = -1; ; ) {
      const page = await reader.documents({ after, limit: PAGE, removed: false })
      const cuts = new Map((await reader.cuts(page.map(({ order }) => order))).map(cut => [cut.document, cut]))
      for (const { order, sha256 } of page) {
        const passages = cuts.get(order)?.passages ?? []
        const texts = await reader.texts(passages.map(({ start, end }) => ({ document: order, start, end })))
        for (const [index, { start }] of passages.entries()) {
          const text = hash.sha256(texts[index] ?? '')
          if (!repeated.has(text)) continue
          const turn = seen.get(text) ?? 0
          seen.set(text, turn + 1)
          if (turn > 0) turns.set(`${sha256} ${start}`, turn)
        }
      }
      const last = page.at(-1)
      if (last === undefined || page.length < PAGE) break
      after = last.order
    }
  }
  return ({ place }) => (place === undefined ? 0 : (turns.get(`${place.document} ${place.start}`) ?? 0))
}
