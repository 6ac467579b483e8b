import { randomStream } from '#core/synthesis/random-stream'

/** Narrative prose as in old novels: long sentences, talk, weather; little in it explains anything. */
const PEOPLE = ['Mr. Hollis', 'the captain', 'her sister', 'old Mrs. Wren', 'the boy', 'Anna', 'the stranger', 'Dr. Pell', 'the innkeeper', 'my uncle', 'the younger clerk', 'Thomas'] as const // biome-ignore format: a list
const DEEDS = ['walked slowly along', 'looked once more at', 'remembered', 'said nothing of', 'had never liked', 'turned away from', 'kept to', 'stood a long while before', 'wrote two pages about', 'laughed at', 'came back to', 'pointed at'] as const // biome-ignore format: a list
const THINGS = ['garden', 'letter', 'carriage', 'harbour', 'chapel', 'staircase', 'orchard', 'picture', 'meadow', 'candle', 'bridge', 'window', 'market', 'kitchen', 'river', 'gate', 'piano', 'lane'] as const // biome-ignore format: a list
const KINDS = ['quiet', 'narrow', 'grey', 'distant', 'broken', 'little', 'crowded', 'forgotten', 'pale', 'handsome', 'damp', 'familiar', 'empty', 'crooked'] as const // biome-ignore format: a list
const TIMES = ['towards evening', 'in the spring of that year', 'at the end of the week', 'before breakfast', 'all that winter', 'on the second day', 'long afterwards', 'when the lamps were lit', 'as the clock struck four', 'one morning in March'] as const // biome-ignore format: a list
const TALK = ['I should not have come', 'you are late again', 'there was a light in the upper room', 'nobody has asked for it', 'it will rain before noon', 'we had better go in', 'that is all I know', 'give me the other one', 'they left an hour ago'] as const // biome-ignore format: a list

const ZH_PEOPLE = [
  '老张',
  '那个孩子',
  '她的姐姐',
  '船长',
  '邻居们',
  '年轻的店员',
  '陈先生',
  '我的祖母',
  '陌生人',
] as const
const ZH_DEEDS = [
  '慢慢走过',
  '又看了一眼',
  '想起了',
  '没有提起',
  '从来不喜欢',
  '站在旁边望着',
  '写信谈到',
  '回到了',
  '笑着指向',
] as const
const ZH_THINGS = ['花园', '那封信', '马车', '港口', '楼梯', '果园', '旧画', '草地', '蜡烛', '石桥', '窗户', '集市', '厨房', '河岸'] as const // biome-ignore format: a list
const ZH_KINDS = ['安静的', '狭窄的', '灰色的', '远处的', '破旧的', '小小的', '拥挤的', '熟悉的', '空荡荡的'] as const
const ZH_TIMES = ['傍晚时分', '那年春天', '周末', '早饭之前', '整个冬天', '第二天', '很久以后', '点灯的时候', '三月的一个早晨'] as const // biome-ignore format: a list
const ZH_TALK = ['我本来不该来', '你又迟到了', '楼上有一盏灯', '没有人问过这件事', '中午以前会下雨', '我们还是进去吧', '我知道的就这些'] as const // biome-ignore format: a list

/** Prose of at least `size` characters in which the rules find little; the same seed gives the same text. */
export function plainProse(language: 'en' | 'zh', size: number, seed: number): string {
  const random = randomStream(seed, 'plain', language)
  const thing = (): string => `${random.pick(KINDS)} ${random.pick(THINGS)}`
  const english = (): string => {
    const [who, when] = [random.pick(PEOPLE), random.pick(TIMES)]
    const subject = who.charAt(0).toUpperCase() + who.slice(1)
    const kinds = [
      `${subject} ${random.pick(DEEDS)} the ${thing()}, and ${when} ${random.pick(PEOPLE)} ${random.pick(DEEDS)} the ${thing()} as well.`,
      `“${random.pick(TALK)},” said ${who}, who ${random.pick(DEEDS)} the ${thing()} ${when}.`,
      `It was ${when} that ${who} ${random.pick(DEEDS)} the ${thing()}; the ${thing()} stood open, and the ${thing()} beyond it had been painted ${String(2 + random.integer(60))} years ago.`,
      `${when.charAt(0).toUpperCase() + when.slice(1)}, ${who} ${random.pick(DEEDS)} the ${thing()} with ${String(2 + random.integer(400))} others, not without some regret.`,
      `Nothing moved in the ${thing()}.`,
      `${subject} ${random.pick(DEEDS)} the ${thing()}, then the ${thing()}, then, ${when}, the ${thing()}, as if ${random.pick(TALK)} were the only thing left to say.`,
    ] as const
    return random.pick(kinds)
  }
  const chinese = (): string => {
    const object = `${random.pick(ZH_KINDS)}${random.pick(ZH_THINGS)}`
    const other = `${random.pick(ZH_KINDS)}${random.pick(ZH_THINGS)}`
    const kinds = [
      `${random.pick(ZH_TIMES)}，${random.pick(ZH_PEOPLE)}${random.pick(ZH_DEEDS)}${object}，${random.pick(ZH_PEOPLE)}也${random.pick(ZH_DEEDS)}${other}。`,
      `“${random.pick(ZH_TALK)}，”${random.pick(ZH_PEOPLE)}说，一边${random.pick(ZH_DEEDS)}${object}。`,
      `${random.pick(ZH_PEOPLE)}和另外${String(2 + random.integer(400))}个人一起${random.pick(ZH_DEEDS)}${object}。`,
      `${object}里什么动静也没有。`,
    ] as const
    return random.pick(kinds)
  }
  const parts: string[] = []
  for (let length = 0, paragraph = 0; length < size; paragraph++) {
    const chapter = String(paragraph / 80 + 1)
    const heading = paragraph % 80 > 0 ? '' : language === 'en' ? `CHAPTER ${chapter}\n\n` : `第${chapter}章\n\n`
    const sentences = Array.from({ length: 2 + random.integer(7) }, language === 'en' ? english : chinese)
    const part = `${heading}${sentences.join(language === 'en' ? ' ' : '')}\n\n`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}
