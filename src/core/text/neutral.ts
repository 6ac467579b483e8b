/**
 * A person's text may hold what is not text to a model or to our parser: role markers (`<|im_end|>`, `[INST]`) become
 * control tokens, tags (`<QUE>`, `</END>`) become the ends of pairs. A zero-width space after the opening bracket makes
 * them plain text; taking one away again restores them exactly, whatever the text held before (rules PROMPT8, PROMPT9).
 */
const BREAK = '\u200B'

/** What makes an opening bracket dangerous. No alternative reaches over another opening bracket or a zero-width space. */
const DANGER = [
  // Tags of the wire format and of passages, as tolerant as the parser is.
  String.raw`\s?[/／]?\s?(?:QUE|ANS|SRC|END|CON|THINK|ＱＵＥ|ＡＮＳ|ＳＲＣ|ＥＮＤ)\s?[>＞]`,
  // ChatML, Llama 3, Phi, Granite, DeepSeek (with a full-width bar), EXAONE; then those that end in a bar.
  '[|｜]',
  String.raw`[/]?[\w.:-]{1,40}[|｜]>`,
  // Llama 1 and 2, Mistral, Gemma, and tokens of tokenizers themselves.
  String.raw`[/]?(?:s|bos|eos|pad|unk|cls|sep|mask|sys|start_of_turn|end_of_turn|start_of_image|end_of_image|image_soft_token|unused\d{1,4}|tools?|tool_call|tool_response|fim_prefix|fim_middle|fim_suffix|(?:end)?oftext)>`,
  String.raw`[/]?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|MODEL_SETTINGS|ARGS|CALL_ID|IMG|IMG_BREAK|IMG_END|PREFIX|MIDDLE|SUFFIX|THINK|gMASK)\]`,
].join('|')

const MARKER = new RegExp(String.raw`([<＜\[]${BREAK}*)(?=${DANGER})`, 'giu')
const BROKEN_MARKER = new RegExp(String.raw`([<＜\[])${BREAK}(${BREAK}*)(?=${DANGER})`, 'giu')

/** The text with every marker made harmless. Linear in its length. */
export function neutralText(text: string): string {
  return text.replace(MARKER, marker => marker + BREAK)
}

/** Where the first marker stands; -1 where there is none. */
export function markerAt(text: string): number {
  return text.search(MARKER)
}

/** Takes `neutralText` back, in the text itself or in anything copied from it. */
export function restoredText(text: string): string {
  return text.replace(BROKEN_MARKER, (_, open: string, rest: string) => open + rest)
}
