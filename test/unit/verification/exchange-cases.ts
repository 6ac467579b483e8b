import type { SupportCases } from './support-cases'

/** Pairs about who did what to whom, what is more than what, and which of two things is how; written before any rule was run on them. */
const ORCHARD: SupportCases = {
  language: 'en',
  headings: ['The Penhale orchard'],
  passage: `The Penhale orchard has two barns. The stone barn stores apples in winter; the wooden barn shelters the sheep in spring. Cider is pressed from the red apples, and vinegar is made from the green ones. The pear trees were planted by Rosa Penhale, while the plum trees were planted by her cousin Tom Dray. In 1952 the founder, Edgar Penhale, sold the lower meadow to Miriam Holt, who later gave him a mare in return. The north field is larger than the south field, but the south field yields more hay. Ladders must be kept dry and baskets must be kept damp.

Whoever picks before noon receives 12 pounds a day; whoever picks after noon receives 9 pounds. In the harvest race Ivy Marsh came in 20 seconds ahead of Nora Field. Edgar Penhale was succeeded by his niece Rosa. The blacksmith taught Tom Dray to shoe horses. Bees visit the plum trees before the pear trees. In 2019 the orchard sold 300 crates, more than the Dunmow orchard but fewer than the Astley orchard.`,
  right: [
    [
      'What are the barns used for?',
      'The stone barn stores apples in winter, while the wooden barn shelters sheep in spring.',
    ],
    [
      'What are the barns used for?',
      'In spring the wooden barn shelters the sheep, and in winter the stone barn stores apples.',
    ],
    ['What are the apples used for?', 'The red ones are pressed for cider, and the green ones are made into vinegar.'],
    ['Who planted the trees?', 'Tom Dray planted the plum trees and Rosa Penhale the pear trees.'],
    ['Who sold the lower meadow?', 'Edgar Penhale sold the lower meadow to Miriam Holt.'],
    ['Who bought the lower meadow?', 'Miriam Holt bought the lower meadow from Edgar Penhale.'],
    ['Who gave whom a mare?', 'Miriam Holt gave Edgar Penhale a mare.'],
    ['Which field is larger?', 'The north field is larger than the south field.'],
    ['Which field is smaller?', 'The south field is smaller than the north field.'],
    ['How should ladders and baskets be kept?', 'Baskets must be kept damp and ladders dry.'],
    ['What do pickers receive?', 'Those who pick after noon receive 9 pounds, those who pick before noon 12 pounds.'],
    ['Who won the race?', 'Ivy Marsh won, 20 seconds ahead of Nora Field.'],
    ['Who came in second?', 'Nora Field came in 20 seconds behind Ivy Marsh.'],
    ['Who succeeded Edgar Penhale?', 'Rosa, the niece of Edgar Penhale, succeeded him.'],
    ['Who taught Tom Dray?', 'Tom Dray was taught by the blacksmith.'],
    ['Which trees do the bees visit first?', 'The bees visit the plum trees before the pear trees.'],
    [
      'How did sales compare in 2019?',
      'The orchard sold fewer crates than the Astley orchard but more than the Dunmow orchard.',
    ],
    ['Which trees do the bees visit last?', 'They visit the pear trees after the plum trees.'],
  ],
  wrong: [
    [
      'order',
      'What are the barns used for?',
      'The wooden barn stores apples in winter, while the stone barn shelters the sheep in spring.',
    ],
    [
      'order',
      'What are the apples used for?',
      'Cider is pressed from the green apples, and vinegar is made from the red ones.',
    ],
    ['order', 'Who planted the trees?', 'Tom Dray planted the pear trees and Rosa Penhale the plum trees.'],
    ['order', 'Who sold the lower meadow?', 'Miriam Holt sold the lower meadow to Edgar Penhale.'],
    ['order', 'Who gave whom a mare?', 'Edgar Penhale gave a mare to Miriam Holt.'],
    ['order', 'Which field is larger?', 'The south field is larger than the north field.'],
    ['order', 'How should ladders and baskets be kept?', 'Ladders must be kept damp and baskets dry.'],
    [
      'order',
      'What do pickers receive?',
      'Whoever picks after noon receives 12 pounds, and whoever picks before noon 9 pounds.',
    ],
    ['order', 'Who won the race?', 'Nora Field came in 20 seconds ahead of Ivy Marsh.'],
    ['order', 'How were Rosa and Edgar related?', 'Edgar was the niece of Rosa.'],
    ['order', 'Who taught whom?', 'Tom Dray taught the blacksmith to shoe horses.'],
    ['order', 'Which trees do bees visit first?', 'Bees visit the pear trees before the plum trees.'],
    [
      'order',
      'How did sales compare in 2019?',
      'The orchard sold more crates than the Astley orchard but fewer than the Dunmow orchard.',
    ],
  ],
}

