import type { ChatMessage } from '#core/ports/engine'
import { escapeText } from './escape-text'

/** What of a request the model has read already, and how to hand over the rest. */
export interface Turn {
  readonly messages: readonly ChatMessage[]
  /** Tokens that lie in the key-value cache from before; 0 for a new conversation. */
  readonly reused: number
}

/**
 * Follows what web-llm holds in its key-value cache. It keeps that only for a conversation that grows: all messages but
 * the last are the whole of the one before, word for word, its answer included, and that answer ended by itself. So a
 * text that was handed over changed must be handed over changed in the same way again, and an answer as web-llm gave it.
 */
export interface Conversation {
  next(messages: readonly ChatMessage[]): Turn
  /** The answer as web-llm holds it, and as the caller saw it; `filled` tokens are in the cache now. */
  ended(turn: Turn, messages: readonly ChatMessage[], answer: { held: string; seen: string }, filled: number): void
  /** After anything but an answer that ended by itself. */
  forget(): void
}

/** `replacedRoles`: whose texts web-llm puts into a template; the others it takes as they are. */
export function createConversation(replacedRoles: ReadonlySet<string>): Conversation {
  let last: { held: readonly ChatMessage[]; seen: readonly ChatMessage[]; filled: number } | null = null
  const escaped = (message: ChatMessage): ChatMessage =>
    replacedRoles.has(message.role) ? { ...message, content: escapeText(message.content) } : message
  return {
    next: messages => {
      const newest = messages.at(-1)
      if (last !== null && newest !== undefined && same(last.seen, messages.slice(0, -1))) {
        return { messages: [...last.held, escaped(newest)], reused: last.filled }
      }
      return { messages: messages.map(escaped), reused: 0 }
    },
    ended: (turn, messages, answer, filled) => {
      const reply = (content: string): ChatMessage => ({ role: 'assistant', content })
      last = { held: [...turn.messages, reply(answer.held)], seen: [...messages, reply(answer.seen)], filled }
    },
    forget: () => {
      last = null
    },
  }
}

function same(one: readonly ChatMessage[], other: readonly ChatMessage[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ role, content }, at) => role === other[at]?.role && content === other[at].content)
  )
}
