import { POINTING, balanced } from '#core/mining/chinese/clause'
import { VERBS } from '#core/mining/chinese/lexicon'
import { spaced } from '#core/mining/chinese/spaced'
import { continues, sound, statementOf } from '#core/mining/chinese/statement'
import { cleanWords } from '#core/mining/clean-words'
import type { SectionWords } from '#core/mining/section-words'

const NUMBERING =
  /^(?:第\s?[一二三四五六七八九十百零\d]+\s?[章节部篇回讲课编卷条款]|[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:[.-]\d+)*(?:[.、．)）]\s*|\s+(?=[\u4e00-\u9fff]))|[①-⑳]|[A-Z][.、]|[问Qq]\d{0,3}[:：.、]|步骤\s?[一二三四五\d]+[:：]?|附录\s?[A-Z\d]?[:：]?)\s*[:：、.-]?\s*/u
const GENERIC =
  /^(?:(?:基本|快速|简单|功能|项目|产品|课程|内容|本书|全书|一般|主要)?(?:概述|简介|介绍|引言|前言|序言|序|绪论|导言|导论|背景|总结|小结|结论|结语|结束语|后记|备注|注|说明|注意|注意事项|提示|用法|使用|使用方法|使用说明|示例|例子|举例|案例|实例|安装|快速开始|快速上手|入门|开始|常见问题|问题|答案|功能|特性|特点|要求|环境要求|前提|准备|准备工作|描述|详情|摘要|关于|目录|内容|讨论|结果|方法|接口|选项|参数|返回值|其他|其它|杂项|总则|附则|通则|一般规定|基本规定|历史|首页|索引|附录|致谢|鸣谢|警告|许可证|许可|版权|版权声明|作者|联系|联系我们|支持|帮助|文档|资源|链接|标题|未命名|未命名文档|文件|新文档|页面|新闻|会议纪要|纪要|报告|状态|版本|更新|更新日志|变更|下一步|回顾|练习|习题|思考题|作业|测验|阅读|信息|定义|术语|范围|目的|目标|动机|语法|语义|评论|参见|参考|参考资料|参考文献|延伸阅读|推荐阅读|相关|相关阅读|扩展阅读|外部链接|题记|正文|上|中|下|优点|缺点|优缺点|原理|步骤|过程|操作步骤|效果|截图|测试|配置|部署|开发|贡献|性能|安全|数据|代码|输出|输入|如何工作|工作原理|为什么|是什么|怎么做|名称|类型|语言|词条|生平|早年|早期|晚年|影响|评价|人物|设计|结构|分类|成员|环境|条件|限制)s?)$|^[^\u4e00-\u9fff]*$/u
const NO_TITLE =
  /\.(?:md|txt|pdf|html?|docx?|csv|json)$|\d{3,}\.|^v?\d+\.\d|\bv\d+\.\d|^\d{4}\s?[年./-]|\d{1,2}月\d{1,2}日|版本$|^第.{1,4}[章节部篇]$|^扫描|^IMG/u

