import { describe, expect, it } from 'vitest'
import { blocks } from '#core/mining/blocks'
import { DOUBT, plainText } from '#core/mining/plain-text'
import { mine } from '#test/unit/mining/mine'

const whole = (text: string): string => plainText(text, { start: 0, end: text.length }).text
const kinds = (text: string): string[] =>
  blocks(text).map(({ end, kind, start }) => `${kind}: ${text.slice(start, end)}`)

describe('plain text', () => {
  it.each([
    ['The **bold** and *slanted* __words__ of _it_.', 'The bold and slanted words of it.'],
    ['A [link](http://a.example/b) and [another][1] here.', 'A link and another here.'],
    ['Known since 1900 [1], as shown [2, 3].', 'Known since 1900, as shown.'],
    ['It ended in danger.[1] Nobody came back[2].', 'It ended in danger. Nobody came back.'],
    ['Use `git *add*` and snake_case names.', 'Use git *add* and snake_case names.'],
    ['Salt &amp; pepper&nbsp;mill', 'Salt & pepper mill'],
    ['wrapped\nlines   here', 'wrapped lines here'],
    ['中文\n换行', '中文换行'],
    ['a <b>word</b> of it', 'a word of it'],
    ['2 * 3 stays', '2 * 3 stays'],
  ])('MINE4: %j', (text, words) => {
    expect(whole(text)).toBe(words)
  })

  it('MINE4: what words cannot replace is marked', () => {
    for (const text of [
      'An ![image](a.png) here',
      'a bro-\nken word',
      'an [aside] here',
      'then sys.argv[1] is',
      'items[0] is',
    ])
      expect(whole(text)).toContain(DOUBT)
  })

  it('MINE4: every range finds its way back', () => {
    const text = 'See **the [old mill](x) wheel** turn.'
    const plain = plainText(text, { start: 0, end: text.length })
    const at = plain.text.indexOf('mill wheel')
    const { end, start } = plain.source({ start: at, end: at + 'mill wheel'.length })
    expect(text.slice(start, end)).toBe('mill](x) wheel')
  })
})

describe('blocks', () => {
  it('MINE2: tells headings, prose, items and the rest apart', () => {
    const text =
      '# Title #\n\nSome prose here.\n\n- an item\n  goes on\n\n```\ncode\n```\n\nOld way\n-------\n\n| a | b |\n'
    expect(kinds(text)).toEqual([
      'heading: Title',
      'prose: Some prose here.',
      'item: an item\n  goes on',
      'other: code',
      'other: ```',
      'heading: Old way',
      'other: | a | b |',
    ])
  })

  it('MINE2: plain text by its looks, in both languages', () => {
    expect(kinds('A short line\n\nProse that goes on for a while and ends.')[0]).toBe('heading: A short line')
    expect(kinds('第一章 总则\n为了保护环境，制定有关规则。')).toEqual([
      'heading: 第一章 总则',
      'prose: 为了保护环境，制定有关规则。',
    ])
  })

  it.each([
    ['code', '```\nThe job failed because the disk was full.\n```'],
    ['indented code', '    The job failed because the disk was full.'],
    ['a table', '| The job failed because the disk was full. | x |'],
    ['a quote', '> The job failed because the disk was full.'],
    ['references', '# References\n\nThe job failed because the disk was full.'],
    ['front matter', '---\nabout: The job failed because the disk was full.\n---\n'],
    ['a comment', '<!--\nThe job failed because the disk was full.\n-->'],
    ['a licence', 'The job failed because the disk was full. All rights reserved.'],
  ])('MINE3: mines nothing in %s', (_, text) => {
    expect(mine(text)).toEqual([])
    expect(mine('The job failed because the disk was full.')).toHaveLength(1)
  })
})

describe('sections and titles', () => {
  it('MINE12: numbered orders under a heading become steps', () => {
    const text =
      '# Replacing the lamp\n\n1. Unplug the lamp.\n2. Turn the cover to the left\n3. Push in the bulb.\n\n# End\n'
    const [draft] = mine(text)
    expect(draft).toMatchObject({ task: 'section', form: 'steps' })
    expect(draft?.response).toBe('1. Unplug the lamp.\n2. Turn the cover to the left.\n3. Push in the bulb.')
    expect(draft?.evidence.map(({ end, start }) => text.slice(start, end))).toEqual([
      'Unplug the lamp.',
      'Turn the cover to the left',
      'Push in the bulb.',
    ])
  })

  it('MINE11: a list that gives no orders is no steps', () => {
    expect(mine('# Replacing the lamp\n\n1. The lamp is old.\n2. The cover is loose.\n\n# End\n')).toEqual([])
  })

  it('MINE11: a question is asked as it stands only if the answer is whole', () => {
    const answer =
      'Leaves turn red because the green pigment breaks down in cold nights. The sugar that stays behind makes red.'
    const [full] = mine(`## Why do leaves turn red?\n\n${answer}\n\n## Next\n`, { tasks: ['section'] })
    expect(full).toMatchObject({ instruction: 'Why do leaves turn red?', response: answer })
    const [part] = mine(`## Why do leaves turn red?\n\n${answer}\n\n- more\n\n## Next\n`, { tasks: ['section'] })
    expect(part?.instruction).toBe('How does the section “Why do leaves turn red?” begin?')
  })

  it('MINE13: a title only for the passage that starts its document, both ways', () => {
    const text =
      '# Salt Marshes\n\nSalt marshes line the coast of the North Sea. The marshes protect the dikes and feed millions of birds.'
    const drafts = mine(text, { first: true, tasks: ['title'] })
    expect(drafts.map(({ response }) => response)).toContain('A fitting title is “Salt Marshes”.')
    expect(drafts).toHaveLength(2)
    expect(mine(text, { first: false, tasks: ['title'] })).toEqual([])
    expect(mine(text, { first: true, title: 'scan_0042.pdf', tasks: ['title'] })).toEqual([])
  })
})
