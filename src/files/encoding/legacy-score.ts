/** Encodings with two bytes for a letter; they look alike in a short text and are told apart by how common its letters are. */
export const WIDE_ENCODINGS = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp'] as const

export type WideEncoding = (typeof WIDE_ENCODINGS)[number]

/** First and last lead byte of the part of each character set that holds the letters of everyday use. */
const COMMON_ROWS: Readonly<Record<WideEncoding, readonly (readonly [number, number])[]>> = {
  gb18030: [[0xb0, 0xd7]],
  big5: [[0xa4, 0xc6]],
  shift_jis: [[0x88, 0x97]],
  'euc-kr': [[0xb0, 0xc8]],
  'euc-jp': [[0xb0, 0xcf]],
}

/** The most frequent letters of running text. */
const FREQUENT: Readonly<Record<WideEncoding, string>> = {
  gb18030:
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运',
  big5: '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運',
  shift_jis:
    '日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨',
  'euc-kr':
    '이다는을의에가고하지를은도로사한기리인어아자시대정해서있나그수일부라보장전스제과들우주상것여구년으적면비동성지원니안국관공경만게미선무신문방생유조학등회발소연되않없었했습합중개물세계요',
  'euc-jp':
    '日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨',
}

const KANA = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/
const PUNCTUATION = /[\u3001-\u3011\u2014\u2018-\u201d\u2026\u30fb\uff01-\uff1f]/

const everyday = new Map<WideEncoding, ReadonlySet<string>>()

function everydayLetters(encoding: WideEncoding): ReadonlySet<string> {
  const known = everyday.get(encoding)
  if (known !== undefined) return known
  const decoder = new TextDecoder(encoding)
  const letters = new Set<string>()
  for (const [first, last] of COMMON_ROWS[encoding]) {
    for (let lead = first; lead <= last; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const letter = decoder.decode(Uint8Array.of(lead, trail))
        if (letter.length === 1 && letter !== '\ufffd') letters.add(letter)
      }
    }
  }
  everyday.set(encoding, letters)
  return letters
}

/**
 * How much like running text the bytes read in this encoding, from 0 to 1.5: the share of everyday letters among all that
 * is not ASCII, and half of the share of the most frequent ones.
 */
export function legacyScore(sample: Uint8Array, encoding: WideEncoding): number {
  const text = new TextDecoder(encoding).decode(sample)
  const letters = everydayLetters(encoding)
  const japanese = encoding === 'shift_jis' || encoding === 'euc-jp'
  let all = 0
  let common = 0
  let frequent = 0
  for (const letter of text) {
    if (letter < '\u0080') continue
    all += 1
    if (japanese && KANA.test(letter)) {
      common += 1
      frequent += 1
    } else if (letters.has(letter)) {
      common += 1
      if (FREQUENT[encoding].includes(letter)) frequent += 1
    } else if (PUNCTUATION.test(letter)) common += 0.9
  }
  return all === 0 ? 0 : (common + frequent / 2) / all
}
