import type { Draft } from '#core/synthesis/pair'
import type { CheckContext, PairCheck } from '#core/verification/check-pair'
import { checkDraft } from '#core/verification/checks'

/** A plain pair. */
export const DRAFT: Draft = {
  instruction: 'Why did the keepers choose oak?',
  response: 'Because it burns slowly.',
  options: null,
  reasoning: null,
  task: 'comprehension',
  form: 'open',
  needsPassage: true,
  evidence: [],
}

const CONTEXT: CheckContext = {
  passageText: 'Oak burns slowly, so the keepers chose oak.',
  passageLanguage: 'en',
  detect: () => 'en',
  id: 'this',
}

/** The checks that a plain pair with some changes gets. */
export function namesOf(changes: Partial<Draft>): readonly string[] {
  return checkDraft({ ...DRAFT, ...changes }, CONTEXT).map(({ name }) => name)
}

/** What a check says of a plain pair with some changes. */
export function judgement(
  check: PairCheck,
  changes: Partial<Draft>,
  context: Partial<CheckContext> = {},
): ReturnType<PairCheck['judge']> {
  return check.judge({ ...DRAFT, ...changes }, { ...CONTEXT, ...context })
}

/** Result and reason. */
export function judged(check: PairCheck, changes: Partial<Draft>, context: Partial<CheckContext> = {}): string {
  const { result, reason } = judgement(check, changes, context)
  return `${result} ${reason}`
}

/** The shortest of three runs, so that a busy machine does not count against the code. */
export function milliseconds(run: () => unknown): number {
  let best = Infinity
  for (let i = 0; i < 3; i += 1) {
    const started = performance.now()
    run()
    best = Math.min(best, performance.now() - started)
  }
  return best
}
