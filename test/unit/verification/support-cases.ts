import type { Draft } from '#core/synthesis/pair'
import { support } from '#core/verification/support'
import { judgement } from './judged'

/** A passage with pairs that fit it and pairs that do not; written for this project. */
export interface SupportCases {
  readonly language: 'en' | 'zh'
  readonly headings: readonly string[]
  readonly passage: string
  readonly right: readonly Said[]
  /** Kind of fault, then the pair. */
  readonly wrong: readonly (readonly [Fault, ...Said])[]
}

export type Fault = 'number' | 'date' | 'unit' | 'name' | 'quotation' | 'negation' | 'order'

/** Instruction, response, and what differs from an open question. */
export type Said = readonly [instruction: string, response: string, rest?: Partial<Draft>]

/** What the check of support says of a pair about the passage of its cases. */
export function supportOf(
  { language, headings, passage }: SupportCases,
  [instruction, response, rest]: Said,
): ReturnType<typeof judgement> {
  return judgement(
    support,
    { instruction, response, ...rest },
    { passageText: passage, passageLanguage: language, passageHeadings: headings },
  )
}

export const LIGHTHOUSE: SupportCases = {
  language: 'en',
  headings: ['Lights of the north', 'Karholm'],
  passage: `The lighthouse of Karholm was built between 1822 and 1840 by the engineer Anna Lindqvist. It is 46 metres tall and has 220 steps. Its first lamp was lit on 4 March 1841 and could be seen for 20 miles. Three keepers lived on the island with their families; they burned about 30,000 litres of oil a year.

In 1902 the Nordic Light Company replaced the oil lamp with an electric one made in Bergen. The new lamp used 5 percent of the energy, and the staff fell from twenty-three people to two. Erik Dahl, the last keeper, left the tower on 12 June 1967. Today Karholm is visited by roughly 18,500 people a year, most of them from Norway and Denmark. The tower did not lose its light in the storm of 1953.`,
  right: [
    ['How tall is the lighthouse of Karholm?', 'It is 46 metres tall.'],
    ['How tall is the lighthouse of Karholm?', '46 m'],
    ['How many steps does the tower have?', '220.'],
    ['How many steps does the tower have?', 'The tower has two hundred and twenty steps.'],
    ['When was the lamp first lit?', 'The lamp was first lit on March 4, 1841.'],
    ['When was the lamp first lit?', '1841-03-04'],
    ['In which year was the first lamp lit?', 'In 1841.'],
    ['How far away could the first lamp be seen?', 'The light reached as far as twenty miles.'],
    ['How long did it take to build the lighthouse?', 'Building it took 18 years, from 1822 to 1840.'],
    ['In which century was the lighthouse built?', 'It was built in the 19th century.'],
    ['Who built the lighthouse of Karholm?', 'The engineer Anna Lindqvist built it between 1822 and 1840.'],
    ['Who built the lighthouse of Karholm?', 'Anna Lindqvist.'],
    ['Who was the engineer?', 'Lindqvist was the engineer behind the tower.'],
    ['How much oil did the keepers burn?', 'Each year they used around 30 000 litres of oil.'],
    ['How many keepers lived on Karholm?', 'Three keepers shared the island with their families.'],
    ['How many keepers lived on Karholm?', 'There were 3 of them.'],
    ['What changed in 1902?', 'An electric lamp from Bergen took the place of the oil lamp.'],
    ['Which company brought the electric lamp?', 'The Nordic Light Company did so in 1902.'],
    ['How much energy did the new lamp need?', 'It needed only 5 % of the energy of the old one.'],
    ['How much energy did the new lamp need?', 'It needed only five per cent of what the oil lamp used.'],
    ['How did the number of staff change?', 'It dropped from 23 to 2.'],
    ['How many visitors come to Karholm every year?', 'About 18,500 people visit it every year.'],
    ['How many visitors come to Karholm every year?', 'Nearly 19,000 people visit it every year.'],
    ['Where do the visitors come from?', 'Most visitors are Norwegian or Danish.'],
    ['What happened to the light in the storm of 1953?', 'The tower kept its light throughout the storm.'],
    ['When did the last keeper leave?', 'Erik Dahl left the tower on the 12th of June 1967.'],
    ['When did the last keeper leave?', 'In June 1967.'],
    ['Was the tower lit in 1850?', 'Yes. It had been lit since 1841.', { form: 'yes-no' }],
    ['Did the first lamp shine for 35 miles?', 'No. It could be seen for 20 miles.', { form: 'yes-no' }],
    ['Name two reasons why fewer people worked there.', 'The electric lamp needed no oil, and it saved energy.'],
    [
      'Summarize the history of the tower in two sentences.',
      'Karholm was built by Anna Lindqvist and lit in 1841. It became electric in 1902.',
    ],
    ['How many people left the staff?', 'The staff lost 21 people in total: 23 - 2 = 21.'],
    ['Which two countries send most visitors?', 'Norway and Denmark.'],
    ['What was replaced?', 'The oil lamp was replaced by an electric one.'],
  ],
  wrong: [
    ['number', 'How tall is the lighthouse of Karholm?', 'It is 64 metres tall.'],
    ['number', 'How tall is the lighthouse of Karholm?', '48 m'],
    ['number', 'How many steps does the tower have?', '240.'],
    ['number', 'How many steps does the tower have?', 'The tower has two hundred and twelve steps.'],
    ['number', 'How far away could the first lamp be seen?', 'It could be seen for 24 miles.'],
    ['number', 'How many keepers lived on Karholm?', 'Five keepers lived on the island.'],
    ['number', 'How many keepers lived on Karholm?', 'Four.'],
    ['number', 'How much oil did the keepers burn?', 'They burned about 13,000 litres of oil a year.'],
    ['number', 'How much energy did the new lamp need?', 'It used 15 percent of the energy.'],
    ['number', 'How did the number of staff change?', 'It fell from thirty-two people to two.'],
    ['number', 'How many visitors come to Karholm every year?', 'Roughly 15,800 people visit it every year.'],
    ['number', 'Why was it lit in 1843?', 'It was finished by then.'],
    ['number', 'How many steps does the tower have?', 'The tower has 46 steps.'],
    ['date', 'When was the lamp first lit?', 'It was first lit on 14 March 1841.'],
    ['date', 'When was the lamp first lit?', 'It was first lit on 4 May 1841.'],
    ['date', 'When was the lamp first lit?', 'It was first lit on March 4, 1814.'],
    ['date', 'When did the company replace the oil lamp?', 'The Nordic Light Company replaced the oil lamp in 1912.'],
    ['date', 'When did the company replace the oil lamp?', 'The Nordic Light Company replaced the oil lamp in 1841.'],
    ['date', 'When did the last keeper leave?', 'In July 1967.'],
    ['date', 'When was the storm?', 'The storm was in 1963.'],
    ['date', 'In which century was the lighthouse built?', 'In the 18th century.'],
    ['unit', 'How tall is the lighthouse of Karholm?', 'It is 46 feet tall.'],
    ['unit', 'How far away could the first lamp be seen?', 'It could be seen for 20 kilometres.'],
    ['unit', 'How much oil did the keepers burn?', 'They burned about 30,000 gallons of oil a year.'],
    ['unit', 'How much oil did the keepers burn?', 'They burned about 30,000 barrels of oil a year.'],
    ['name', 'Who built the lighthouse of Karholm?', 'The engineer Karin Holmgren built it.'],
    ['name', 'Who built the lighthouse of Karholm?', 'Holmgren.'],
    ['name', 'Who built the lighthouse of Karholm?', 'It was built by Erik Dahl.'],
    ['name', 'Where was the electric lamp made?', 'The electric lamp was made in Oslo.'],
    ['name', 'Which company replaced the lamp?', 'The Baltic Light Company replaced it in 1902.'],
    ['name', 'Who was the last keeper?', 'Anna Lindqvist was the last keeper.'],
    ['name', 'Where do the visitors come from?', 'Most of them come from Sweden.'],
    ['quotation', 'What did people call the tower?', 'People called it “the white lady”.'],
    ['negation', 'What happened in the storm of 1953?', 'The tower did lose its light in the storm of 1953.'],
    [
      'negation',
      'What happened in 1902?',
      'In 1902 the Nordic Light Company never replaced the oil lamp with an electric one made in Bergen.',
    ],
  ],
}

