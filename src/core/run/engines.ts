import type { RunRequest } from '#core/run/run'

/** Answers that were made elsewhere, in place of an engine. */
export const REPLAY = 'replay'

/** Whether a run needs a model to be loaded here; rules and answers made elsewhere do not. */
export function needsModel({ engine }: Pick<RunRequest, 'engine'>): boolean {
  return engine !== 'none' && engine !== REPLAY
}
