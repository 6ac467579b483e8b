import type { SupportCases } from './support-cases'

/** Tables and lists whose numbers have their measure from what stands above, at the head of a column or in front; written for this project. */

const ACCOUNTS: SupportCases = {
  language: 'en',
  headings: [],
  passage: `Ferrow Mills plc, annual report 2023

Orders from bakeries recovered in spring, and the mill in Aldham ran at night again.

Key figures (in £ million)

 | 2023 | 2022
Sales | 61.4 | 57.9
of which flour | 42.0 | 40.3
Operating profit | 4.8 | 5.6
Price paid to growers (pence per kilogram) | 24.1 | 26.5
Employees | 388 | 402

Table 2. Freight in thousands of tonnes
Route        By rail   By road
Aldham       120       45
Corvel       86        61

For 2024 we expect sales of £63 to 65 million. The loan of £9 million falls due in May 2026.`,
  right: [
    ['How much did the company sell in 2023?', 'Sales came to £61.4 million in 2023.'],
    ['How much was earned with flour in 2022?', 'Flour brought in £40.3 million in 2022.'],
    ['What operating profit was made in 2022?', 'It was 5.6 million pounds.'],
    [
      'By how much did sales grow compared with 2022?',
      'They grew by £3.5 million, from £57.9 million to £61.4 million.',
    ],
    ['What did growers get for a kilogram in 2023?', 'They were paid 24.1 pence per kilogram in 2023.'],
    ['How many employees were there in 2022?', '402'],
    ['How much freight went from Aldham by rail?', 'By rail 120,000 tonnes went from Aldham.'],
    [
      'How did profit and sales develop compared with 2022?',
      'Sales rose to £61.4 million, but profit fell to £4.8 million.',
    ],
  ],
  wrong: [
    ['number', 'How large was the operating profit in 2023?', 'The operating profit amounted to £5.6 million.'],
    ['number', 'How many employees did it have in 2023?', 'In 2023 it had 402 employees.'],
    ['number', 'How large were sales in 2022?', 'In 2022 sales came to £61.4 million.'],
    ['number', 'How much was earned with flour in 2023?', 'Flour brought in £44.0 million.'],
    ['unit', 'What operating profit was made in 2022?', 'It was 5.6 billion pounds.'],
    ['unit', 'How much freight went from Corvel by road?', '61 kilometres.'],
  ],
}

const YIELDS: SupportCases = {
  language: 'zh',
  headings: [],
  passage: `云湾农场2022年报告
单位：万元

项目\u3000\u3000\u3000\u3000\u30002022年\u3000\u30002021年
营业收入\u3000\u3000\u30008,640\u3000\u3000\u30007,920
其中：茶叶\u3000\u30005,310\u3000\u3000\u30004,880
净利润\u3000\u3000\u3000\u30001,205\u3000\u3000\u30001,360

几种茶的发酵温度（℃）：绿茶80；乌龙茶95；红茶100。
冷库22:00至次日6:00关灯。接待时间为9:00至17:30。农场每日21时锁门。四月
10日起揭膜，先揭两头。

人员分三类：茶农、技师和司机。工钱按担算，一担三分，每人每天一块二，班长拿月薪，二十六块。`,
  right: [
    ['2022年营业收入是多少？', '2022年营业收入为8640万元。'],
    ['茶叶2021年收入多少？', '茶叶在2021年收入4880万元。'],
    ['2022年的净利润比2021年少多少？', '少155万元，从1360万元降到1205万元。'],
    ['乌龙茶的发酵温度是多少？', '是95摄氏度。'],
    ['冷库什么时候关灯？', '从晚上十点到第二天早上六点。'],
    ['农场晚上几点锁门？', '晚上九点锁门。'],
    ['什么时候开始揭膜？', '从四月十日开始。'],
    ['每人每天拿多少？', '每人每天1.2元。'],
    ['班长每月拿多少？', '班长每月拿26元。'],
  ],
  wrong: [
    ['number', '2022年的净利润是多少？', '2022年净利润为1360万元。'],
    ['date', '冷库什么时候关灯？', '从9:00一直关到第二天6:00。'],
    ['date', '农场晚上几点锁门？', '晚上八点锁门。'],
    ['number', '茶叶2022年收入多少？', '茶叶收入5130万元。'],
  ],
}

