/** A unit of measure: what it measures, and how many of the base of that it is. */
export interface Unit {
  readonly name: string
  readonly measures: string
  readonly factor: number
}

/** One line a unit: what it measures, its factor, its names in English and Chinese. The first name is shown. */
const TABLE: readonly (readonly [string, number, string])[] = [
  ['length', 1e-9, 'nm|nanometre|nanometer|纳米'],
  ['length', 1e-6, 'µm|μm|micrometre|micrometer|micron|微米'],
  ['length', 1e-3, 'mm|millimetre|millimeter|毫米'],
  ['length', 1e-2, 'cm|centimetre|centimeter|厘米|公分'],
  ['length', 1, 'm|metre|meter|米|公尺'],
  ['length', 1e3, 'km|kilometre|kilometer|kms|公里|千米'],
  ['length', 0.0254, 'inch|inches|英寸|吋'],
  ['length', 0.3048, 'foot|feet|ft|英尺|呎'],
  ['length', 0.9144, 'yard|yd|码'],
  ['length', 1609.344, 'mile|mi|英里|哩'],
  ['length', 1852, 'nautical mile|海里|浬'],
  ['length', 1 / 3, '尺'],
  ['length', 10 / 3, '丈'],
  ['length', 1 / 30, '寸'],
  ['length', 500, '里|华里'],
  ['length', 9.461e15, 'light-year|光年'],
  ['area', 1e-4, 'cm²|cm2|square centimetre|square centimeter|平方厘米'],
  ['area', 1, 'm²|m2|sq m|square metre|square meter|平方米|平米'],
  ['area', 1e6, 'km²|km2|sq km|square kilometre|square kilometer|平方公里|平方千米'],
  ['area', 1e4, 'hectare|ha|公顷'],
  ['area', 4046.86, 'acre|英亩'],
  ['area', 2.59e6, 'square mile|平方英里'],
  ['area', 0.0929, 'square foot|square feet|平方英尺'],
  ['area', 2000 / 3, '亩'],
  ['volume', 1e-3, 'ml|mL|millilitre|milliliter|毫升'],
  ['volume', 1, 'litre|liter|l|L|升|公升'],
  ['volume', 1e3, 'm³|m3|cubic metre|cubic meter|立方米'],
  ['volume', 1e-3, 'cm³|cm3|cubic centimetre|cubic centimeter|立方厘米'],
  ['volume', 3.785, 'gallon|加仑'],
  ['volume', 0.473, 'pint|品脱'],
  ['volume', 0.946, 'quart|夸脱'],
  ['volume', 159, 'barrel'],
  ['mass', 1e-6, 'µg|μg|microgram|微克'],
  ['mass', 1e-3, 'mg|milligram|毫克'],
  ['mass', 1, 'g|gram|gramme|克'],
  ['mass', 1e3, 'kg|kilogram|kilo|kilogramme|公斤|千克'],
  ['mass', 1e6, 'tonne|ton|t|metric ton|吨|公吨'],
  ['mass', 453.6, 'pound|lb|lbs|磅'],
  ['mass', 28.35, 'ounce|oz|盎司'],
  ['mass', 500, '斤|市斤'],
  ['mass', 50, '两'],
  ['time', 1 / 60_000, 'ms|millisecond|毫秒'],
  ['time', 1 / 60, 'second|sec|s|秒|秒钟'],
  ['time', 1, 'minute|min|mins|分钟|分'],
  ['time', 15, '刻钟'],
  ['time', 60, 'hour|h|hr|hrs|小时|个小时|钟头|个钟头'],
  ['time', 1440, 'day|天|日|昼夜|个昼夜'],
  ['time', 10_080, 'week|周|星期|个星期|礼拜|个礼拜'],
  ['time', 43_830, 'month|个月'],
  ['time', 525_960, 'year|yr|yrs|年|周年'],
  ['time', 5_259_600, 'decade|个十年'],
  ['century', 1, 'century|centuries|世纪'],
  ['decade', 1, '年代'],
  ['time', 52_596_000, '个世纪'],
  ['age', 1, 'years old|year old|years of age|岁|周岁'],
  ['temperature', 1, '°C|℃|degrees celsius|degree celsius|degrees centigrade|celsius|摄氏度'],
  ['fahrenheit', 1, '°F|℉|degrees fahrenheit|degree fahrenheit|fahrenheit|华氏度'],
  ['kelvin', 1, 'kelvin|K|开尔文'],
  ['degree', 1, 'degree|deg|°|度'],
  ['ratio', 0.01, '%|percent|per cent|pct|percentage point|个百分点'],
  ['ratio', 0.1, '成'],
  ['ratio', 0.001, '‰|per mille|permille'],
  ['dollar', 1, '$|dollar|USD|美元|美金'],
  ['dollar', 0.01, 'cent|美分'],
  ['euro', 1, '€|euro|EUR|欧元'],
  ['sterling', 1, '£|GBP|英镑'],
  ['sterling', 0.01, 'pence|便士'],
  ['yuan', 0.1, '角|毛钱'],
  ['yuan', 1, '¥|yuan|RMB|CNY|renminbi|元|块钱|人民币|元人民币'],
  ['yen', 1, 'yen|JPY|日元'],
  ['franc', 1, 'franc|CHF|法郎'],
  ['crown', 1, 'crown|krona|kronor|kroner|克朗'],
  ['rouble', 1, 'rouble|ruble|卢布'],
  ['rupee', 1, 'rupee|卢比'],
  ['hong kong dollar', 1, 'HKD|港元|港币'],
  ['power', 1, 'W|watt|瓦|瓦特'],
  ['power', 1e3, 'kW|kilowatt|千瓦'],
  ['power', 1e6, 'MW|megawatt|兆瓦'],
  ['power', 1e9, 'GW|gigawatt|吉瓦'],
  ['power', 735.5, 'horsepower|hp|马力'],
  ['energy', 1, 'J|joule|焦|焦耳'],
  ['energy', 1e3, 'kJ|kilojoule|千焦'],
  ['energy', 4.184, 'cal|calorie|卡|卡路里'],
  ['energy', 4184, 'kcal|kilocalorie|千卡|大卡'],
  ['energy', 3.6e6, 'kWh|kilowatt hour|kilowatt-hour|千瓦时'],
  ['energy', 3.6e9, 'MWh|megawatt hour|megawatt-hour|兆瓦时'],
  ['energy', 3.6e12, 'GWh|gigawatt hour|gigawatt-hour|吉瓦时'],
  ['voltage', 1, 'V|volt|伏|伏特'],
  ['voltage', 1e3, 'kV|kilovolt|千伏'],
  ['voltage', 1e-3, 'mV|millivolt|毫伏'],
  ['current', 1, 'A|amp|ampere|安|安培'],
  ['current', 1e-3, 'mA|milliamp|milliampere|毫安'],
  ['resistance', 1, 'ohm|Ω|欧|欧姆'],
  ['frequency', 1, 'Hz|hertz|赫|赫兹'],
  ['frequency', 1e3, 'kHz|kilohertz|千赫'],
  ['frequency', 1e6, 'MHz|megahertz|兆赫'],
  ['frequency', 1e9, 'GHz|gigahertz|吉赫'],
  ['pressure', 1, 'Pa|pascal|帕|帕斯卡'],
  ['pressure', 1e3, 'kPa|kilopascal|千帕'],
  ['pressure', 1e6, 'MPa|megapascal|兆帕'],
  ['pressure', 1e5, 'bar|巴'],
  ['data', 1 / 8, 'bit|比特'],
  ['data', 1, 'byte|B|字节'],
  ['data', 1e3, 'KB|kB|kilobyte|千字节'],
  ['data', 1e6, 'MB|megabyte|兆字节'],
  ['data', 1e9, 'GB|gigabyte|吉字节'],
  ['data', 1e12, 'TB|terabyte'],
  ['speed', 1, 'km/h|km per hour|kph|kmh|kilometre per hour|kilometer per hour|公里每小时|千米每小时'],
  ['speed', 3.6, 'm/s|metre per second|meter per second|米每秒|米/秒'],
  ['speed', 1.609, 'mph|mile per hour|英里每小时'],
  ['speed', 1.852, 'knot|kn'],
  ['turns', 1, 'rpm|revolution per minute|转每分钟'],
  ['sound', 1, 'dB|decibel|分贝'],
  ['light', 1, 'lumen|lm|流明'],
]

