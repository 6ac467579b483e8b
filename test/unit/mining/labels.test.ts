import { describe, expect, it } from 'vitest'
import { FAMILIES } from '#core/mining/families'
import { labelsOf, scoreLabels } from '#test/unit/mining/score-labels'

const CASES = FAMILIES.flatMap(family =>
  (['en', 'zh'] as const)
    .filter(language => family.languages.includes(language))
    .map(language => ({ family, language })),
)

describe('labelled candidates', () => {
  it.each(CASES)('MINE18: $family.name $language has the precision that the list states', ({ family, language }) => {
    const { faults, made, right } = scoreLabels(language, family.name, 'both')
    expect(made, 'pairs made').toBeGreaterThan(8)
    expect(Math.round((right / made) * 100) / 100, faults.join('\n')).toBe(family.precision[language])
  })

  it.each(CASES)('MINE18: $family.name $language finds more than half of what the held-out labels want', c => {
    const { faults, found, wanted } = scoreLabels(c.language, c.family.name, 'held-out')
    expect(found / wanted, faults.join('\n')).toBeGreaterThan(0.5)
  })

  it('MINE18: a family under 0.9 in one of its languages is off by default, every other one on', () => {
    for (const { languages, name, onByDefault, precision } of FAMILIES) {
      const good = (['en', 'zh'] as const).every(
        language => !languages.includes(language) || precision[language] >= 0.9,
      )
      expect(onByDefault, name).toBe(good)
    }
  })

  it('holds at least 30 labels a family and language, wanted and unwanted ones, in two halves', () => {
    for (const { family, language } of CASES) {
      const labels = labelsOf(language, family.name, 'both')
      const wanted = labels.filter(label => label.about !== null)
      expect(labels.length).toBeGreaterThanOrEqual(30)
      expect(wanted.length).toBeGreaterThanOrEqual(10)
      expect(labels.length - wanted.length).toBeGreaterThanOrEqual(10)
      expect(labelsOf(language, family.name, 'held-out').length).toBeGreaterThanOrEqual(14)
      for (const { answer, passage } of wanted) expect(passage).toContain(answer)
    }
  })
})
