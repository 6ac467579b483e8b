import type { Provenance } from '#core/synthesis/pair'

/** How a pair came about: by rules, in a run of that name, unless told otherwise. */
export function provenanceOf(more: Partial<Provenance> = {}): Provenance {
  return {
    run: 'r',
    synthesizer: 'rules',
    recipe: 'rules',
    recipeVersion: '1',
    engine: 'none',
    model: null,
    seed: 1,
    promptSha256: null,
    reused: null,
    ...more,
  }
}