/** Names that are also everyday words or letters: they count as units only in this very form, right behind digits. */
const EXACT: ReadonlySet<string> = new Set(
  'm l L g t h s W J V A K B Pa K ha mi kn sec min cal yd oz ft lb hp bar amp'.split(' '),
)

const BY_NAME = new Map<string, Unit>()
const BY_SYMBOL = new Map<string, Unit>()
/** The first words and marks of names that have several. */
const OPENS = new Set<string>()
let longest = 1

for (const [measures, factor, names] of TABLE) {
  const all = names.split('|')
  const unit = { name: all[0] ?? '', measures, factor }
  for (const name of all) {
    const [opens = ''] = name.toLowerCase().split(/(?=[ /°])|(?<=°)/u)
    if (opens !== name.toLowerCase()) {
      OPENS.add(opens)
      OPENS.add(`${opens}s`)
    }
    if (EXACT.has(name)) BY_SYMBOL.set(name, unit)
    else if (/^[a-z][a-z -]+$/u.test(name) && name.length > 2) {
      BY_NAME.set(name.toLowerCase(), unit)
      BY_NAME.set(`${name.toLowerCase()}s`, unit)
      // "kilometres per hour": the plural stands inside.
      BY_NAME.set(name.toLowerCase().replace(' ', 's '), unit)
    } else BY_SYMBOL.set(name, unit)
    if (/\p{sc=Han}/u.test(name)) longest = Math.max(longest, name.length)
  }
}

