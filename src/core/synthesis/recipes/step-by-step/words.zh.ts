import type { RecipeWords } from '#core/synthesis/recipe'
import { CHESTNUT_ZH, PUMP_ZH } from '#core/synthesis/recipes/passages'

export const wordsZh: RecipeWords = {
  ask: `要写的问答数量：{count}。
请写只靠材料中一句话答不出来的问题：要把材料中的两处或多处内容合起来，或者用材料中的数字计算，才能得出答案。回答所需的一切都要在材料或问题里。每个问题的最后一行是“让我们一步一步地思考。”。在<ANS>后面按顺序写出步骤，每一步用完整的句子；然后另起一行，写“因此，答案是”和简短的答案。每一对的格式：
<QUE> 问题
让我们一步一步地思考。 <ANS> 步骤
因此，答案是简短的答案 <SRC> 从材料中照抄的文字 </END>`,
  shortAsk: `要写的问答数量：{count}。请就这段材料写要分两步或多步才能回答的问题。格式：
<QUE> 问题
让我们一步一步地思考。 <ANS> 用完整句子写的步骤
因此，答案是简短的答案 <SRC> 从材料中照抄的文字 </END>`,
  examples: [
    {
      passage: PUMP_ZH,
      pairs: [
        {
          instruction: '一台青石三号水泵的电机在14:10达到90℃，大约几点可以重新启动？',
          reasoning:
            '温度达到90℃时电机自动停机，所以电机在14:10停机。电机冷却到60℃以后才能重新启动，这大约需要半小时。14:10过半小时是14:40。',
          response: '大约14:40。',
          quote: '电机冷却到60℃以后才能重新启动，这大约需要半小时。',
        },
      ],
    },
    {
      passage: CHESTNUT_ZH,
      pairs: [
        {
          instruction: '丰年时，北山一带的一户人家想收250公斤板栗，需要几棵老栗树？',
          reasoning: '丰年时一棵老栗树能收100公斤板栗。两棵能收200公斤，还不够。三棵能收300公斤，超过250公斤。',
          response: '三棵老栗树。',
          quote: '丰年时，一棵老栗树能收100公斤板栗。',
        },
      ],
    },
  ],
}