const TRAMS: SupportCases = {
  language: 'en',
  headings: ['Trams of Lowick'],
  passage: `Line 3 is 14 kilometres long and line 5 is 9 kilometres long. Old trams have wooden seats and new trams have plastic seats. Drivers start at the depot in Mill Road; conductors start at the station. The chief engineer, Petra Vance, handed the keys to the mayor, Lionel Croft, on 2 May. The mayor then thanked the crew. Since 2015 the blue tickets have been valid for one hour and the yellow tickets for one day. The tram takes 18 minutes from Lowick to Barrow, 7 less than the bus. Petra Vance was the pupil of Ada Lorne. The first stop is served by line 3, the last stop by line 5. The company employs 40 drivers and pays 22 conductors. Wood is heavier than plastic, but plastic is cheaper.`,
  right: [
    ['Which line is longer?', 'Line 3 is longer than line 5.'],
    ['Which line is shorter?', 'Line 5 is shorter than line 3.'],
    ['How do the trams differ?', 'New trams have plastic seats, whereas old trams have wooden ones.'],
    ['Where do drivers and conductors start?', 'Conductors start at the station and drivers at the depot.'],
    ['Who handed over the keys?', 'Petra Vance handed the keys to Lionel Croft.'],
    ['Who received the keys?', 'Lionel Croft received the keys from Petra Vance.'],
    ['How long are tickets valid?', 'The yellow tickets are valid for one day, and the blue tickets for one hour.'],
    ['How does the tram compare with the bus?', 'The tram takes 7 minutes less than the bus.'],
    ['How does the bus compare with the tram?', 'The bus takes 7 minutes more than the tram.'],
    ['Who was the teacher of Petra Vance?', 'Ada Lorne was the teacher of Petra Vance.'],
    ['Whose pupil was Petra Vance?', 'Petra Vance was a pupil of Ada Lorne.'],
    ['Which lines serve the stops?', 'Line 5 serves the last stop and line 3 the first stop.'],
    ['Is plastic cheaper than wood?', 'Plastic is cheaper than wood, but it is lighter.'],
  ],
  wrong: [
    ['order', 'Which line is longer?', 'Line 5 is longer than line 3.'],
    ['order', 'How do the trams differ?', 'Old trams have plastic seats, whereas new trams have wooden seats.'],
    [
      'order',
      'Where do drivers and conductors start?',
      'Drivers start at the station, and conductors start at the depot in Mill Road.',
    ],
    ['order', 'What happened to the keys?', 'The mayor, Lionel Croft, handed the keys to Petra Vance.'],
    [
      'order',
      'How long are tickets valid?',
      'The blue tickets are valid for one day and the yellow tickets for one hour.',
    ],
    ['order', 'How does the tram compare with the bus?', 'The tram takes 7 minutes more than the bus.'],
    ['order', 'Whose pupil was whom?', 'Ada Lorne was the pupil of Petra Vance.'],
    ['order', 'Which lines serve the stops?', 'Line 3 serves the last stop and line 5 the first stop.'],
    ['order', 'Which is heavier?', 'Plastic is heavier than wood.'],
  ],
}

