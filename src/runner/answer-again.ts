import type { ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { answerAgain } from '#core/synthesis/again/answer-again'
import type { AnswerVersion, VersionsApi } from '#messages/versions'
import type { EngineDesk } from '#runner/engine-desk'

type Reader = Pick<ProjectReader, 'pair' | 'document' | 'text'>

/** Lets the loaded model answer a stored pair's instruction anew. Rejects with `model-missing` where none is loaded. */
export async function answerPairAgain(
  signal: AbortSignal,
  reader: Reader,
  desk: EngineDesk,
  { key, seed }: VersionsApi['answerAgain']['params'],
  onText: (added: string) => void,
): Promise<AnswerVersion> {
  const state = desk.state()
  if (state.state !== 'ready') throw new ProblemError({ kind: 'model-missing', model: '' })
  const model = desk.model(state.model)
  const held = await reader.pair(key)
  if (held === undefined) throw new ProblemError({ kind: 'unexpected', detail: 'the pair is gone' })
  const { pair, document } = held
  const { start, end, headings } = pair.passage
  const [from, text] = await Promise.all([reader.document(document), reader.text(document, start, end)])
  const passage = { text, headings, language: pair.language, title: from?.title ?? null }
  return { ...(await answerAgain(signal, { model, seed, onText }, passage, pair)), model: state.model }
}