const CHEMISTRY: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'Bronze is an alloy of copper and tin. The smiths of Veldar mixed 88 parts of copper with 12 parts of tin and heated the mixture to 950 °C. Copper melts at 1,085 °C, while tin melts at 232 °C. Zinc was added only after 1750, when Marcus Hale brought it from Cornwall. The guild bought copper from Falun and tin from Saxony. A bell of bronze weighs up to 2.5 tonnes and is cast in half a day. The master inspects the apprentice before the bell is cast.',
  right: [
    ['What is bronze?', 'Bronze is a mixture of two metals, copper and tin.'],
    ['At which temperature does tin melt?', 'Tin melts at 232 degrees.'],
    ['At which temperature does copper melt?', 'At 1085 °C.'],
    ['How heavy can a bell be?', 'It can weigh as much as 2,500 kilograms.'],
    ['How long does casting take?', 'Casting takes about half a day.'],
    ['How long does casting take?', 'Twelve hours.'],
    ['What was the mixture?', 'Of a hundred parts, 88 were copper and twelve were tin.'],
    ['Where did the tin come from?', 'The guild got its tin from Saxony.'],
    ['Who brought zinc?', 'Marcus Hale, from Cornwall, after 1750.'],
    [
      'Is the melting point of copper higher than that of tin?',
      'Yes. Copper melts at 1,085 °C, tin at 232 °C.',
      { form: 'yes-no' },
    ],
    [
      'By how many degrees do the melting points of copper and tin differ?\nLet’s think step by step.',
      '853 °C.',
      { form: 'steps', reasoning: 'Copper melts at 1,085 °C and tin at 232 °C. 1,085 - 232 = 853.' },
    ],
  ],
  wrong: [
    ['number', 'At which temperature does tin melt?', 'Tin melts at 322 °C.'],
    ['number', 'At which temperature does tin melt?', 'Tin melts at 1,085 °C.'],
    ['number', 'What was the mixture?', 'The smiths mixed 80 parts of copper with 12 parts of tin.'],
    [
      'number',
      'What was the mixture?',
      'The smiths of Veldar mixed 12 parts of copper with 88 parts of tin and heated the mixture to 950 °C.',
    ],
    ['number', 'How heavy can a bell be?', 'Up to 3.5 tonnes.'],
    ['unit', 'How heavy can a bell be?', 'A bell weighs up to 2.5 kilograms.'],
    ['unit', 'At which temperature does copper melt?', 'Copper melts at 1,085 °F.'],
    ['name', 'Where did the tin come from?', 'The tin came from Falun.'],
    ['name', 'Where did the copper come from?', 'The guild bought copper from Bohemia.'],
    ['name', 'Who brought zinc?', 'Peter Hale brought it from Cornwall.'],
    ['name', 'What is bronze an alloy of?', 'Bronze is an alloy of copper and zinc.'],
    ['order', 'Who is inspected before casting?', 'The apprentice inspects the master before the bell is cast.'],
    [
      'number',
      'By how many degrees do the melting points differ?\nLet’s think step by step.',
      '835 °C.',
      { form: 'steps', reasoning: 'Copper melts at 1,085 °C and tin at 232 °C. 1,085 - 232 = 835.' },
    ],
  ],
}

