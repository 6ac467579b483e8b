import type { State } from '#core/synthesis/pair'

/** Which states go into a file. */
export const stateEn = {
  states: {
    kept: 'Kept',
    ready: 'Ready',
    unsure: 'Unsure',
    failed: 'Failed checks',
    dropped: 'Dropped',
  } satisfies Record<State, string>,
  byState: 'Pairs by state',
  hint: 'Ready means: no decision yet, and every check passed.',
  presets: { standard: 'Kept and ready', kept: 'Only kept', all: 'All' },
  quickChoice: 'Quick choice',
  noState: 'Choose at least one state.',
}

export type StateMessages = typeof stateEn
