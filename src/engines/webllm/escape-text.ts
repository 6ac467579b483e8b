/** What web-llm takes out of every message once it is in its template. */
const FUNCTION = '{function_string}'

/**
 * A text as it must be handed to web-llm so that the model reads the text itself. It goes into the template with
 * `String.replace`, where `$$`, `$&`, `` $` `` and `$'` mean other things: formulas in LaTeX would be changed in silence.
 * After that the first `{function_string}` is deleted: here it is wrapped in itself, and one of the two stays.
 */
export function escapeText(text: string): string {
  return text.replaceAll('$', '$$$$').replace(FUNCTION, () => `{function_${FUNCTION}string}`)
}
