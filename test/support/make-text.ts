import { randomStream } from '#core/synthesis/random-stream'

/** Words for prose that the rules find something in; it means little, and every part of it is different. */
const THINGS = [
  'valve',
  'pump',
  'boiler',
  'lantern',
  'compass',
  'turbine',
  'furnace',
  'condenser',
  'gearbox',
  'reservoir',
  'filter',
  'regulator',
  'spindle',
  'bearing',
  'manifold',
  'governor',
  'generator',
  'radiator',
  'hydrant',
  'capstan',
] as const
const PLACES = [
  'harbour',
  'engine room',
  'northern station',
  'old mill',
  'upper deck',
  'workshop',
  'quarry',
  'depot',
] as const
const MATTERS = ['steam', 'salt water', 'oil', 'coal dust', 'cold air', 'sand', 'resin', 'condensed vapour'] as const
const DEEDS = [
  'is inspected every {n} hours',
  'was replaced in {y}',
  'carries about {n} litres',
  'loses {n} degrees at night',
  'was moved to the {p} in {y}',
  'runs at {n} turns a minute',
] as const

const ZH_THINGS = [
  '阀门',
  '水泵',
  '锅炉',
  '灯笼',
  '罗盘',
  '涡轮机',
  '熔炉',
  '冷凝器',
  '变速箱',
  '蓄水池',
  '过滤器',
  '调节器',
] as const
const ZH_MATTERS = ['蒸汽', '海水', '机油', '煤灰', '冷空气', '细沙', '树脂'] as const

/** English prose of at least `size` characters with headings; the same seed gives the same text. */
export function makeEnglish(size: number, seed: number): string {
  const random = randomStream(seed, 'english')
  const fill = (pattern: string): string =>
    pattern
      .replace('{n}', () => String(2 + random.integer(900)))
      .replace('{y}', () => String(1700 + random.integer(300)))
      .replace('{p}', () => random.pick(PLACES))
  const sentence = (): string => {
    const thing = random.pick(THINGS)
    const other = random.pick(THINGS)
    const matter = random.pick(MATTERS)
    const number = String(1 + random.integer(9_999))
    const kinds = [
      `The ${thing} of unit ${number} ${fill(random.pick(DEEDS))}.`,
      `The ${thing} of unit ${number} was closed because ${matter} had entered the ${other} during the night.`,
      `In order to protect the ${other} of unit ${number}, the crew covered the ${thing} with a sheet of canvas.`,
      `The ${matter} was removed from the ${thing} of unit ${number} by means of a brush and warm water.`,
      `A type ${number} ${thing} is a device that separates ${matter} from the flow before it reaches the ${other}.`,
      `The ${thing} of unit ${number} had been left open for ${fill('{n}')} minutes. As a result, ${matter} filled the ${other}.`,
    ] as const
    return random.pick(kinds)
  }
  const parts: string[] = []
  for (let length = 0; length < size; ) {
    const heading = parts.length % 6 === 0 ? `## The ${random.pick(THINGS)} at the ${random.pick(PLACES)}\n\n` : ''
    const part = `${heading}${Array.from({ length: 4 + random.integer(4) }, sentence).join(' ')}\n\n`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/** Chinese prose of at least `size` characters with headings; the same seed gives the same text. */
export function makeChinese(size: number, seed: number): string {
  const random = randomStream(seed, 'chinese')
  const sentence = (): string => {
    const thing = random.pick(ZH_THINGS)
    const other = random.pick(ZH_THINGS)
    const matter = random.pick(ZH_MATTERS)
    const number = String(1 + random.integer(9_999))
    const kinds = [
      `第${number}号机组的${thing}每隔${String(2 + random.integer(90))}小时检查一次。`,
      `由于${matter}进入了${other}，第${number}号机组的${thing}在夜间被关闭。`,
      `为了保护第${number}号机组的${other}，工人用帆布盖住了${thing}。`,
      `${number}型${thing}是指能够在${matter}到达${other}之前把它分离出来的装置。`,
      `第${number}号机组的${thing}没有关严，因此${matter}充满了${other}。`,
    ] as const
    return random.pick(kinds)
  }
  const parts: string[] = []
  for (let length = 0; length < size; ) {
    const heading = parts.length % 6 === 0 ? `## ${random.pick(ZH_THINGS)}的维护\n\n` : ''
    const part = `${heading}${Array.from({ length: 4 + random.integer(4) }, sentence).join('')}\n\n`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}
