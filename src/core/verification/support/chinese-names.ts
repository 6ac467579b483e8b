import type { Range } from '#core/synthesis/pair'

/** Lands, provinces, large cities and reigns: names that are known to be names wherever they stand. */
const KNOWN = new RegExp(
  `(?:河北|河南|江西|山西|山东|湖北|湖南|海南)(?![岸侧面边麓坡端段部方])|日本|英国|法国|德国|美国|俄国|俄罗斯|苏联|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|丹麦|芬兰|波兰|奥地利|匈牙利|希腊|土耳其|埃及|印度尼西亚|印度|巴基斯坦|孟加拉|斯里兰卡|泰国|越南|缅甸|老挝|柬埔寨|马来西亚|新加坡|菲律宾|韩国|朝鲜|蒙古|伊朗|伊拉克|以色列|沙特|加拿大|墨西哥|巴西|阿根廷|智利|秘鲁|古巴|澳大利亚|新西兰|南非|肯尼亚|尼日利亚|埃塞俄比亚|乌克兰|冰岛|爱尔兰|苏格兰|威尔士|波斯|罗马|欧洲|非洲|美洲|亚洲|大洋洲|南极洲|北极|太平洋|大西洋|印度洋|北冰洋|地中海|黑海|波罗的海|加勒比|
北京|上海|天津|重庆|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|广东|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|广州|深圳|南京|杭州|苏州|成都|武汉|西安|长沙|沈阳|大连|青岛|济南|郑州|福州|厦门|昆明|贵阳|南昌|合肥|太原|石家庄|哈尔滨|长春|兰州|乌鲁木齐|拉萨|南宁|海口|宁波|无锡|扬州|洛阳|开封|敦煌|景德镇|泉州|温州|绍兴|长安|
伦敦|巴黎|柏林|莫斯科|纽约|华盛顿|东京|大阪|京都|首尔|曼谷|悉尼|维也纳|威尼斯|佛罗伦萨|米兰|马德里|里斯本|阿姆斯特丹|布鲁塞尔|开罗|孟买|新德里|芝加哥|旧金山|洛杉矶|波士顿|
夏朝|商朝|周朝|秦朝|汉朝|隋朝|唐朝|宋朝|元朝|明朝|清朝|[夏商周秦汉隋唐宋元明清]代(?![表理替劳码办销购言价号数谢步课])|西周|东周|西汉|东汉|三国|西晋|东晋|南北朝|北宋|南宋|明清|民国|战国|
长江|黄河|珠江|淮河|湘江|汉江|松花江|雅鲁藏布江|澜沧江|泰山|华山|黄山|峨眉山|昆仑山|天山|秦岭|祁连山|太行山|喜马拉雅|洞庭湖|鄱阳湖|太湖|西湖|青海湖|
牛顿|爱因斯坦|达尔文|伽利略|哥白尼|居里|爱迪生|特斯拉|瓦特|法拉第|孔子|孟子|老子|庄子|李白|杜甫|苏轼|司马迁|张衡|祖冲之|蔡伦|毕昇|沈括|郭守敬|李时珍|徐光启|郑和|秦始皇|汉武帝|唐太宗|康熙|乾隆|孙中山|鲁迅|
水星|金星|火星|木星|土星|天王星|海王星`.replaceAll('\n', ''),
  'gu',
)

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤毕祖诸葛欧阳司马祁聂阮柳卞施齐康伍穆萧臧庞纪舒屈项祝蓝席娄童颜梅盛骆樊凌霍虞柯管裘缪解宗宣郁单洪左邢裴荣翁甄曲封储靳焦谷班仇栾甘符景詹卓屠蒙池乔翟申桑桂牛边燕冀尚温庄晏柴瞿阎习艾易耿匡文辛简饶沙关荆游傅涂佟覃褚蒲邬岑冉佘闫仝逄敖荀扈茅狄竺冼晁郗宓蔺滕鲍阚訾糜庾' +
  '張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸賈韋鄒龍賀顧龔萬錢嚴諸歐陽齊龐紀項藍駱單榮喬習簡饒關'
const TITLED = new RegExp(
  `([${SURNAMES}](?![了过的着])[\\u4e00-\\u9fff]{1,2}?)(?:先生|女士|教授|博士|院士|老师|医生|工程师|校长|市长|县长|将军|船长|馆长|主任|经理|师傅|同志)`,
  'gu',
)

/** What the kinds of places and bodies are called; the character before it tells one from another. */
const KINDS =
  /(?:大学|书店|出版社|博物馆|图书馆|研究所|研究院|中学|小学|酒店|剧院|机场|铁路|公路|公司|学院|医院|银行|集团|协会|半岛|海峡|运河|高原|平原|盆地|沙漠|[省市县区镇村州]|窑(?![工炉内里温变火])|[国港江河湖山岛寺桥朝族湾洲](?=[^\u4e00-\u9fff]|$|[的和与在是位由有及]))/gu

