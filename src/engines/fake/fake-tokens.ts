import type { ChatMessage } from '#core/ports/engine'

/** A word of up to five letters with the blank before it, or a single character. Joined, they are the text. */
const TOKEN = / ?[A-Za-z0-9]{1,5}|[\s\S]/gu

export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? []
}

/**
 * The messages as the model reads them, up to where it goes on: a token of its own begins and ends each, as in most chat
 * templates. A last message of the assistant is the beginning of the answer and stays open.
 */
export function templateTokens(messages: readonly ChatMessage[]): string[] {
  const last = messages.at(-1)
  const open = last?.role === 'assistant'
  const tokens = messages.flatMap(message => [
    `<|${message.role}|>`,
    ...tokensOf(message.content),
    ...(open && message === last ? [] : ['<|end|>']),
  ])
  return open ? tokens : [...tokens, '<|assistant|>']
}

/** How many tokens two lists have in common at their beginning. */
export function commonBeginning(a: readonly string[], b: readonly string[]): number {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  return i
}