const TEA: SupportCases = {
  language: 'zh',
  headings: ['云峰茶厂志'],
  passage:
    '云峰茶厂建于1953年，位于浙江省青岩县，占地三百二十亩。建厂初期只有十五名工人，厂长是陈国安。一九六二年三月，茶厂引进了第一台烘干机，产量从每年两千公斤增加到1.5万公斤。杀青时锅温要达到二百摄氏度左右，持续八分钟。绿茶的含水量应降到百分之五以下。1978年，茶厂与杭州大学合作，培育出“云峰一号”新品种。该品种不适合在低海拔地区种植。如今茶厂有三个车间，年产值约2400万元，产品销往日本和德国。',
  right: [
    ['云峰茶厂建于哪一年？', '1953年。'],
    ['云峰茶厂建于哪一年？', '云峰茶厂是一九五三年建成的。'],
    ['云峰茶厂在什么地方？', '它位于浙江省青岩县。'],
    ['云峰茶厂占地多少？', '占地320亩。'],
    ['建厂初期有多少名工人？', '只有15名工人。'],
    ['建厂初期有多少名工人？', '十五人。'],
    ['建厂初期的厂长是谁？', '陈国安。'],
    ['建厂初期的厂长是谁？', '当时担任厂长的是陈国安。'],
    ['茶厂什么时候引进了第一台烘干机？', '1962年3月。'],
    ['茶厂什么时候引进了第一台烘干机？', '茶厂在1962年引进了第一台烘干机。'],
    ['引进烘干机以后产量有什么变化？', '产量由每年2000公斤提高到15000公斤。'],
    ['引进烘干机以后产量有什么变化？', '从两千公斤提高到了一万五千公斤，增加了13000公斤。'],
    ['杀青时锅温是多少？', '大约200℃。'],
    ['杀青要持续多久？', '要持续8分钟。'],
    ['绿茶的含水量应该是多少？', '应低于5%。'],
    ['绿茶的含水量应该是多少？', '应当降到5％以下。'],
    ['茶厂与哪所大学合作？', '与杭州大学合作。'],
    ['新品种叫什么名字？', '新品种叫“云峰一号”。'],
    ['“云峰一号”适合在哪里种植？', '它只适合种在海拔较高的地方。'],
    ['茶厂的年产值是多少？', '大约2400万元。'],
    ['茶厂的产品销往哪些国家？', '主要销往日本、德国两个国家。'],
    ['现在茶厂有几个车间？', '三个。'],
    ['云峰茶厂建于1960年吗？', '不是。它建于1953年。', { form: 'yes-no' }],
    ['用两句话介绍云峰茶厂。', '云峰茶厂建于1953年，位于浙江省。如今它有三个车间，产品销往国外。'],
    ['从建厂到与杭州大学合作，过了多少年？', '过了25年。'],
    ['茶厂是在哪个世纪建成的？', '20世纪。'],
  ],
  wrong: [
    ['number', '云峰茶厂占地多少？', '占地三百五十亩。'],
    ['number', '云峰茶厂占地多少？', '占地230亩。'],
    ['number', '建厂初期有多少名工人？', '只有五十名工人。'],
    ['number', '建厂初期有多少名工人？', '25人。'],
    ['number', '引进烘干机以后产量有什么变化？', '产量从每年两千公斤增加到2.5万公斤。'],
    ['number', '杀青时锅温是多少？', '锅温要达到三百摄氏度左右。'],
    ['number', '杀青要持续多久？', '要持续十八分钟。'],
    ['number', '绿茶的含水量应该是多少？', '应降到百分之八以下。'],
    ['number', '茶厂的年产值是多少？', '约2400亿元。'],
    ['number', '现在茶厂有几个车间？', '五个。'],
    ['number', '现在茶厂有几个车间？', '如今茶厂有四个车间。'],
    ['date', '云峰茶厂建于哪一年？', '1935年。'],
    ['date', '云峰茶厂建于哪一年？', '云峰茶厂建于1978年。'],
    ['date', '茶厂什么时候引进了第一台烘干机？', '1962年5月。'],
    ['date', '茶厂哪一年与杭州大学合作？', '一九八七年。'],
    ['unit', '云峰茶厂占地多少？', '占地320公顷。'],
    ['unit', '引进烘干机以后产量是多少？', '每年1.5万吨。'],
    ['unit', '杀青要持续多久？', '要持续八小时。'],
    ['name', '云峰茶厂在什么地方？', '它位于江苏省青岩县。'],
    ['name', '云峰茶厂在什么地方？', '它位于浙江省青田县。'],
    ['name', '建厂初期的厂长是谁？', '李国安。'],
    ['name', '建厂初期的厂长是谁？', '厂长是王建民。'],
    ['name', '茶厂与哪所大学合作？', '与南京大学合作。'],
    ['name', '茶厂与哪所大学合作？', '与复旦大学合作。'],
    ['name', '茶厂的产品销往哪些国家？', '销往日本和法国。'],
    ['quotation', '新品种叫什么名字？', '新品种叫“云峰三号”。'],
    ['negation', '该品种适合在哪里种植？', '该品种适合在低海拔地区种植。'],
  ],
}

