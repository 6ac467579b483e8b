import type { SupportCases } from './support-cases'

/** Figures and days as notices, labels, logs and letters write them; written for this project. */

const SHIP_NOTICE: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '【航線】海門—東嶼　【班次】平日五班，假日七班\n【首航】民國一百一十年三月六日　【調整】民國一百一十三年九月二日\n船長三十八公尺，可載兩百二十人，航程一個鐘頭又十分鐘。成人票一百八十元，六歲以下免費，每位旅客可攜行李兩件。週一停航檢修，遇颱風順延。港務員施老先生守這條航線已經四十一年，他說最久的一次停航長達九晝夜。登船口設於二號碼頭，開船前二十分鐘開始驗票。',
  right: [
    ['假日有幾班船？', '假日有七班。'],
    ['這條航線何時首航？', '民國一百一十年三月六日首航。'],
    ['航程要多久？', '航程七十分鐘。'],
    ['船有多長？', '船長38米。'],
    ['可以載多少人？', '可載220人。'],
    ['哪一天停航？', '星期一停航檢修。'],
    ['每位旅客能帶幾件行李？', '兩件。'],
    ['最久的一次停航有多久？', '長達九天。'],
  ],
  wrong: [
    ['number', '假日有幾班船？', '假日有九班。'],
    ['number', '平日有幾班船？', '平日有八班船。'],
    ['date', '班次是什麼時候調整的？', '調整日期是民國一百一十年三月六日。'],
    ['number', '可以載多少人？', '可載三百二十人。'],
    ['date', '哪一天停航？', '週日停航檢修。'],
    ['number', '每位旅客能帶幾件行李？', '可攜三件。'],
    ['number', '成人票多少錢？', '成人票一百六十元。'],
    ['number', '最久的一次停航有多久？', '長達七晝夜。'],
    ['number', '開船前多久開始驗票？', '開船前三十分鐘。'],
    ['number', '登船口在幾號碼頭？', '設於三號碼頭。'],
  ],
}

const SERVER_LOG: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '值班记录（2026 年 1 月 18 日）\n- 03:12 三号机房断电，备用电源撑了 14 分钟。\n- 03:40 恢复供电，共丢失 6 条订单，已按日志补回 5 条。\n- 自 2026 年 2 月 3 日起，备份改为每 4 小时一次，此前为每 12 小时一次。\n- 磁盘阵列换下 2 块坏盘，余 1 块待 1 月 25 日到货后更换。\n- 合同到期日：2027 年 6 月 30 日。签约日：2024 年 7 月 1 日。',
  right: [
    ['备份频率从什么时候起改变？', '从2026年2月3日起。'],
    ['停电时备用电源撑了多久？', '十四分钟。'],
    ['合同哪天到期？', '2027年6月30日到期。'],
    ['还有几条订单没有补回？', '还有1条。'],
    ['现在多久备份一次？', '每四个小时备份一次。'],
    ['断电到恢复供电隔了多久？', '隔了28分钟。'],
  ],
  wrong: [
    ['date', '备份频率从什么时候起改变？', '从2026年1月18日起，备份改为每4小时一次。'],
    ['date', '合同哪天到期？', '合同到期日是2024年7月1日。'],
    ['date', '合同是什么时候签的？', '签约日为2027年6月30日。'],
    ['number', '换下了几块坏盘？', '换下4块坏盘。'],
    ['date', '最后一块盘什么时候到货？', '2月3日到货。'],
    ['number', '一共丢失了多少条订单？', '一共丢失11条订单。'],
  ],
}

const ORCHARD: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '阿妈的酿梅子：青梅五斤，粗盐一斤二两，冰糖三斤。芒种前摘果，头天晚上泡水，第二天擦干。一层梅子一层糖，码满两坛，每坛压一块石头。头七天每天翻一次坛，第八天起不再动它。过了立秋就能吃，放到冬至味道最好。去年腌得太咸，阿妈说盐放到一斤半是不行的。每坛大约出六碗梅汁，一碗卖四块钱。',
  right: [
    ['青梅要用多少？', '青梅要用2.5公斤。'],
    ['粗盐要放多少？', '粗盐放600克。'],
    ['什么时候摘果？', '芒种之前。'],
    ['两坛梅子一共能出多少碗梅汁？', '12碗', { reasoning: '每坛出6碗，6×2=12。', form: 'steps' }],
    ['一坛梅汁能卖多少钱？', '24元', { reasoning: '6碗，每碗4元，6×4=24。', form: 'steps' }],
    ['什么时候吃味道最好？', '放到冬至味道最好。'],
  ],
  wrong: [
    ['number', '粗盐要放多少？', '粗盐一斤五两。'],
    ['number', '冰糖要放多少？', '一共要四斤冰糖。'],
    ['number', '一坛梅汁能卖多少钱？', '30元', { reasoning: '每坛出6碗，每碗5元，6×5=30。', form: 'steps' }],
    ['number', '两坛一共出多少碗梅汁？', '16碗', { reasoning: '每坛出8碗，8×2=16。', form: 'steps' }],
    ['date', '什么时候摘果？', '小满前摘果。'],
    ['date', '什么时候吃味道最好？', '放到立冬味道最好。'],
    ['number', '一碗梅汁卖多少钱？', '每碗卖五块钱。'],
    ['number', '码满几坛？', '每次要码满四坛。'],
  ],
}

const CHARTER: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'CHARTER OF THE LOWMOOR ALLOTMENTS\nSigned on 2 October 1998; amended with effect from 15 January 2016.\n1. There are 62 plots, each of 250 square metres. The yearly rent is 48 crowns, due by 31 March; whoever pays after 30 April owes 6 crowns more.\n2. Huts may cover 9 square metres and be 2.4 m high. Hedges along paths must not exceed 1.2 m.\n3. Water is turned on from the second Monday in April to the last Friday in October. Hoses may run for 40 minutes a day.\n4. The committee has seven members, of whom three are elected every other year. It meets four times a year; five members are a quorum.',
  right: [
    ['From when on has the amended charter applied?', 'It has applied since 15 January 2016.'],
    ['How high may a hut be?', 'A hut may be 2.4 metres high.'],
    ['What must be paid by somebody who pays after 30 April?', '54 crowns: the rent of 48 and 6 more.'],
    ['How many members make a quorum?', 'Five.'],
    ['When was the charter signed?', 'It was signed on 2 October 1998.'],
    [
      'What area do all plots have together?',
      '15,500 square metres.',
      { reasoning: '62 × 250 = 15,500', form: 'steps' },
    ],
  ],
  wrong: [
    ['date', 'From when on has the amended charter applied?', 'It was amended with effect from 2 October 1998.'],
    ['date', 'When was the charter signed?', 'It was signed on 15 January 2016.'],
    ['date', 'By when is the rent due?', 'The yearly rent is due by 30 April.'],
    ['number', 'How high may hedges along paths be?', 'They must not exceed 2.4 m.'],
    ['number', 'How many members are elected every other year?', 'Five members are elected every other year.'],
    [
      'number',
      'What area do all plots have together?',
      '13,020 square metres.',
      { reasoning: '62 × 210 = 13,020', form: 'steps' },
    ],
    ['number', 'How often does the committee meet?', 'It meets seven times a year.'],
    ['date', 'When is the water turned on?', 'On the last Friday in April.'],
  ],
}

export const REGISTER_FIGURES: readonly SupportCases[] = [SHIP_NOTICE, SERVER_LOG, ORCHARD, CHARTER]
