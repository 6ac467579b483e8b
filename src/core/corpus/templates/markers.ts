import type { Markers } from '#core/corpus/template-set'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** `shape` with its mark, and the name by which an answer calls the option: what stands alone, or in brackets. */
function marked(
  kind: Markers['kind'],
  most: number,
  name: (place: number) => string,
  shape: (name: string) => string,
  between = '\n',
): Markers {
  const bracketed = /^[([]/u.test(shape('x'))
  return {
    kind,
    most,
    between,
    of: place => shape(name(place)),
    name: place => (bracketed ? shape(name(place)).trim() : name(place)),
  }
}

const letter = (place: number): string => LETTERS[place] ?? ''
const small = (place: number): string => letter(place).toLowerCase()
const number = (place: number): string => String(place + 1)

function bullet(mark: string): Markers {
  return { kind: 'bullet', most: Number.POSITIVE_INFINITY, between: '\n', of: () => `${mark} `, name: () => '' }
}

/** Ways to list options that are read alike in both languages. */
export const MARKERS: readonly Markers[] = [
  marked('letter', 26, letter, name => `${name}. `),
  marked('letter', 26, letter, name => `(${name}) `),
  marked('letter', 26, letter, name => `${name}) `),
  marked('letter', 26, letter, name => `[${name}] `),
  marked('letter', 26, small, name => `(${name}) `),
  marked('letter', 26, small, name => `${name}. `),
  marked('letter', 26, letter, name => `${name}: `),
  marked('number', Number.POSITIVE_INFINITY, number, name => `${name}. `),
  marked('number', Number.POSITIVE_INFINITY, number, name => `(${name}) `),
  marked('number', Number.POSITIVE_INFINITY, number, name => `${name}) `),
  marked('number', Number.POSITIVE_INFINITY, number, name => `[${name}] `),
  marked(
    'number',
    ROMAN.length,
    place => ROMAN[place] ?? '',
    name => `(${name}) `,
  ),
  marked('letter', 26, letter, name => `(${name}) `, '; '),
  bullet('-'),
  bullet('*'),
  bullet('•'),
]

/** Ways of Chinese texts, which put no space behind the mark. */
export const CHINESE_MARKERS: readonly Markers[] = [
  marked('letter', 26, letter, name => `${name}．`),
  marked('letter', 26, letter, name => `${name}、`),
  marked('letter', 26, letter, name => `（${name}）`),
  marked(
    'number',
    CIRCLED.length,
    place => CIRCLED[place] ?? '',
    name => name,
  ),
]
