import { opensWithoutSubject, VERBS } from '#core/mining/chinese/lexicon'

/** Words that mean something only beside other text. */
export const POINTING =
  /这|(?<!应|活|本)该(?!当)|(?<!因|从|彼|如)此(?!外|后|前)|那(?!么|不勒斯|拉|曲|慕尼黑)|(?<!任)其(?!他|它|中|余|实|次|后)|[他她它牠祂]们?|(?<!自)我(?!国)|[你您]|咱|本(?:文|章|节|书|课|页|篇|例|图|表|法|条例|规定|办法|解释|公司|项目|文档|手册|教程|教材|研究|论文|次|人|案|站|店|校|院|款|条|市|省|县|区|村|队|片|剧|作|专辑|曲|赛季)|上述|下述|前述|后述|以上|以下(?!简称)|前者|后者|两者|二者|三者|上面|下面|前面|后面|如下|如上|上文|下文|前文|后文|前款|前项|前条|该款|本款|同样|同上|反之|笔者|作者|另一|另外|其中|其他|其它|其余|之后$|之前$|后来|当年|当时|此时|这时|那时|同时|有关|相关|某种|某些|一些$|等等$|刚才|现在$|如图|见图|图\s?\d|表\s?\d|例\s?\d|[式节章]\s?\d/u

const MARKS = /[。；;：:？?！!“”"「」…]/u

/** Nouns that always belong to something, which only the text around names. */
const OWNED =
  /^(?:性质|价格|数量|颜色|大小|长度|体积|形状|性格|身体|父亲|母亲|妻子|丈夫|儿子|女儿|作品|人口|面积|票房|销量|收入|成绩|排名|规模|口感|味道|外形|尺寸|重量|主人公|主角|剧情|故事|双方|对方|官方|全文|全书|全国|当地|本人)(?!的|和|与|化|学|法)/u

/** Words that show a predicate. */
const PREDICATE =
  /是|有|会|能|可以|将|被|把|使|让|需|应|必须|不|没|无法|都|已|正|很|非常|较|更|最|十分|成|变|属于|具有|包括|了|过|着|起来|下去|得|易|要|来自|位于|用|为|多|少|大|小|高|低|快|慢|强|弱|重|轻|长|短|难|好|差|贵|便宜|绝收|明显|丰富/u

/** Whether a clause names its subject and says something of it, with nothing that points elsewhere (rule MINE9). */
export function standsAlone(clause: string, verbKnown = false): boolean {
  if (clause.length < 3 || clause.length > 60 || MARKS.test(clause) || !balanced(clause)) return false
  if (
    OWNED.test(clause) ||
    POINTING.test(clause) ||
    opensWithoutSubject(clause) ||
    /的$|(?<!小)时$|^.{1,12}则(?!是)/u.test(clause)
  )
    return false
  return verbKnown || PREDICATE.test(clause) || holdsVerb(clause)
}

/** Whether a verb of two characters stands behind the first two. */
function holdsVerb(clause: string): boolean {
  for (let i = 2; i + 1 < clause.length; i++) if (VERBS.has(clause.slice(i, i + 2))) return true
  return false
}

const SHORT =
  /^[水人铁铜冰光血火鱼鸟树草米油盐糖酒茶牛羊马猪狗猫花叶风雨雪云土石金银钢蛇蚕煤氧氢氮碳磷硫硅锌铝铅汞肾肝肺胃脾脑心骨皮毛蜂鹿熊虎狼鹰鸭鹅虾蟹龟蛙藻菌]$/u

/** Whether words are a noun phrase that names its thing. */
export function namesThing(words: string, most = 20): boolean {
  const name = words.trim()
  if (
    name.length > most ||
    (name.length < 2 && !SHORT.test(name)) ||
    MARKS.test(name) ||
    /[，,、]/u.test(name) ||
    !balanced(name)
  )
    return false
  if (OWNED.test(name) || /允许|使得|导致|认为|基于的|最近$|近年来?$|近期$/u.test(name)) return false
  if (POINTING.test(name) || opensWithoutSubject(name) || /[\u4e00-\u9fff] [\u4e00-\u9fff]/u.test(name)) return false
  if (
    /(?:会|能|可以|可|将|被|使|让|不|没|就|都|也|还|又|才|要|应|须|了|着|过|吗|呢|吧|而|且|但|则|是|为|在|对|从|把|主要|一般|通常|往往|常|经常|只|仅|多|很|更|最|所|的|和|与|及|或|并|既|乃|便|均|皆|却|已|仍|再|先|自|于|由|向|给|被|正)$/u.test(
      name,
    ) &&
    !/(?:社会|基金会|学会|商会|联合会|董事会|理事会|股东会|宴会|聚会|运动会|奥运会|博览会|功能|智能|性能|才能|节能|核能|动能|势能|技能|机会|议会|协会|委员会|工会|国会|教会|大会|晚会|存在|内在|行为|作为|正则|法则|规则|原则|所|最多|厕所|研究所|交易所|事务所|派出所|诊所|场所)$/u.test(
      name,
    )
  )
    return false
  return !/(?:^|的|个|主要|重要|最大|关键|根本|具体)(?:原因|目的|问题|结果|关键|重点|前提|本质|意思|区别|特点|优点|缺点|好处|坏处|方法|方式|办法|步骤|情况|事情|东西|部分|时候|地方|任务|目标|想法|观点|例子|内容|答案|结论|理由|做法|过程|现象|一个|一种|一类|之一|例外|代价|后果|意义|作用|影响|因素|条件|要求|标准|状态|个人|有人|人们|大家|我们)$/u.test(
    name,
  )
}

export function balanced(text: string): boolean {
  const open = '（(《「『【“‘'
  const close = '）)》」』】”’'
  const stack: number[] = []
  for (const char of text) {
    const opening = open.indexOf(char)
    if (opening >= 0) stack.push(opening)
    const closing = close.indexOf(char)
    if (closing >= 0 && stack.pop() !== closing) return false
  }
  return stack.length === 0
}

/** The clauses of a sentence without its end mark, cut at commas outside brackets and quotes. */
export function clausesOf(body: string): string[] {
  const clauses: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < body.length; i++) {
    const char = body.charAt(i)
    if ('（(《「『【“‘'.includes(char)) depth += 1
    else if ('）)》」』】”’'.includes(char)) depth -= 1
    else if (depth === 0 && (char === '，' || (char === ',' && body.charCodeAt(i - 1) > 0x2e80))) {
      clauses.push(body.slice(from, i).trim())
      from = i + 1
    }
  }
  clauses.push(body.slice(from).trim())
  return clauses
}
