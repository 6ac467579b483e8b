import { describe, expect, it } from 'vitest'
import { prettyRow } from '#features/export/pretty-row'

describe('prettyRow', () => {
  it('EXPORTVIEW3: shows keys in their order, texts as texts and the rest as JSON', () => {
    expect(prettyRow('{"instruction":"A\\nB","score":null,"passage":{"start":1}}\n')).toEqual([
      { key: 'instruction', value: 'A\nB', plain: true },
      { key: 'score', value: 'null', plain: false },
      { key: 'passage', value: '{\n "start": 1\n}', plain: false },
    ])
  })

  it('EXPORTVIEW3: shows a conversation as its turns', () => {
    expect(prettyRow('{"messages":[{"role":"user","content":"Why?"},{"role":"assistant","content":"So."}]}')).toEqual([
      { key: 'messages', value: 'user: Why?\n\nassistant: So.', plain: true },
    ])
  })

  it('EXPORTVIEW3: a line that is no object stands as it is', () => {
    expect(prettyRow('[1]')).toEqual([{ key: '', value: '[1]', plain: false }])
    expect(prettyRow('{broken')).toEqual([{ key: '', value: '{broken', plain: false }])
  })
})
