import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_ZH, PUMP_ZH } from '#core/synthesis/recipes/passages'

export const wordsZh: RecipeWords = {
  ask: `要写的问答数量：{count}。
请写要求做摘要的指令，每条的方式都不同：一条要求用一句话概括；一条要求列出要点，每个要点占一行，以“- ”开头；一条只概括其中一个方面，或者是写给某一类读者的。每条指令都要说出主题和摘要的长短。摘要略去例子和枝节，保留重要的条件和数字，不添加任何内容。在<SRC>后面照抄材料中对这个摘要最重要的一句话。`,
  shortAsk: `要写的问答数量：{count}。请写要求对这段材料做摘要的指令，每条的方式不同，并说出主题，再写出摘要。在<SRC>后面照抄最重要的一句话。`,
  examples: [
    {
      passage: PUMP_ZH,
      pairs: [
        {
          instruction: '用一句话概括青石三号水泵的滤网应当怎样保养以及原因。',
          response: '滤网每月清洗一次，水中含沙时每周清洗一次，因为滤网堵塞会使电机发热，到90℃时自动停机。',
          quote: '滤网堵塞会使电机发热，温度达到90℃时电机自动停机。',
        },
        {
          instruction: '用不超过三行列出青石三号水泵停机和重新启动的要点。',
          response:
            '- 打开前盖之前，先关闭水泵并等待两分钟。\n- 温度达到90℃时电机自动停机。\n- 电机冷却到60℃以后才能重新启动，大约需要半小时。',
          quote: '打开前盖之前，先关闭水泵并等待两分钟，因为泵内的压力要先降下来。',
        },
      ],
    },
    {
      passage: CHESTNUT_ZH,
      pairs: [
        {
          instruction: '用两句话向游客说明板栗对北山一带的村民意味着什么。',
          response: '过去那里小麦收成很差，板栗是村民的主要口粮。后来根腐病毁掉了许多栗树，不少人离开村子去做工。',
          quote: '过去，板栗是北山一带村民的主要口粮。',
        },
      ],
    },
  ],
}
