/** A test model's vocabulary, as a GGUF holds it. */
export interface TestVocabulary {
  readonly model: 'llama' | 'gpt2'
  readonly pre: string
  readonly tokens: readonly string[]
  /** 1 normal, 2 unknown, 3 control, 6 byte. */
  readonly types: readonly number[]
  /** For `llama`: pairs that make a token of the highest score are joined first. */
  readonly scores: readonly number[]
  /** For `gpt2`: pairs in the order in which they are joined. */
  readonly merges: readonly string[]
  readonly beginning: number
  readonly end: number
}

const [NORMAL, UNKNOWN, CONTROL, BYTE] = [1, 2, 3, 6]
const SPACE = '\u2581'
const JOINED = [`${SPACE}t`, 'he', 'in', 'er', 'an', 're', 'on', 'at']

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0')

/** 362 tokens in the manner of SentencePiece: three of control, 256 bytes, printable ASCII, eight pairs of letters. */
export function sentencePieceVocabulary(): TestVocabulary {
  const rows: (readonly [token: string, score: number, type: number])[] = [
    ['<unk>', 0, UNKNOWN],
    ['<s>', 0, CONTROL],
    ['</s>', 0, CONTROL],
  ]
  for (let byte = 0; byte < 256; byte++) rows.push([`<0x${hex(byte)}>`, 0, BYTE])
  const printable = [SPACE, ...Array.from({ length: 126 - 33 + 1 }, (_, at) => String.fromCharCode(33 + at))]
  for (const [at, token] of printable.entries()) rows.push([token, -1000 - at, NORMAL])
  for (const [at, token] of JOINED.entries()) rows.push([token, -1 - at, NORMAL])
  return {
    model: 'llama',
    pre: 'default',
    tokens: rows.map(([token]) => token),
    scores: rows.map(([, score]) => score),
    types: rows.map(([, , type]) => type),
    merges: [],
    beginning: 1,
    end: 2,
  }
}

/** The 256 bytes as the printable characters that byte-level vocabularies write them with. */
function byteCharacters(): readonly string[] {
  const plain = (byte: number): boolean =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255)
  let next = 256
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(plain(byte) ? byte : next++))
}

/** Words of the vocabulary that no joining leads to: they are found only where whole words are looked up first. */
const UNJOINED = ['\u0120lens', '\u0120counted', '\u0120flashes']

/**
 * A byte-level vocabulary learnt from `text` as one piece, so that its pairs reach across spaces, digits and line ends:
 * two ways of cutting a text into words then give different counts of tokens.
 */
export function byteLevelVocabulary(text: string, joins: number, pre: string): TestVocabulary {
  const letters = byteCharacters()
  let pieces = Array.from(new TextEncoder().encode(text), byte => letters[byte] ?? '')
  const tokens = ['<|end|>', '<|start|>', ...letters]
  const merges: string[] = []
  while (merges.length < joins) {
    const counts = new Map<string, number>()
    for (const [at, piece] of pieces.entries()) {
      const next = pieces[at + 1]
      if (next === undefined) continue
      const pair = `${piece} ${next}`
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
    const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? []
    if (best === undefined) break
    merges.push(best)
    const [left = '', right = ''] = best.split(' ')
    tokens.push(left + right)
    const joined: string[] = []
    for (let at = 0; at < pieces.length; at++) {
      const piece = pieces[at] ?? ''
      if (piece === left && pieces[at + 1] === right) {
        joined.push(left + right)
        at++
      } else joined.push(piece)
    }
    pieces = joined
  }
  const unique = [...new Set([...tokens, ...UNJOINED])]
  return {
    model: 'gpt2',
    pre,
    tokens: unique,
    scores: [],
    types: unique.map((_, id) => (id < 2 ? CONTROL : NORMAL)),
    merges,
    beginning: 1,
    end: 0,
  }
}