const RIVER: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '青川大桥全长1260米，宽24米，2003年5月18日通车。大桥由梁文远设计，共有九个桥墩，其中最高的有47.5米。施工历时四年零三个月，耗资3.2亿元，使用了约6万吨钢材。桥上限速80公里/小时，每天有一万两千多辆汽车通过。2011年的洪水没有损坏桥墩。东岸是柳溪镇，西岸是石门镇，柳溪镇的居民主要种植柑橘，石门镇的居民主要从事造船。甲方委托乙方维修大桥。',
  right: [
    ['青川大桥有多长？', '全长1260米。'],
    ['青川大桥有多长？', '它长1.26公里。'],
    ['青川大桥有多长？', '约1300米。'],
    ['青川大桥什么时候通车？', '2003年5月18日。'],
    ['青川大桥什么时候通车？', '它于二〇〇三年五月十八日正式通车。'],
    ['大桥是谁设计的？', '大桥是梁文远设计的。'],
    ['最高的桥墩有多高？', '47.5米。'],
    ['修桥花了多少钱？', '一共花了3.2亿元。'],
    ['修桥花了多少钱？', '三亿两千万元。'],
    ['修桥用了多少钢材？', '用了6万吨左右的钢材。'],
    ['桥上的限速是多少？', '每小时80公里。'],
    ['每天有多少辆汽车过桥？', '每天有超过12000辆汽车过桥。'],
    ['2011年的洪水造成了什么影响？', '桥墩完好无损。'],
    ['柳溪镇的居民靠什么生活？', '他们主要靠种柑橘为生。'],
    ['大桥有几个桥墩？', '9个。'],
    ['大桥连接了哪两个镇？', '它连接了柳溪镇和石门镇两个镇。'],
  ],
  wrong: [
    ['number', '青川大桥有多长？', '全长1620米。'],
    ['number', '青川大桥有多宽？', '宽1260米。'],
    ['number', '大桥有几个桥墩？', '大桥共有七个桥墩。'],
    ['number', '最高的桥墩有多高？', '最高的桥墩有57.5米。'],
    ['number', '修桥花了多少钱？', '耗资2.3亿元。'],
    ['number', '每天有多少辆汽车过桥？', '每天有两万多辆汽车通过。'],
    ['date', '青川大桥什么时候通车？', '2003年8月15日。'],
    ['date', '青川大桥什么时候通车？', '2005年5月18日。'],
    ['date', '哪一年发过洪水？', '2001年。'],
    ['unit', '青川大桥有多长？', '全长1260公里。'],
    ['unit', '修桥用了多少钢材？', '使用了约6万公斤钢材。'],
    ['name', '大桥是谁设计的？', '大桥是林文远设计的。'],
    ['name', '大桥是谁设计的？', '大桥由赵德胜设计。'],
    ['name', '哪个镇的居民主要种植柑橘？', '石门镇的居民主要种植柑橘。'],
    ['negation', '2011年的洪水造成了什么影响？', '2011年的洪水损坏了桥墩。'],
    ['negation', '2011年的洪水损坏桥墩了吗？', '2011年的洪水损坏桥墩。'],
    ['order', '谁负责维修大桥？', '乙方委托甲方维修大桥。'],
  ],
}

export const CASES: readonly SupportCases[] = [LIGHTHOUSE, CHEMISTRY, TEA, RIVER]
