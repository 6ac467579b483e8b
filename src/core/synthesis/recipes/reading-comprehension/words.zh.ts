import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_ZH, PUMP_ZH } from '#core/synthesis/recipes/passages'

export const wordsZh: RecipeWords = {
  ask: `要写的问答数量：{count}。
请写开放式问题，内容是认真读过这段材料的人应该能回答的。问题要取自材料的不同部分，从开头到结尾都要顾到，问法也要有变化：问事实、问原因、问做法、问条件、问比较、问结果。每个答案用一到三个完整的句子，用自己的话把问题答全。`,
  shortAsk: `要写的问答数量：{count}。请就这段材料的不同部分写开放式问题，每个答案都用完整的句子答全。`,
  examples: [
    {
      passage: PUMP_ZH,
      pairs: [
        {
          instruction: '打开青石三号水泵的前盖之前，为什么要等待两分钟？',
          response: '因为泵内的压力要先降下来，才能打开前盖。',
          quote: '打开前盖之前，先关闭水泵并等待两分钟，因为泵内的压力要先降下来。',
        },
        {
          instruction: '青石三号水泵的滤网应当多久清洗一次？',
          response: '滤网每月清洗一次。如果水中含沙，就要每周清洗一次。',
          quote: '滤网每月清洗一次；水中含沙时，每周清洗一次。',
        },
        {
          instruction: '滤网堵塞会给青石三号水泵的电机带来什么后果？',
          response: '电机会发热，温度达到90℃时自动停机，冷却到60℃以后才能重新启动。',
          quote: '滤网堵塞会使电机发热，温度达到90℃时电机自动停机。',
        },
      ],
    },
    {
      passage: CHESTNUT_ZH,
      pairs: [
        {
          instruction: '北山一带的村民怎样把板栗做成饼？',
          response: '他们先把板栗用小火烘四个星期，再磨成粉，然后做成饼。',
          quote: '村民便把板栗用小火烘上四个星期，再磨成粉做饼',
        },
        {
          instruction: '根腐病给北山一带的村民带来了什么变化？',
          response: '根腐病毁掉了许多栗树，不少村民因此离开村子，到镇上的丝厂和煤矿做工。',
          quote: '后来根腐病毁掉了许多栗树，不少人离开村子，到镇上的丝厂和煤矿做工。',
        },
      ],
    },
  ],
}
