import { describe, expect, it } from 'vitest'
import { CHAT_REASONS } from '#core/synthesis/chat/why-nothing'
import { formatFor } from '#features/format'
import type { Fault } from '#features/write/check-draft'
import { faultWords } from '#features/write/fault-words'
import { MESSAGES } from '#features/write/messages'
import { RECIPE_MESSAGES } from '#features/write/recipe-messages'

describe.each(['en', 'zh'] as const)('%s', locale => {
  it.each(CHAT_REASONS)('WRITE7: says in a sentence that a passage gave nothing for `%s`', reason => {
    expect(MESSAGES[locale].reasons[reason]).toMatch(/.{6,}[.。]$/u)
  })

  it.each([
    { kind: 'empty' },
    { kind: 'too-long', most: 8_000 },
    { kind: 'too-many', most: 8 },
    { kind: 'number', least: 0, most: 2 },
    { kind: 'whole', least: 1, most: 20 },
    { kind: 'least-over-most' },
    { kind: 'no-count' },
    { kind: 'no-words' },
    { kind: 'not-in-passage' },
    { kind: 'not-an-option' },
    { kind: 'no-pair' },
    { kind: 'no-parts' },
    { kind: 'other', detail: '' },
  ] satisfies readonly Fault[])('WRITE3: says what is wrong: $kind', fault => {
    const said = faultWords(fault, RECIPE_MESSAGES[locale].faults, formatFor(locale))
    expect(said).toMatch(/[.。]$/u)
    if ('most' in fault) expect(said).toContain(formatFor(locale).number(fault.most))
  })
})
