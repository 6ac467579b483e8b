import type { PassageFacts } from '#core/verification/support/passage-facts'

/** One character that stands for a province or a city before what is of it: 浙人, 粤菜. */
const SHORT: ReadonlyMap<string, string> = new Map(
  '浙江浙 江苏苏蘇 安徽皖 福建闽閩 广东粤粵 湖南湘 湖北鄂 江西赣贛 山东鲁魯 山西晋晉 河北冀 河南豫 四川川蜀 贵州黔 云南滇 陕西陕秦陝 甘肃甘陇隴 广西桂 上海沪滬 重庆渝 北京京 台湾台臺 海南琼瓊 辽宁辽遼'
    .split(' ')
    .map(row => [row.slice(0, 2), row.slice(2)]),
)
const OF_IT = '[人籍省商菜剧劇语語东東西南北中]'

/** Whether passage or headings have a name, also as 宋代 for 宋朝, 明万历年间 for 明朝, 浙人 for 浙江. */
export function holdsChinese({ plain }: PassageFacts, name: string): boolean {
  if (plain.includes(name)) return true
  const short = name.length <= 3 ? SHORT.get(name.slice(0, 2)) : undefined
  if (short !== undefined) return new RegExp(`[${short}]${OF_IT}`, 'u').test(plain)
  const reign = /^.[朝代]$/u.test(name) ? name.slice(0, -1) : null
  return (
    reign !== null &&
    new RegExp(
      `${reign}(?:[朝代]|[\\u4e00-\\u9fff]{2}(?:[元一二三四五六七八九十]{1,3}年|年间|年間|[间間时時初末中帝]))`,
      'u',
    ).test(plain)
  )
}
