/** How a byte-level vocabulary cuts a text into the words within which it joins pairs. */
export interface PreTokenizer {
  /** One after the other: each cuts what the one before left whole; what no match covers stays a piece. */
  readonly patterns: readonly string[]
  /** Whether a word that is an entry of the vocabulary is taken as it is. */
  readonly wholeWords: boolean
}

const GPT2 = String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)`
const ENDINGS = String.raw`(?:'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD])`
const SPACES = String.raw`\s*[\r\n]+|\s+(?!\S)|\s+`
const SIGNS = String.raw` ?[^\s\p{L}\p{N}]+[\r\n]*`
const WORD = String.raw`[^\r\n\p{L}\p{N}]?\p{L}+`
const LLAMA3 = String.raw`${ENDINGS}|${WORD}|\p{N}{1,3}|${SIGNS}|${SPACES}`
const QWEN2 = String.raw`${ENDINGS}|${WORD}|\p{N}|${SIGNS}|${SPACES}`
const QWEN35 = String.raw`${ENDINGS}|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|${SPACES}`
const UPPER = String.raw`(?:(?=\p{L})[^a-z])`
const LOWER = String.raw`(?:(?=\p{L})[^A-Z])`
const LEAD = String.raw`[^\r\n\p{L}\p{N}]?`
const PATHS = String.raw` ?[^\s\p{L}\p{N}]+[\r\n/]*`
const TEKKEN = String.raw`${LEAD}${UPPER}*${LOWER}+|${LEAD}${UPPER}+${LOWER}*|\p{N}|${PATHS}|${SPACES}`
const GPT4O = String.raw`${LEAD}${UPPER}*${LOWER}+${ENDINGS}?|${LEAD}${UPPER}+${LOWER}*${ENDINGS}?|\p{N}{1,3}|${PATHS}|${SPACES}`
const SEED = String.raw`${ENDINGS}|${WORD}|\p{N}| ?[^\s\p{L}\p{N}\r\n]+|${SPACES}`

const cut = (...patterns: string[]): PreTokenizer => ({ patterns, wholeWords: false })
const whole = (pattern: string): PreTokenizer => ({ patterns: [pattern], wholeWords: true })

const FAMILIES: readonly (readonly [names: string, PreTokenizer])[] = [
  ['default', cut(String.raw`[\p{P}$+<=>^~|]+`, GPT2, String.raw`\p{N}+`, '[0-9][0-9][0-9]')],
  ['gpt-2 phi-2 gigachat a.x-4.0 mellum exaone4 mpt olmo jais trillion granite-docling', cut(GPT2)],
  ['smollm starcoder refact command-r codeshell exaone minerva-7b mellum2', cut(String.raw`\p{N}`, GPT2)],
  ['llama-bpe llama3 llama-v3 falcon3 falcon-h1 pixtral midm-2.0 lfm2 glm4', whole(LLAMA3)],
  ['dbrx smaug-bpe chatglm-bpe', cut(LLAMA3)],
  ['qwen2 deepseek-r1-qwen kormo megrez stablelm2 hunyuan solar-open grok-2', cut(QWEN2)],
  ['qwen35', cut(QWEN35)],
  ['tekken', whole(TEKKEN)],
  ['gpt-4o llama4 kanana2 talkie minimax-m2', cut(GPT4O)],
  ['seed-coder', cut(SEED)],
]

/**
 * By the name in `tokenizer.ggml.pre`. Only names whose counts were compared with the engine's own, text for text, stand
 * here (rule WLLAMA9). The patterns are those that llama.cpp names in `src/llama-vocab.cpp`, and where its versions differ
 * (glm4), the build of wllama 3.8.1 decides.
 */
export const PRE_TOKENIZERS: ReadonlyMap<string, PreTokenizer> = new Map(
  FAMILIES.flatMap(([names, pre]) => names.split(' ').map(name => [name, pre] as const)),
)
