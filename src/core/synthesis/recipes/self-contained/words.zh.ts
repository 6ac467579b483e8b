import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_ZH, PUMP_ZH } from '#core/synthesis/recipes/passages'

export const wordsZh: RecipeWords = {
  ask: `要写的问答数量：{count}。
请写能够独立成立的问题：从未读过、也不会读到这段材料的人，必须能准确明白问的是什么。每个问题都要把事物、人物、地点、产品或规则的名称说全，并写明答案所取决于的时间、版本、条件。只有对着材料才会提出的问题不要写。答案也要独立成立：用一到三个完整的句子，并说出所讲的是什么。`,
  shortAsk: `要写的问答数量：{count}。请写没有读过这段材料的人也能明白的问题：名称都要说全。答案用完整的句子，也要独立成立。`,
  examples: [
    {
      passage: PUMP_ZH,
      pairs: [
        {
          instruction: '青石三号水泵的电机为什么会自动停机，什么时候才能重新启动？',
          response:
            '青石三号水泵的电机温度达到90℃时会自动停机，例如滤网堵塞使电机发热时。电机冷却到60℃以后才能重新启动，大约需要半小时。',
          quote: '电机冷却到60℃以后才能重新启动，这大约需要半小时。',
        },
        {
          instruction: '打开青石三号水泵的前盖之前要做什么？',
          response: '打开青石三号水泵的前盖之前，要先关闭水泵并等待两分钟，让泵内的压力降下来。',
          quote: '打开前盖之前，先关闭水泵并等待两分钟',
        },
      ],
    },
    {
      passage: CHESTNUT_ZH,
      pairs: [
        {
          instruction: '过去北山一带的村民为什么用板栗磨粉做饼？',
          response: '因为北山一带山坡陡、土层薄，小麦收成很差，村民只好以板栗为主要口粮。',
          quote: '山坡陡、土层薄，小麦收成很差',
        },
        {
          instruction: '北山一带的不少村民后来为什么到镇上的丝厂和煤矿做工？',
          response: '因为根腐病毁掉了许多栗树，北山一带的村民失去了主要口粮，不少人只好离开村子。',
          quote: '后来根腐病毁掉了许多栗树，不少人离开村子，到镇上的丝厂和煤矿做工。',
        },
      ],
    },
  ],
}
