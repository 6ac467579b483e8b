import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_ZH, PUMP_ZH } from '#core/synthesis/recipes/passages'

export const wordsZh: RecipeWords = {
  ask: `要写的问答数量：{count}。
请就这段材料的不同部分写单项选择题。每题给出四个同类、长短相近的选项：其中一个由材料证明是对的，另外三个看似合理，但按材料是错的。正确选项的位置每题都要变换。在<ANS>后面一字不差地重复正确选项，不写字母，也不写理由。每一对的格式：
<QUE> 问题
选项：
- 选项
- 选项
- 选项
- 选项 <ANS> 一字不差的正确选项 <SRC> 从材料中照抄的文字 </END>`,
  shortAsk: `要写的问答数量：{count}。请就这段材料写单项选择题，每题四个选项，只有一个正确。格式：
<QUE> 问题
选项：
- 选项
- 选项
- 选项
- 选项 <ANS> 一字不差的正确选项 <SRC> 从材料中照抄的文字 </END>`,
  examples: [
    {
      passage: PUMP_ZH,
      pairs: [
        {
          instruction: '青石三号水泵的电机在多少度时自动停机？',
          options: ['30℃', '60℃', '90℃', '120℃'],
          response: '90℃',
          quote: '温度达到90℃时电机自动停机',
        },
        {
          instruction: '在什么情况下，青石三号水泵的滤网要每周清洗一次？',
          options: ['水中含沙时', '水温较高时', '水泵停用时', '电机更换时'],
          response: '水中含沙时',
          quote: '水中含沙时，每周清洗一次',
        },
      ],
    },
    {
      passage: CHESTNUT_ZH,
      pairs: [
        {
          instruction: '北山一带的村民过去为什么以板栗为主要口粮？',
          options: [
            '板栗可以卖给镇上的丝厂',
            '山坡陡、土层薄，小麦收成很差',
            '根腐病毁掉了村里的小麦',
            '板栗不用烘干就可以吃',
          ],
          response: '山坡陡、土层薄，小麦收成很差',
          quote: '山坡陡、土层薄，小麦收成很差',
        },
        {
          instruction: '北山一带的村民要把板栗用小火烘多久？',
          options: ['四天', '十天', '两个星期', '四个星期'],
          response: '四个星期',
          quote: '村民便把板栗用小火烘上四个星期',
        },
      ],
    },
  ],
}
