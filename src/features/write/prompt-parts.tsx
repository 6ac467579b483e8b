import type { ChatMessage } from '#core/ports/engine'
import { useMessages } from '#features/context'
import { RECIPE_MESSAGES } from './recipe-messages'

export interface PromptPartsProps {
  /** In order; a role of null is a prompt without roles. */
  readonly parts: readonly { readonly role: ChatMessage['role'] | null; readonly content: string }[]
}

/** A prompt word for word, part by part under the role that says it. */
export function PromptParts({ parts }: PromptPartsProps) {
  const words = useMessages(RECIPE_MESSAGES).trial
  return parts.map(({ role, content }, index) => {
    const label = role === null ? words.wholePrompt : words.roles[role]
    return (
      // Parts of a prompt are told apart by their place alone.
      <div key={index}>
        <h4>{label}</h4>
        <pre tabIndex={0} aria-label={label}>
          {content}
        </pre>
      </div>
    )
  })
}
