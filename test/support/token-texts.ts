/** Where ways of cutting words differ: digits, spaces, line ends, signs, endings, scripts, marks, pictures, controls. */
const TEXTS = [
  'The lens turned once a minute, and ships counted the flashes.',
  "It's the keeper's lamp; WE'LL see — they've 12 lamps, 1234567 flashes, $3.50 and 1,000,000 ships.",
  '水手们数着闪光。灯塔每分钟转一圈，共有１２３个信号！',
  'for (let i = 0; i < 10; i++) {\n\t\tif (a[i] !== b_c) return   -1 // why?\r\n}\n\n\n  end',
  'Émile naïve façade — Ünïcødé, e\u0301 n\u0303, Привет, мир! שלום नमस्ते สวัสดี 안녕하세요 こんにちは',
  '🚢👩‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿 ok 👍🏽👍',
  '  two  spaces   three\t\ttabs \n \n  line\u00a0hard\u3000wide\u200bzero\ufeffmark ',
  'CamelCaseWords snake_case_words path/to/file.ts http://a.b/c?d=e&f=1 x^2 + y_1 = \\frac{1}{2} $$z$$ <b>|~`',
  '½ ² ③ Ⅷ ١٢٣ 一二三 A1b2C3 3rd 24/7 v2.0.1 0xFF 1e-5',
  'a\u0000b\u0007c\u001bd\u0085e\u2028f',
]

/** Short pieces put together by chance, but the same each time. */
function mixtures(count: number): string[] {
  const pieces = [
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    "'",
    "'s",
    "'LL",
    'a',
    'B',
    'zé',
    'ß',
    '水',
    '灯塔',
    '1',
    '23',
    '４',
    '!',
    '...',
    '$',
    '_',
    '-',
    '/',
    '“',
    '👍',
    'ñ',
    '\u0301',
    'Ω',
    'ж',
    '½',
    '<',
    '|',
    '\u00a0',
  ]
  let state = 7
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(next() * 24) }, () => pieces[Math.floor(next() * pieces.length)]).join(''),
  )
}

/** Short enough that the smallest context holds each. */
export const TOKEN_TEXTS: readonly string[] = [...TEXTS, ...mixtures(60)]