const POTTERY: SupportCases = {
  language: 'zh',
  headings: ['云岭陶坊'],
  passage:
    '云岭陶坊有两座窑，南窑烧碗，北窑烧缸。白釉用长石调成，黑釉用草木灰调成。掌柜赵德厚把祖传的秘方交给徒弟孙小满，孙小满后来回赠他一方砚台。' +
    '南窑长十二米，北窑长二十米。粗坯要先晾干，细坯要先修边。陶坊由女婿方世安接管，方世安又请来师傅葛明教大家拉坯。' +
    '碗卖给镇上的饭馆，缸卖给城里的酒厂。学徒每天干八小时，月薪三百元；师傅每天干六小时，月薪九百元。去年产量比青石陶坊多，比龙口陶坊少。春天修窑，冬天挖土。',
  right: [
    ['两座窑各烧什么？', '北窑烧缸，南窑烧碗。'],
    ['两种釉用什么调成？', '黑釉用草木灰，白釉用长石。'],
    ['谁把秘方交给了谁？', '赵德厚把秘方交给了孙小满。'],
    ['孙小满回赠了什么？', '孙小满回赠赵德厚一方砚台。'],
    ['哪座窑更长？', '北窑比南窑长。'],
    ['哪座窑更短？', '南窑比北窑短。'],
    ['粗坯和细坯怎么处理？', '细坯先修边，粗坯先晾干。'],
    ['方世安是谁？', '方世安是接管陶坊的女婿。'],
    ['谁请来了葛明？', '方世安请来了师傅葛明。'],
    ['碗和缸卖给谁？', '缸卖给酒厂，碗卖给饭馆。'],
    ['学徒和师傅的待遇如何？', '师傅每天六小时，月薪九百元；学徒每天八小时，月薪三百元。'],
    ['去年产量如何？', '比龙口陶坊少，比青石陶坊多。'],
    ['冬天和春天做什么？', '冬天挖土，春天修窑。'],
  ],
  wrong: [
    ['order', '两座窑各烧什么？', '南窑烧缸，北窑烧碗。'],
    ['order', '两种釉用什么调成？', '白釉用草木灰调成，黑釉用长石调成。'],
    ['order', '谁把秘方交给了谁？', '孙小满把秘方交给了赵德厚。'],
    ['order', '哪座窑更长？', '南窑比北窑长。'],
    ['order', '粗坯和细坯怎么处理？', '粗坯要先修边，细坯要先晾干。'],
    ['order', '碗和缸卖给谁？', '碗卖给城里的酒厂，缸卖给镇上的饭馆。'],
    ['order', '谁请来了谁？', '葛明请来了方世安。'],
    ['order', '学徒和师傅的待遇如何？', '学徒每天干六小时，月薪九百元；师傅每天干八小时，月薪三百元。'],
    ['order', '去年产量如何？', '比青石陶坊少，比龙口陶坊多。'],
    ['order', '冬天和春天做什么？', '春天挖土，冬天修窑。'],
  ],
}

const CARAVAN: SupportCases = {
  language: 'zh',
  headings: ['驼铃古道'],
  passage:
    '驼铃古道连接沙泉和白驿两镇。向导马成林送给商人苏文斌一张地图，苏文斌教会他记账。东线经过盐湖，西线穿过峡谷。' +
    '骆驼驮盐，驴子驮茶。沙泉镇有居民3200人，白驿镇有居民1900人。老井水甜，新井水咸。账房先生的女儿柳月嫁给了镖师罗铁山。' +
    '商队白天休息，夜里赶路。马成林的徒弟何小川1931年接替他当向导。盐按斤出售，茶按饼出售。守备队驻在城楼，驿卒住在马棚。',
  right: [
    ['谁送给谁地图？', '马成林送给苏文斌一张地图。'],
    ['苏文斌教了马成林什么？', '苏文斌教会马成林记账。'],
    ['两条线路有什么不同？', '西线穿过峡谷，东线经过盐湖。'],
    ['牲口各驮什么？', '驴子驮茶，骆驼驮盐。'],
    ['哪个镇的居民多？', '沙泉镇的居民比白驿镇多。'],
    ['哪个镇的居民少？', '白驿镇的居民比沙泉镇少。'],
    ['两口井的水怎样？', '新井水咸，老井水甜。'],
    ['柳月嫁给了谁？', '柳月嫁给了罗铁山。'],
    ['商队什么时候赶路？', '夜里赶路，白天休息。'],
    ['何小川是谁？', '何小川是马成林的徒弟。'],
    ['盐和茶怎样出售？', '茶按饼出售，盐按斤出售。'],
    ['守备队和驿卒住在哪里？', '驿卒住在马棚，守备队驻在城楼。'],
  ],
  wrong: [
    ['order', '谁送给谁地图？', '苏文斌送给马成林一张地图。'],
    ['order', '两条线路有什么不同？', '东线穿过峡谷，西线经过盐湖。'],
    ['order', '牲口各驮什么？', '骆驼驮茶，驴子驮盐。'],
    ['order', '哪个镇的居民多？', '白驿镇的居民比沙泉镇多。'],
    ['order', '两口井的水怎样？', '老井水咸，新井水甜。'],
    ['order', '商队什么时候赶路？', '商队夜里休息，白天赶路。'],
    ['order', '马成林和何小川是什么关系？', '马成林是何小川的徒弟。'],
    ['order', '盐和茶怎样出售？', '盐按饼出售，茶按斤出售。'],
    ['order', '守备队和驿卒住在哪里？', '守备队住在马棚，驿卒驻在城楼。'],
  ],
}

export const EXCHANGE_CASES: readonly SupportCases[] = [ORCHARD, TRAMS, POTTERY, CARAVAN]
