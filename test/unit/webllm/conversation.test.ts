import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '#core/ports/engine'
import { createConversation } from '#engines/webllm/conversation'

const ALL = new Set(['system', 'user', 'assistant'])
const user = (content: string): ChatMessage => ({ role: 'user', content })
const assistant = (content: string): ChatMessage => ({ role: 'assistant', content })
const FIRST = [{ role: 'system', content: 'Costs in $$' }, user('Read: $x$. Ask.')] as const satisfies ChatMessage[]

function begun() {
  const conversation = createConversation(ALL)
  const turn = conversation.next(FIRST)
  conversation.ended(turn, FIRST, { held: 'It costs $5', seen: 'It costs $5' }, 40)
  return conversation
}

describe('a conversation that grows', () => {
  it('WEBLLM6: a new one is handed over escaped, in roles that have a template', () => {
    const turn = createConversation(new Set(['system', 'user'])).next([...FIRST, assistant('$1'), user('$2')])
    expect(turn.messages.map(({ content }) => content)).toEqual(['Costs in $$$$', 'Read: $$x$$. Ask.', '$1', '$$2'])
    expect(turn.reused).toBe(0)
  })

  it('WEBLLM7: goes on with the words that web-llm holds, the answer as it gave it', () => {
    const turn = begun().next([...FIRST, assistant('It costs $5'), user('More $?')])
    expect(turn.reused).toBe(40)
    expect(turn.messages.map(({ content }) => content)).toEqual([
      'Costs in $$$$',
      'Read: $$x$$. Ask.',
      'It costs $5',
      'More $$?',
    ])
  })

  it('WEBLLM7: goes on a third time', () => {
    const conversation = begun()
    const second = [...FIRST, assistant('It costs $5'), user('More?')]
    const turn = conversation.next(second)
    conversation.ended(turn, second, { held: 'And $6', seen: 'And $6' }, 55)
    const third = conversation.next([...second, assistant('And $6'), user('Still more?')])
    expect(third.reused).toBe(55)
    expect(third.messages.map(({ content }) => content).slice(2)).toEqual([
      'It costs $5',
      'More?',
      'And $6',
      'Still more?',
    ])
  })

  it.each([
    ['another question', [FIRST[0], user('Something else')]],
    ['a changed answer', [...FIRST, assistant('It costs $6'), user('More?')]],
    ['another system message', [{ role: 'system', content: 'x' }, FIRST[1], assistant('It costs $5'), user('More?')]],
    ['a turn left out', [...FIRST, user('More?')]],
  ] as const)('WEBLLM7: starts anew after %s', (_name, messages) => {
    expect(begun().next(messages).reused).toBe(0)
  })

  it('WEBLLM7: starts anew once it was told to forget', () => {
    const conversation = begun()
    conversation.forget()
    expect(conversation.next([...FIRST, assistant('It costs $5'), user('More?')]).reused).toBe(0)
  })

  it('WEBLLM19: hands an answer over with the thought that the caller never saw', () => {
    const conversation = createConversation(ALL)
    const turn = conversation.next(FIRST)
    conversation.ended(turn, FIRST, { held: '<think>\n\n</think>\n\nYes', seen: 'Yes' }, 40)
    const next = conversation.next([...FIRST, assistant('Yes'), user('More?')])
    expect(next).toMatchObject({ reused: 40 })
    expect(next.messages[2]).toEqual(assistant('<think>\n\n</think>\n\nYes'))
  })
})
