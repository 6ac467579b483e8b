import { unitSet } from '#core/text/characters'
import { isPerson } from '#core/verification/support/chinese-names'
import { type Bare, bareOf, clauseEnd, pairsOf, placesOf } from '#core/verification/support/chinese-places'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

const HAN = /[\u4e00-\u9fff]/u
/** Characters between two marks; what stands there belongs together. */
const CLAUSE = /[^，,；;：:。！？!?（）()“”"《》「」『』、\n]+/gu
/** Clauses of a response, and strange stretches of one, that are looked at. */
const CLAUSES = 24
const STRETCHES = 6
/** Characters of a clause that are read. */
const LENGTH = 160
/** Characters of a thing. */
const LONGEST = 6
/** Characters on each side that are held against the passage. */
const SIDE = 6
/** Characters that may stand between them in the passage. */
const BETWEEN = 8
/** Characters that tell a place: on both sides together, or on one side that the clause ends behind. */
const ENOUGH = 3

/** Characters that join words and belong to none. */
const JOINING =
  '的是在和与由被从到于把将给用为以着过也都就并而且或及其之这那该此每各再又还很更最不没有可能会要已所與從於將給為著過並這該還會沒'
const JOINS = new RegExp(`[${JOINING}]`, 'u')
const joins = unitSet(JOINING)
/** Behind these stands a thing; behind others a doing may stand as well. */
const BEFORE_THING =
  /(?:(?<=[\u4e00-\u9fff]{2})过|[由归从到于自向和与跟叫给用成着回往入经出养种产造制售卖买铺刷涂装含吃喝喂捕织印测穿戴采挖栽播收拍]|[一二三四五六七八九十百千万亿两几每这那\d][个座条只台位名层种家块张把辆艘所支件幅])$/u
/** Behind what someone is stands the name. */
const TITLE =
  /(?:[\u4e00-\u9fff][员人师长家匠士生者]|主任|经理|总监|教授|教练|将军|导演|皇帝|丞相|知县|知府|妻子|丈夫|儿子|女儿|徒弟|弟子|名叫|叫做)$/u
/** What stands for many things, or only describes one, is a way to put it. */
const GENERIC =
  /^(?:设备|材料|物品|东西|人员|地方|地点|位置|方法|方式|工具|产品|货物|内容|部分|活动|工作|植物|动物|机构|单位|队伍|人们|人士|居民|孩子|儿童|设施|器材|物资|商品|作品|情况|问题|原因|结果|作用|功能|目的|任务|过程|阶段|时期|时候|当时|附近|周边|当地|本地|主要|重要|大型|小型|新建|现代|古老|著名|全部|整个|专门|传统|大量|各种|不同|其他|其余|普通|特殊|具体|相关|有关|一些|许多|多数|少数|共同|整体|水域|区域|地区|国家|城市|乡村|民众|群众|市民|游客|专家|团队|企业|建筑|场所)$/u
const ADVERB = /^([\u4e00-\u9fff])\1|^(?:逐[渐漸步]|立[即刻]|突然|忽然|迅速|不断|不斷|始终|始終|一直|终于|終於)/u
/** How something is done, or changes, is a way to put it: 慢慢, 仍留, 提高. */
const MANNER =
  /^(?:提高|降低|上升|下降|增加|减少|增长|上涨|下跌|回升|[仍尚曾便才常总刚正渐逐略稍颇均皆凡漸總剛]|(.)\1)/u
/** What stands there is done: 支个摊, 看得见. */
const DOING = /^.[个個了着著过過得]/u
const COUNTS = /^[一二两三四五六七八九十百千万几数多半零第]/u

/** Bodies and places: what stands right before tells one from another. */
const HEADS =
  /^(?:[\u4e00-\u9fff]{0,6}?(?:公司|集团|[制造机石木水钢药纱棉布油糖纸船料酒]厂|工厂)|水库|大学|学院|中学|小学|医院|银行|书店|出版社|基金会|博物馆|图书馆|研究所|研究院|酒店|剧院|机场|车站|码头|协会|学会|半岛|海峡|运河|平原|盆地|沙漠|灯塔|大桥|水厂|电站|公园|教堂|寺庙|遗址|古镇|遗产)/u

/** Before a name. */
const OPENS_NAME = new RegExp(`${JOINS.source}|[自向跟叫往入经]`, 'u')

/** A stretch of a clause that is nowhere in passage or question. */
interface Strange {
  readonly thing: string
  readonly left: string
  readonly right: string
}

/**
 * Things in a Chinese response that neither passage nor question have, where the passage has another between the same words,
 * before the same kind of body, or behind a title (rule SUPPORT18): 由工程师柳如眉负责 where it says 由工程师卞小玉负责.
 */
export function judgeChineseFrames(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  if (pair.denies || !HAN.test(pair.response.text)) return []
  const bare = ledAlike(bareOf(facts))
  const asked = pair.instruction.text.replaceAll('了', '')
  const response = likeLeading(pair.response.text.replaceAll('了', ''))
  const twos = twosOf(facts, bare)
  const isKnown = (text: string, i: number): boolean =>
    twos[slotOf(twos, twoAt(text, i))] !== 0 || asked.includes(text.slice(i, i + 2))
  return (response.match(CLAUSE) ?? []).slice(0, CLAUSES).flatMap(whole => {
    const clause = whole.slice(0, LENGTH)
    return bare.text.includes(clause)
      ? []
      : strangeIn(clause, isKnown).flatMap((strange): readonly Finding[] => {
          const { thing, left } = strange
          const place = instead(bare, strange, asked + response)
          if (place !== null) {
            const range = { start: bare.at[place.start] ?? 0, end: bare.at[place.end] ?? 0 }
            const passage = facts.text.slice(range.start, range.end)
            return [{ result: 'doubt', reason: 'words-differ', values: { said: thing, passage }, ranges: [range] }]
          }
          return isPerson(thing) && thing.length <= 3 && (TITLE.test(left) || isTitleOf(bare.text, left))
            ? [{ result: 'doubt', reason: 'name-unknown', values: { said: thing } }]
            : []
        })
  })
}

/** 归甲方 is 由甲方, and 运往 is 运到. */
function likeLeading(text: string): string {
  return text
    .replace(/归(?=[\u4e00-\u9fff]{2,8}(?:负责|管|修|承担|所有))/gu, '由')
    .replace(/(?<=[\u4e00-\u9fff])[往至]/gu, '到')
}

const alike = new WeakMap<Bare, Bare>()

function ledAlike(bare: Bare): Bare {
  const before = alike.get(bare)
  if (before !== undefined) return before
  const folded = { ...bare, text: likeLeading(bare.text) }
  alike.set(bare, folded)
  return folded
}

/** Whether the passage has a person right behind the same two characters: 知州沈叔和 for 知州苏明远. */
function isTitleOf(text: string, left: string): boolean {
  const title = left.slice(-2)
  if (title.length < 2 || JOINS.test(title)) return false
  return placesOf(text, title).some(at => isPerson(text.slice(at + 2, at + 5)) && !JOINS.test(text[at + 3] ?? ''))
}

/** Two characters in a row as a number of 32 bits. */
function twoAt(text: string, i: number): number {
  return (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1)
}

const known = new WeakMap<PassageFacts, Int32Array>()

/** All that stand in passage and headings; told once, and only for what is in Chinese. */
function twosOf(facts: PassageFacts, bare: Bare): Int32Array {
  const before = known.get(facts)
  if (before !== undefined) return before
  const texts = [facts.plain, bare.text]
  let size = 16
  while (size < 2 * (facts.plain.length + bare.text.length)) size *= 2
  const twos = new Int32Array(size)
  for (const text of texts)
    for (let i = 0; i + 1 < text.length; i += 1) {
      const two = twoAt(text, i)
      twos[slotOf(twos, two)] = two
    }
  known.set(facts, twos)
  return twos
}

/** Where a table has two characters, or would have them: 0 is an empty slot, which no Han character writes. */
function slotOf(twos: Int32Array, two: number): number {
  const mask = twos.length - 1
  const spread = Math.imul(two, 0x9e3779b1)
  let slot = (spread ^ (spread >>> 15)) & mask
  while (twos[slot] !== 0 && twos[slot] !== two) slot = (slot + 1) & mask
  return slot
}

/** Whether a character may be one of a thing. */
function mayName(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff && !joins(unit)
}

function strangeIn(clause: string, isKnown: (text: string, i: number) => boolean): readonly Strange[] {
  const covered = new Uint8Array(clause.length)
  for (let i = 0; i + 1 < clause.length; i += 1) if (isKnown(clause, i)) covered[i] = covered[i + 1] = 1
  for (const [i, character] of Array.from(clause).entries())
    if (covered[i] === 0 && !mayName(character.charCodeAt(0))) covered[i] = 1
  const found: Strange[] = []
  let start = -1
  for (let i = 0; i <= clause.length && found.length < STRETCHES; i += 1) {
    if (i < clause.length && covered[i] === 0) {
      if (start < 0) start = i
      continue
    }
    const thing = start < 0 ? '' : clause.slice(start, i)
    if (
      thing.length >= 2 &&
      thing.length <= LONGEST &&
      !GENERIC.test(thing) &&
      !ADVERB.test(thing) &&
      !COUNTS.test(thing) &&
      !MANNER.test(thing)
    )
      found.push({ thing, left: clause.slice(0, start), right: clause.slice(i) })
    start = -1
  }
  return found
}

/** 春季 and 春天 share a character that is not the last one, which 草鱼 and 鲢鱼 may; 厂房 and 房屋 share one anywhere. */
function isSynonym(one: string, other: string): boolean {
  return Array.from(one).some((character, i) => {
    const at = other.indexOf(character)
    return at >= 0 && !(i === one.length - 1 && at === other.length - 1)
  })
}

interface Slot {
  readonly start: number
  readonly end: number
}

/** What the passage has in the place of a strange thing. */
function instead({ text }: Bare, { thing, left, right }: Strange, said: string): Slot | null {
  const isOther = ({ start, end }: Slot): boolean => {
    const words = text.slice(start, end)
    return (
      HAN.test(words) &&
      // Numbers are judged by themselves.
      !/\d/u.test(words) &&
      words.length >= 2 &&
      Math.abs(words.length - thing.length) <= ENOUGH &&
      !JOINS.test(words[0] ?? '') &&
      !DOING.test(words) &&
      !isSynonym(words, thing) &&
      pairsOf(words).every(two => !said.includes(two))
    )
  }
  const head = HEADS.exec(right)?.[0]
  if (head !== undefined) {
    const named = placesOf(text, head).map(end => ({ start: nameStart(text, end, left), end }))
    const other = named.find(isOther)
    if (other !== undefined) return other
  }
  // Behind someone's title stands a name, or what they do.
  if (!BEFORE_THING.test(left) && !(TITLE.test(left) && isPerson(thing))) return null
  for (let j = Math.min(SIDE, left.length); j >= 1; j -= 1) {
    const lead = left.slice(-j)
    for (const at of placesOf(text, lead)) {
      const slot = slotBehind(text, at + j, j, right, j === left.length)
      if (slot !== null && isOther(slot)) return slot
    }
  }
  return null
}

/** The stretch of the passage behind a lead of some characters, up to what stands behind the thing, or to the end of the clause. */
function slotBehind(text: string, start: number, lead: number, right: string, isWhole: boolean): Slot | null {
  const last = clauseEnd(text, start)
  for (let k = Math.min(SIDE, right.length); k >= 1; k -= 1) {
    if (lead + k < ENOUGH || JOINS.test(right.slice(0, k).at(-1) ?? '')) continue
    const end = text.indexOf(right.slice(0, k), start + 1)
    if (end >= 0 && end < last && end - start <= BETWEEN) return { start, end }
  }
  const ends = right === '' || /^[是的为在]/u.test(right)
  const told = lead >= ENOUGH || (lead === 2 && isWhole)
  const isShort = last - start <= BETWEEN && !JOINS.test(text.slice(start, last))
  return ends && told && isShort ? { start, end: last } : null
}

/** Where the name before a kind of body starts: at the first character that joins words, or that is none, and behind what both have. */
function nameStart(text: string, end: number, left: string): number {
  let start = end
  while (end - start < LONGEST && HAN.test(text[start - 1] ?? '') && !OPENS_NAME.test(text[start - 1] ?? '')) start -= 1
  // 长溪市 of 长溪市润和制药厂 stands before the said one as well.
  for (let at = end - 2; at > start + 1; at -= 1) if (left.endsWith(text.slice(start, at))) return at
  return start
}