/** Before these a kind is no name: 城市, 全国, 大山, 该县. */
const NO_NAME =
  /[个個了给往进入回由从到向被把将使让对于以及其城都超夜股上门全各外帝王祖本该此这那一二三两几数多每某的地在是和与新老旧大小高深远近古山海江内国家乡农渔沿民种贵社景校园辖灾郊林矿牧为实后来]/u

/** Persons and things that a question asks for by "who" or "which". */
export const ASKS_WHO = /[谁誰]|哪(?!年|天|月|些|一[年天月])|何[处處人]|什[么麼](?:人|地方|名字)|叫什[么麼]/u

/** Persons, bodies and places that have a name. */
export const ASKS_PERSON =
  /[谁誰]|哪(?:一)?(?:位|名|家|座|所|部|[条條]|[种種]|国|省|市|位|支|艘|款)|哪个(?:人|国家|城市|地方|省|朝代|公司|部门)|哪[两兩三几幾些]?个?人|什么人|何人|什么名字|叫什么/u

/** Whether characters are built as the name of a person: a surname and one or two more. */
export function isPerson(text: string): boolean {
  return text.length >= 2 && text.length <= 4 && SURNAMES.includes(text[0] ?? ' ')
}

/** A Chinese name found by what it is or how it is built. */
export interface ChineseName extends Range {
  readonly text: string
}

const HAN = /[\u4e00-\u9fff]/u

/** Known names and persons with a title, in order (SUPPORT7). */
export function chineseNamesOf(text: string): ChineseName[] {
  if (!HAN.test(text)) return []
  const found: ChineseName[] = []
  for (const match of text.matchAll(KNOWN)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(TITLED)) {
    const name = match[1] ?? ''
    found.push({ text: name, start: match.index, end: match.index + name.length })
  }
  return found
}

/** Kinds of places and bodies with the character before them: 东省, 华大学. Two characters or more that have to agree. */
export function kindsOf(
  text: string,
): { readonly kind: string; readonly text: string; readonly start: number; readonly end: number }[] {
  if (!HAN.test(text)) return []
  const found: { kind: string; text: string; start: number; end: number }[] = []
  for (const match of text.matchAll(KINDS)) {
    const before = text[match.index - 1] ?? ''
    const inName = /^[省市县区镇村州]$/u.test(match[0]) && /[山江海]/u.test(before)
    if (!/[\u4e00-\u9fff]/u.test(before) || (NO_NAME.test(before) && !inName)) continue
    found.push({ kind: match[0], text: before + match[0], start: match.index - 1, end: match.index + match[0].length })
  }
  return found
}

const LITTLE = /[归從从的了是在由被把为和与或之其他她它们这那个就都也而及以于所位名更最较很]/u

/** 诊所, 场所, 研究所: here it names a place. */
const PLACES = /[诊场厕住究务易哨托]/u

/** Words that answer with a thing and are none. */
const OF_SPEECH =
  /^(?:据说|据传|相传|传说|起点|终点|地点|地址|答案|名字|名称|全名|作者|主人|时任|现任|应该|可能|当然|主要|全部|一般|通常|大多|其实|剩下|其余|百分|[一二三四五六七八九十百千万亿两半]+)$/u

/** What the answer to "who" adds to the words of the question: runs of two to four characters. */
export function addedTo(question: string, answer: string): ChineseName[] {
  return addedRuns(question, answer).filter(
    ({ text, start }) =>
      text.length >= 2 &&
      text.length <= 4 &&
      !/^[此那]/u.test(text) &&
      !/[这那该此每各]/u.test(answer[start - 1] ?? '') &&
      // 5 号楼
      !(/^[号號层層栋棟]/u.test(text) && /\d\s?$/u.test(answer.slice(0, start))) &&
      !OF_SPEECH.test(text),
  )
}

/** Runs of characters that a text adds to the words of a question, words of speech left out. */
export function addedRuns(question: string, answer: string): ChineseName[] {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < question.length; i += 1) pairs.add(question.slice(i, i + 2))
  const found: ChineseName[] = []
  let start = -1
  const close = (end: number): void => {
    if (start >= 0) found.push({ text: answer.slice(start, end), start, end })
    start = -1
  }
  for (let i = 0; i < answer.length; i += 1) {
    const character = answer[i] ?? ''
    const asked = pairs.has(answer.slice(i, i + 2)) || pairs.has(answer.slice(i - 1, i + 1))
    const isLittle =
      LITTLE.test(character) &&
      !(character === '所' && PLACES.test(answer[i - 1] ?? '')) &&
      !(character === '被' && answer[i + 1] === '告')
    if (!/[\u4e00-\u9fff]/u.test(character) || isLittle || asked) close(i)
    else if (start < 0) start = i
  }
  close(answer.length)
  return found
}

/** Where the first clause ends that says more than the question does: those behind it tell more of what was answered. */
export function answersUpTo(question: string, answer: string): number {
  for (const { 0: clause, index } of answer.matchAll(/[^，,；;。！？!?\n]+/gu))
    if (/[A-Za-z]/u.test(clause) || addedRuns(question, clause).some(({ text }) => text.length > 1))
      return index + clause.length
  return answer.length
}
