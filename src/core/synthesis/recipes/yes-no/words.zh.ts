import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_ZH, PUMP_ZH } from '#core/synthesis/recipes/passages'

export const wordsZh: RecipeWords = {
  ask: `要写的问答数量：{count}。
请就这段材料的不同部分写可以用“是”或“不是”回答的问题。大约一半问题的正确答案应当是“不是”：这些问题所问的与材料所说的不一样。每个答案以“是。”或“不是。”开头，接着用一个完整的句子说明理由。`,
  shortAsk: `要写的问答数量：{count}。请就这段材料写可以用“是”或“不是”回答的问题，其中大约一半答“不是”。每个答案以“是。”或“不是。”开头，接着用一个完整的句子说明理由。`,
  examples: [
    {
      passage: PUMP_ZH,
      pairs: [
        {
          instruction: '关闭青石三号水泵以后，是不是马上就可以打开前盖？',
          response: '不是。泵内的压力要先降下来，所以要等待两分钟。',
          quote: '打开前盖之前，先关闭水泵并等待两分钟，因为泵内的压力要先降下来。',
        },
        {
          instruction: '水中含沙时，青石三号水泵的滤网是不是要清洗得更勤？',
          response: '是。滤网平时每月清洗一次，水中含沙时要每周清洗一次。',
          quote: '滤网每月清洗一次；水中含沙时，每周清洗一次。',
        },
        {
          instruction: '青石三号水泵的电机温度一降到90℃以下，是不是就能重新启动？',
          response: '不是。电机冷却到60℃以后才能重新启动。',
          quote: '电机冷却到60℃以后才能重新启动',
        },
      ],
    },
    {
      passage: CHESTNUT_ZH,
      pairs: [
        {
          instruction: '北山一带的村民是不是直接把鲜板栗磨成粉？',
          response: '不是。他们先把板栗用小火烘上四个星期，再磨成粉。',
          quote: '村民便把板栗用小火烘上四个星期，再磨成粉做饼',
        },
        {
          instruction: '北山一带的村民离开村子，是不是与栗树的病有关？',
          response: '是。根腐病毁掉了许多栗树，不少人到镇上的丝厂和煤矿做工。',
          quote: '后来根腐病毁掉了许多栗树，不少人离开村子',
        },
      ],
    },
  ],
}
