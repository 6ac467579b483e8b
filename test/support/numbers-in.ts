const EN = new Map(
  (
    'two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 ' +
    'sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ' +
    'ninety=90 hundred=100 half=1/2 third=1/3 thirds=1/3 fifth=1/5 zero=0'
  )
    .split(' ')
    .map(entry => entry.split('='))
    .map(([word = '', value = '']) => [word, value]),
)

const DIGITS = '零一二三四五六七八九'
const PLACES = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/**
 * The numbers that a text names in digits, in English words from two on, or in Chinese numerals, each in plain digits.
 * Only what the labelled set needs; it stands by itself, so that it can prove labels against checks that read numbers too.
 */
export function numbersIn(text: string): Set<string> {
  // One is said without counting anything, and of a percentage only the share counts.
  const found = new Set(['1'])
  const plain = text
    .normalize('NFKC')
    .replace(/百分之/gu, ' ')
    .replace(/(\d)[ ,](?=\d{3}(?!\d))/gu, '$1')
  for (const [number] of plain.matchAll(/\d+(?:\.\d+)?/gu)) found.add(String(Number(number)))
  for (const [word] of plain.toLowerCase().matchAll(/[a-z]+(?:[- ]hundred\b|-[a-z]+)?/gu)) {
    const [first = '', second] = word.split(/[- ]/u)
    const [a, b] = [EN.get(first), second === undefined ? undefined : EN.get(second)]
    if (b === '100' && a !== undefined) found.add(String(Number(a) * 100))
    else if (a !== undefined && b !== undefined) found.add(String(Number(a) + Number(b)))
    else for (const value of [a, b]) if (value !== undefined) found.add(value)
  }
  for (const [numeral] of plain.matchAll(/[零一二两三四五六七八九十百千万]+(?:点[零一二三四五六七八九]+)?/gu)) {
    found.add(String(chinese(numeral)))
  }
  return found
}

function chinese(numeral: string): number {
  const [whole = '', part] = numeral.replace(/两/gu, '二').split('点')
  let sum = 0
  let below = 0
  let digit: number | null = null
  for (const character of whole) {
    const place = PLACES.get(character)
    if (character === '万') {
      sum = (sum + below + (digit ?? 0)) * 10_000
      below = 0
      digit = null
    } else if (place === undefined) digit = DIGITS.indexOf(character)
    else {
      below += (digit ?? 1) * place
      digit = null
    }
  }
  const value = sum + below + (digit ?? 0)
  const decimals = part?.replace(/./gu, character => String(DIGITS.indexOf(character)))
  return decimals === undefined ? value : Number(`${value}.${decimals}`)
}
