/** Place of the nth passage of ten units. */
export const place = (n: number) => ({ document: 'd', start: n * 10, end: n * 10 + 10 })

const wordsOf = (n: number): string => `Passage ${n} é 中文.`

/** A row of `records`: the nth pair, of the nth passage unless said otherwise. */
export function record(
  n: number,
  chain: string,
  round: number,
  saw: readonly number[],
  state = 'ready',
  at = n,
  text = wordsOf(at),
): string {
  return JSON.stringify({
    id: `p${n}-${round}`,
    instruction: `Question ${n}?`,
    response: `Answer ${n}.`,
    options: [],
    reasoning: null,
    task: 'fact',
    form: 'open',
    language: 'en',
    needs_passage: true,
    state,
    decision: null,
    checks: [],
    evidence: [],
    passage: { ...place(at), headings: [], text },
    document: { name: 'd.txt', row: null, sha256: 'd', meta: null },
    chain: { id: chain, round, shots: saw.map(place) },
    provenance: {
      run: 'r',
      synthesizer: 'chat',
      recipe: 'x',
      recipe_version: 'v',
      engine: 'replay',
      model: null,
      seed: 1,
    },
    original: null,
  })
}

/** A row of `passages`. */
export function passage(n: number, text = wordsOf(n)): string {
  return JSON.stringify({
    document: { name: 'd.txt', row: null, sha256: 'd', meta: null },
    start: n * 10,
    end: n * 10 + 10,
    headings: [],
    language: 'en',
    text,
  })
}
