import type { Handlers } from '#messages/rpc'
import type { VersionsApi } from '#messages/versions'
import { addPair } from '#runner/add-pair'
import { answerPairAgain } from '#runner/answer-again'
import type { RunRoom } from './run-room'

export function versionsHandlers({ store, context, desk, changed }: RunRoom): Handlers<VersionsApi> {
  return {
    answerAgain: (signal, ask, onText) => answerPairAgain(signal, store(), desk, ask, onText),
    addPair: async (_signal, own) => {
      const key = await addPair(await context(), own)
      changed({ pairs: true, runs: true })
      return key
    },
  }
}