/** A unit in Chinese that begins at `at`, the longest name first; with where it ends. */
export function chineseUnitAt(text: string, at: number): { unit: Unit; end: number } | null {
  for (let length = longest; length > 0; length -= 1) {
    const unit = BY_SYMBOL.get(text.slice(at, at + length))
    if (unit !== undefined && at + length <= text.length) return { unit, end: at + length }
  }
  return null
}

/** Whether a unit whose name has several words or marks can begin with a word or a mark. */
export function opensUnit(text: string): boolean {
  return OPENS.has(text) || OPENS.has(text.toLowerCase())
}

/** A unit by its name ("kilometres") or symbol ("km"). */
export function unitNamed(name: string): Unit | null {
  return BY_SYMBOL.get(name) ?? BY_NAME.get(name.toLowerCase()) ?? null
}

/** Things that are counted: in Chinese by a measure word. They agree with one another. */
export const COUNTED: Unit = { name: '', measures: 'count', factor: 1 }

const MEASURE_WORDS = new Set(
  '个位名人座条只头匹本部件台辆艘架栋幢层间次遍回种类项章段句行页倍棵株颗粒块片张把根支枚门所家户口级期届号艘盏扇篇首幅套双对组批队排列串瓶杯碗盒箱袋包罐桶车船圈处站场步点款档例节课笔尊桩封顿趟群窝代任声股格堂餐环道眼顶面枝朵滴堆卷册集轮勺匙锅盆缸坛壶碟筐篮捆束具宗则球票样席村乡镇县省州岛孔员班剂味瓣尾羽',
)

export function isMeasureWord(character: string | undefined): boolean {
  return character !== undefined && MEASURE_WORDS.has(character)
}

/** A fraction of a whole: half, 三分之一. */
export const SHARE: Unit = { name: '', measures: 'ratio', factor: 1 }

/** Minutes since midnight. */
export const CLOCK: Unit = { name: '', measures: 'clock', factor: 1 }
