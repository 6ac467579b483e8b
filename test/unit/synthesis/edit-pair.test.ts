import { describe, expect, it } from 'vitest'
import { editPair } from '#core/synthesis/edit-pair'
import type { Check, Pair } from '#core/synthesis/pair'
import { provenanceOf } from '#test/support/provenance'

const PASSAGE = 'The keepers burned oak. Pine left soot on the glass.'

const PAIR: Pair = {
  id: 'p1',
  instruction: 'What did the keepers burn?',
  response: 'The keepers burned oak.',
  options: null,
  reasoning: null,
  task: 'fact',
  form: 'open',
  needsPassage: false,
  evidence: [{ start: 0, end: 23, how: 'quoted' }],
  language: 'en',
  passage: { start: 0, end: PASSAGE.length, headings: [] },
  chain: { id: 'c', round: 0, shots: [] },
  provenance: provenanceOf({ recipe: 'quick' }),
  checks: [],
  decision: null,
  state: 'ready',
  original: null,
}

const CHECKS: readonly Check[] = [{ name: 'complete', result: 'pass', reason: 'complete' }]
const recheck = (): readonly Check[] => CHECKS

describe('editPair', () => {
  it('EDIT1: counts as kept, and what identifies the pair stays', () => {
    const edited = editPair(PAIR, PASSAGE, { instruction: ' Which wood? ', response: 'Oak.' }, recheck)
    expect(edited).toMatchObject({
      id: 'p1',
      instruction: 'Which wood?',
      response: 'Oak.',
      decision: 'keep',
      state: 'kept',
      provenance: PAIR.provenance,
      checks: CHECKS,
    })
  })

  it('JUDGE8: new words have been judged by no version of the checks', () => {
    const edited = editPair({ ...PAIR, checksVersion: 'v1' }, PASSAGE, { instruction: 'A?', response: 'Oak.' }, recheck)
    expect(edited.checksVersion).toBeUndefined()
  })

  it('EDIT2: the words as first written stay, however often it is edited', () => {
    const once = editPair(PAIR, PASSAGE, { instruction: 'A?', response: 'Oak.' }, recheck)
    const twice = editPair(once, PASSAGE, { instruction: 'B?', response: 'Oak wood.' }, recheck)
    expect(twice.original).toEqual({ instruction: PAIR.instruction, response: PAIR.response })
    const back = editPair(twice, PASSAGE, { instruction: PAIR.instruction, response: PAIR.response }, recheck)
    expect(back.original).toBeNull()
    expect(back.state).toBe('kept')
  })

  it('EDIT3: evidence is found anew for a new response', () => {
    const edited = editPair(PAIR, PASSAGE, { instruction: PAIR.instruction, response: 'Pine left soot' }, recheck)
    expect(edited.evidence).toEqual([{ start: 24, end: 38, how: 'quoted' }])
    const unsupported = editPair(PAIR, PASSAGE, { instruction: 'x', response: 'Bananas.' }, recheck)
    expect(unsupported.evidence).toEqual([])
  })

  it('EDIT3: an old range stays while its words are still said, and while only the instruction changed', () => {
    const longer = { instruction: 'x', response: 'It is known that the keepers burned oak, and little else besides.' }
    expect(editPair(PAIR, PASSAGE, longer, recheck).evidence).toContainEqual({ start: 0, end: 23, how: 'quoted' })
    const asked: Pair = { ...PAIR, evidence: [{ start: 24, end: 52, how: 'nearest' }] }
    expect(editPair(asked, PASSAGE, { ...PAIR, instruction: 'x' }, recheck).evidence).toEqual(asked.evidence)
  })

  it('EDIT3: a range outside of the passage is never believed', () => {
    const broken: Pair = { ...PAIR, evidence: [{ start: 40, end: 400, how: 'quoted' }] }
    expect(editPair(broken, PASSAGE, { ...PAIR, instruction: 'x' }, recheck).evidence).toEqual([])
  })

  it('EDIT4: the checks see the pair with its new words and evidence', () => {
    let seen: Pair | null = null
    editPair(PAIR, PASSAGE, { instruction: 'x\ud800', response: 'Pine left soot' }, edited => {
      seen = edited
      return []
    })
    expect(seen).toMatchObject({ instruction: 'x\ufffd', response: 'Pine left soot', evidence: [{ start: 24 }] })
  })
})
