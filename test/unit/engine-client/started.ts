import type { Answer, ChatRequest, LanguageModel } from '#core/ports/engine'
import type { Problem } from '#core/problem'
import { type FakeHost, realHost } from '#engines/fake/fake-host'
import { type FakeScript, fakeSource, type FakeSource } from '#engines/fake/fake-source'
import { type EngineClient, type EngineLimits, startEngine } from '#runner/engine-client'
import { chatOf, NEVER } from '#test/contract/engine/harness'
import { fakeLocks, type FakeThread, startFakeThread } from '#test/support/fake-engine-thread'

export const PASSAGE =
  'The keeper of the lighthouse climbed the stairs every evening at sunset. He trimmed the wick of the lamp and wound the ' +
  'clockwork that turned the lens. Ships far out at sea counted the seconds between two flashes and knew where they were. ' +
  'In fog the keeper fired a small cannon every ten minutes until the horizon was clear again.'

export const aboutPassage = (sampling: Partial<ChatRequest['sampling']> = {}): ChatRequest =>
  chatOf(`<passage>\n${PASSAGE}\n</passage>\n\nWrite pairs.`, { maxTokens: 400, seed: 3, ...sampling })

export interface Started {
  readonly client: EngineClient<FakeSource>
  /** Every thread that was started, in order. */
  readonly threads: FakeThread[]
  /** What the client told of a loaded engine's end. */
  readonly ends: Problem[]
}

/** Fast figures, so that only the floor bounds a silence; the count of requests outlives a thread. */
export function started(limits: Partial<EngineLimits> = {}, host: Partial<FakeHost> = {}): Started {
  const threads: FakeThread[] = []
  const ends: Problem[] = []
  const memory = realHost(() => undefined)
  const client = startEngine<FakeSource>({
    spawn: () => {
      const thread = startFakeThread({ nextRequest: () => memory.nextRequest(), ...host })
      threads.push(thread)
      return thread
    },
    speed: { prefill: 100_000, decode: 100_000 },
    limits: { silenceMs: 200, ...limits },
    locks: fakeLocks,
    onGone: problem => ends.push(problem),
  })
  return { client, threads, ends }
}

export async function loaded(
  script: Partial<FakeScript>,
  limits: Partial<EngineLimits> = {},
): Promise<Started & { readonly model: LanguageModel }> {
  const parts = started(limits)
  const model = await parts.client.load(NEVER, fakeSource(script), () => undefined)
  return { ...parts, model }
}

/** Asks about the passage; gives the answer and the pieces that it came in. */
export async function askAbout(model: LanguageModel): Promise<{ answer: Answer; pieces: string[] }> {
  const pieces: string[] = []
  const answer = await model.chat(NEVER, aboutPassage(), added => pieces.push(added))
  return { answer, pieces }
}
