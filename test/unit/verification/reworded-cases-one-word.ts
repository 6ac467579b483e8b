import type { RewordedCases } from './reworded-cases-sluice'

/** Pairs that say the same but for one small word; and pairs that one word makes another of. Written for this project. */

const FERRY: RewordedCases = {
  language: 'en',
  passage: `The chain ferry of Tolk has crossed the Wend since 1894. Its two chains were forged in Barrow; each weighs nine tons and lies on the bed of the river. Seals feed near the northern landing stage in winter. The steersman, Ole Brandt, keeps a horn the length of his arm on the bridge and blows it in fog. Dogs travel free of charge when they are held on a lead. In 1962 an ice floe tore the upper chain; the crew needed six days to raise it, and for a week the mail went round by Karst, 40 kilometres away. Bicycles that are left on deck are stored in the shed of the southern landing stage.`,
  same: [
    [
      'May dogs be taken along?',
      'Yes, nobody has to pay for a dog on this ferry, provided that it is held on a lead.',
      'May dogs be taken along?',
      'Yes, nobody has to pay for a dog on this ferry, provided it is held on a lead.',
    ],
    [
      'What became of the endeavour to raise the chain?',
      'It took the crew six days, and the mail had to go round by Karst for a week.',
      'What became of the attempt to raise the chain?',
      'It took the crew six days, and the mail had to go round by Karst for a week.',
    ],
    [
      'What does the steersman keep on the bridge?',
      'The steersman keeps a horn the size of his arm on the bridge, to blow it in fog.',
      'What does the steersman keep on the bridge?',
      'The steersman keeps a horn as big as his arm on the bridge, to blow it in fog.',
    ],
    [
      'Where do seals feed in winter?',
      'They feed near the northern stage.',
      'Where are seals feeding in winter?',
      'They are feeding near the northern stage.',
    ],
    [
      'Where are the remaining bicycles stored?',
      'They are kept in the shed of the southern landing stage.',
      'Where are the bicycles that remain stored?',
      'They are kept in the shed of the southern landing stage.',
    ],
    [
      'Had the ferry been stopped by ice before 1962?',
      'The text of the log says that the ferry had not been stopped by ice before.',
      'Had the ferry been stopped by ice before 1962?',
      'The text of the log says that the ferry had never been stopped by ice before.',
    ],
    [
      'How did the mail go in 1962, and for what reason?',
      'For a week it went by Karst, because ice had torn the upper chain of the ferry.',
      'How did the mail go in 1962, and for which reason?',
      'For a week it went by Karst, because ice had torn the upper chain of the ferry.',
    ],
  ],
  different: [
    [
      'May dogs be taken along?',
      'Yes, nobody has to pay for a dog on this ferry, provided that it is held on a lead.',
      'May dogs be taken along?',
      'No, nobody has to pay for a dog on this ferry, unless it is held on a lead.',
    ],
    [
      'Where does the northern landing lie?',
      'It lies on the bank of the river near the shed, 40 kilometres from Karst.',
      'Where does the southern landing lie?',
      'It lies on the bank of the river near the shed, 40 kilometres from Karst.',
    ],
    [
      'How much does a chain weigh?',
      'It weighs nine tons, lies on the bed of the river and was forged in Barrow.',
      'How much does a horn weigh?',
      'It weighs nine tons, lies on the bed of the river and was forged in Barrow.',
    ],
    ['Who provides the horn?', 'The steersman.', 'Who provides the chains?', 'The steersman.'],
    [
      'Had the ferry been stopped by ice before 1962?',
      'The log of the crew says that the ferry had been stopped by ice before.',
      'Had the ferry been stopped by ice before 1962?',
      'The log of the crew says that the ferry had never been stopped by ice before.',
    ],
  ],
}

const KILN: RewordedCases = {
  language: 'zh',
  passage: `瓷溪镇的龙窑建在北坡，长四十二米，共有十六间窑室。修窑的钱三成由镇里支出，其余由各家作坊按窑室分摊。窑工熊立本从1987年起看火，他说火色比温度表更可靠。点火前要祭窑，祭窑由年纪最大的窑工主持。每窑烧三天两夜，用松柴约一万五千斤。出窑以后，残次的瓷器一律砸碎，不得带出镇子。来镇上学艺的人须先揉泥半年。`,
  same: [
    [
      '修窑的钱由谁来出？',
      '三成由镇里支出，其余由各家作坊按窑室分摊。',
      '修窑的钱由谁出？',
      '三成由镇里支出，其余由各家作坊按窑室分摊。',
    ],
    ['祭窑由谁来主持？', '由年纪最大的窑工主持。', '谁主持祭窑？', '年纪最大的窑工主持。'],
    [
      '来镇上学艺的人先要做什么？',
      '他们须先在作坊里揉半年的泥，之后才可以学拉坯。',
      '来镇上学艺的人先要做什么？',
      '他们须先在作坊里揉半年的泥，之后才能学拉坯。',
    ],
    [
      '熊立本为什么不大看温度表？',
      '因为他看火多年，觉得火色会比温度表更可靠。',
      '熊立本为什么不大看温度表？',
      '因为他看火多年，觉得火色比温度表更可靠。',
    ],
    [
      '残次的瓷器怎样处理？',
      '出窑以后这些残次的瓷器一律砸碎，不得带出镇子。',
      '残次的瓷器怎样处理？',
      '出窑以后这些残次的瓷器就一律砸碎，不得带出镇子。',
    ],
  ],
  different: [
    [
      '修窑的钱由谁来出？',
      '三成由镇里支出，其余由各家作坊按窑室分摊。',
      '买柴的钱由谁来出？',
      '三成由镇里支出，其余由各家作坊按窑室分摊。',
    ],
    [
      '残次的瓷器怎样处理？',
      '出窑以后这些残次的瓷器一律砸碎，不得带出镇子。',
      '残次的瓷器怎样处理？',
      '出窑以后这些残次的瓷器一律砸碎，可以带出镇子。',
    ],
    [
      '来镇上学艺的人先要做什么？',
      '他们须先在作坊里揉半年的泥，之后才可以学拉坯。',
      '来镇上学艺的人先要做什么？',
      '他们须先在作坊里揉半年的泥，之前不可以学拉坯。',
    ],
    ['龙窑有多长？', '四十二米。', '龙窑有几间窑室？', '十六间。'],
  ],
}

export const ONE_WORD_CASES: readonly RewordedCases[] = [FERRY, KILN]