const SHREWS: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'From October to February the skull of the shrew becomes about 15 per cent smaller, and it grows again in spring. Females bear young in May and in August. The observatory was open from 1868 to 1904; the tower was pulled down in 1931. In the sandbox every fifth call fails on purpose, and you get 10 free minutes to try again. On the raised banks two nests out of three survived. Insurance goes up from £410 to £465 in April. The night train leaves Ardmoor at 21:40 and reaches Sollen at 7:15. The medal was given in 1920, but the society let her in only in 1931. In the year 1497 the toll-keeper counted 19,300 barrels going north and 6,100 going south. The death rate of the disease is around 1.5%. Of the nurses 71 % wished to keep the rule. Opening hours: 1 April – 15 June daily from 9:30. The contract names Bellhouse Joinery Ltd (the "Tenant"); the Tenant may extend it once.',
  right: [
    ['From when to when is the skull smaller?', 'It is smaller between October and February.'],
    ['When was the observatory open?', 'It was open from 1868 until 1904.'],
    ['How often do calls fail in the sandbox?', 'One call in five fails there on purpose.'],
    ['How much time do you get to try again?', 'You get ten minutes for another try.'],
    ['What share of the nests survived on the raised banks?', 'Two thirds of them survived.'],
    ['What will change for insurance in April?', 'It rises by £55 to £465.'],
    ['How long does the night train take?', 'It is under way for nine hours and thirty-five minutes.'],
    [
      'How did the society treat her?',
      'It gave her its medal in 1920. Yet eleven more years went by before it let her in.',
    ],
    ['Did more barrels go south than north in 1497?', 'No, only 6,100 barrels went south, while 19,300 went north.'],
    ['How deadly is the disease?', 'The death rate is around 1.5%, that is, about 15 in a thousand.'],
    ['How many of the nurses wished to keep the rule?', 'Almost three quarters of them wished to keep it.'],
    ['When does it open in May?', 'In May it opens at half past nine every day.'],
    ['What may Bellhouse Joinery do?', 'Bellhouse Joinery may extend the contract once.'],
  ],
  wrong: [
    ['date', 'From when to when is the skull smaller?', 'It is smaller between October and May.'],
    ['date', 'When was the observatory open?', 'It was open from 1868 to 1931.'],
    ['number', 'How often do calls fail in the sandbox?', 'One call in six fails there on purpose.'],
    ['number', 'How much time do you get to try again?', 'You get fifteen minutes for another try.'],
    ['number', 'What share of the nests survived on the raised banks?', 'Three quarters of them survived.'],
    ['number', 'How deadly is the disease?', 'The death rate is around 1.5%, that is, about 25 in a thousand.'],
  ],
}

const SAFETY: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '整块猪肉按旧表加热到71°C，按2011年的标准加热到63°C，再静置3分钟。一份蒜蓉虾用海虾8只、蒜蓉酱50克。心血管死亡率最低时每天喝2.5杯咖啡（RR=0.83）。16686名成年人中有648人定期服用氨糖。亚麻籽油含57%的Omega 3，大豆油含8%。新冠死亡率（美国）在1.5%左右。约35%的原奶来自乌拉牧场。人从20岁到60岁新陈代谢不变。在46个收入最高的国家中结论相同，全部国家为181个。',
  right: [
    ['新标准比旧表低多少？', '旧表是71°C，新标准是63°C，低了8度。'],
    ['做两份蒜蓉虾要多少海虾和蒜蓉酱？', '一份用8只虾、50克酱，两份就要16只海虾和100克蒜蓉酱。'],
    ['死亡率最低时喝多少咖啡，风险是多少？', '每天两杯半，相对风险是0.83，也就是低了17%。'],
    ['服用氨糖的人占多少？', '16686人中有648人服用，不到4%。'],
    ['亚麻籽油的含量大约是大豆油的几倍？', '亚麻籽油有57%，大豆油只有8%，前者约是后者的七倍。'],
    ['美国每1000名感染者大约有多少人死亡？', '死亡率在1.5%左右，每千人约有15人死亡。'],
    ['多少原奶来自乌拉牧场？', '约三成五来自那里。'],
    ['新陈代谢有多少年不变？', '在这四十年里都不变。'],
    ['只看收入最高的46个国家，结论一样吗？', '一样，结论相同。'],
    ['这个办法好吗？', '比原来略好一点。'],
  ],
  wrong: [
    ['number', '新标准比旧表低多少？', '旧表是71°C，新标准是63°C，低了9度。'],
    ['number', '做两份蒜蓉虾要多少海虾？', '一份用8只虾，两份就要18只海虾。'],
    ['number', '服用氨糖的人占多少？', '16686人中有648人服用，不到9%。'],
    ['number', '多少原奶来自乌拉牧场？', '约五成三来自那里。'],
  ],
}

/** Round figures that count or measure, and are no base of a rate. */
const CUPS: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'The machine has to be descaled every 200 cups, which takes 20 minutes. The firm sells it in 110 countries and has 5,400 employees. Of its 1,200 seats the hall had sold 600 by noon. A ride costs 2 crowns for each 3 kilometres. About 4 % of all machines are sent back in their first year. Eleven firms took part in the fair, and these 11 firms came from 8 towns.',
  right: [
    ['How often does it have to be descaled?', 'Every 200 cups, and that takes 20 minutes.'],
    ['How many machines are sent back?', 'Around 4 % of them, that is, about 40 in a thousand.'],
  ],
  wrong: [
    ['number', 'How often does it have to be descaled?', 'Every 100 cups, and that takes 20 minutes.'],
    ['number', 'Where is it sold?', 'It is sold in 100 countries by a firm with 5,400 employees.'],
    ['number', 'How many seats were sold by noon?', '600 of 1,000 seats were sold.'],
    ['number', 'What does a ride cost?', 'It costs 2 crowns for each 1 kilometre.'],
    ['number', 'How many machines are sent back?', 'Around 4 % of them, that is, about 60 in a thousand.'],
  ],
}

export const TABLES: readonly SupportCases[] = [ACCOUNTS, YIELDS, SHREWS, SAFETY, CUPS]