/** Chinese headings and the text beneath them. */
export const chineseSection: SectionWords = {
  space: '',
  least: 28,
  most: 320,
  heading: words => {
    const heading = words
      .replace(NUMBERING, '')
      .replace(/[：:。]$/u, '')
      .trim()
    if (heading.length < 2 || heading.length > 36 || !cleanWords(heading) || !balanced(heading)) return null
    if (NO_TITLE.test(words) || GENERIC.test(heading) || /[；;“”！!…]/u.test(heading)) return null
    return POINTING.test(heading) ? null : heading
  },
  opens: sentence => {
    const statement = statementOf(sentence, false)
    return (
      statement !== null &&
      sound(statement) &&
      statement.connective === '' &&
      statement.range.start === sentence.range.start &&
      !/^(?:如果|若|当|注意|请|感谢|欢迎|点击|看|先|除了|虽然|尽管|根据|按照|对于|关于|有|在(?:本|这|上|前)|随着|只有|无论|一旦|因为|由于)/u.test(
        statement.text,
      )
    )
  },
  goesOn: (sentence, before) =>
    continues(sentence) &&
    (!/^[他她]/u.test(sentence.text) || /[先生女士]|·|[\u4e00-\u9fff]{2,3}(?:于|在|是|出生|生于)/u.test(before)),
  shares: (heading, answer) => {
    const pairs = bigrams(heading)
    const found = pairs.filter(pair => answer.includes(pair))
    return found.length > 0 && found.length * 2 >= Math.min(pairs.length, 4)
  },
  asks: (heading, complete, _, answer) => {
    if (/[?？]$/u.test(heading) || ASKS.test(heading)) {
      const ask = heading.replace(/[?？]$/u, '')
      if (heading.length < 5 || !ASKS.test(heading) || /[?？]/u.test(ask)) return null
      const whatIs = /^什么是(.+)$|^(.+?)是什么$/u.exec(ask)
      const term = (whatIs?.[1] ?? whatIs?.[2] ?? '').trim()
      if (!complete && (term === '' || !answer.startsWith(term)))
        return { asks: [`“${heading}”一节是怎样开头的？`], sure: 0.8, question: true }
      return { asks: [spaced(`${ask}？`)], sure: 0.95, question: true }
    }
    const section: readonly [string, ...string[]] = complete
      ? [`“${heading}”一节讲了什么？`, `请以“${heading}”为小标题写一小节。`]
      : [`“${heading}”一节是怎样开头的？`, `请以“${heading}”为小标题写一个开头。`]
    if (
      !/^[\u4e00-\u9fffA-Za-z0-9 ·、和与的《》（）()-]{2,16}$/u.test(heading) ||
      VERB_LIKE.test(heading) ||
      !(answer.split(/[。！？]/u)[0] ?? '').slice(0, 40).includes(heading)
    )
      return { asks: section, sure: 0.82, question: false }
    return {
      asks: [spaced(`请介绍一下${heading}。`), spaced(`请写一段关于${heading}的文字。`), ...section],
      sure: 0.88,
      question: false,
    }
  },
  asksSteps: heading => {
    const how = /^(?:如何|怎样|怎么|怎么样)(.{2,})$/u.exec(heading.replace(/[?？]$/u, ''))?.[1]
    const doing =
      how ??
      (VERBS.has(heading.slice(0, 2)) && heading.length > 2 ? heading.replace(/(?:的)?(?:步骤|方法|流程)$/u, '') : null)
    return doing === null || doing.length < 3
      ? null
      : [spaced(`如何${doing}？`), spaced(`${doing}有哪些步骤？`), spaced(`请逐步说明如何${doing}。`)]
  },
  areSteps: lines =>
    lines.filter(line => TELLS_TO_DO.test(line) || VERBS.has(line.slice(0, 2))).length * 2 > lines.length,
  step: words => {
    if (words.length < 4 || words.length > 160 || !cleanWords(words) || POINTS.test(words) || /[：:，；]$/u.test(words))
      return null
    return /[。！][”」）)]?$/u.test(words)
      ? words
      : /[\u4e00-\u9fffA-Za-z0-9”」）)]$/u.test(words)
        ? `${words}。`
        : null
  },
  asksOpening: title => [
    `请为题为“${title}”的文章写一个开头。`,
    `题为“${title}”的文章是怎样开头的？`,
    `以“${title}”为题的文章，开头写了什么？`,
  ],
  asksTitle: opening => [`请根据开头给文章拟一个标题：“${opening}”`, `请给以“${opening}”开头的文章拟一个合适的标题。`],
  saysTitle: title => `合适的标题是“${title}”。`,
}

const ASKS =
  /^(?:什么|如何|怎样|怎么|为什么|为何|哪|谁|何时|何谓|是否|能否|可否)|为什么|是什么|如何|怎样|怎么|有哪些|有什么|什么是|多少|吗[?？]?$|谁|哪[些个里种]|何[时地为]/u
const TELLS_TO_DO =
  /^(?:请|把|将|在|用|按|从|向|对|给|先|再|然后|接着|最后|首先|打|放|加|切|洗|倒|拔|推|拧|接|取|剪|涂|盖|等|待|点|选|填|输|写|运|关|开)/u
const POINTS = /下图|如图|上图|见图|截图|如下|上述|前述|第.{1,3}[章节]/u
const VERB_LIKE =
  /^(?:让|使|把|将|在|从|对|被|不|别|请|要|用|给|为|与|和|及|的|更|最|很)|(?:了|着|吗|呢|吧)$|[，。]|要(?!素|求|点|件|害)|会(?![议员话计场])|是|不(?!锈|等|动)|应该|必须|可以|需要|让|把|被|别|怎么/u

function bigrams(words: string): string[] {
  const pairs: string[] = []
  for (const run of words.match(/[\u4e00-\u9fff]+|[A-Za-z0-9]{2,}/gu) ?? []) {
    if (/^[A-Za-z0-9]/u.test(run)) pairs.push(run)
    else
      for (let i = 0; i + 1 < run.length; i++) {
        const pair = run.slice(i, i + 2)
        if (!/的|与|和|及|如何|怎样|怎么|什么|为什|指南|小史|入门|简介|保养|介绍|历史|发展/u.test(pair))
          pairs.push(pair)
      }
  }
  return pairs
}
