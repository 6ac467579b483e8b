import { balanced } from '#core/mining/chinese/clause'
import { cleanWords } from '#core/mining/clean-words'
import type { Sentence, Statement } from '#core/mining/family'

const CONNECTIVE =
  /^(?:(?:因此|所以|因而|于是|由此可见|可见|结果|但是|但|然而|不过|可是|此外|另外|同时|而且|并且|再者|其次|首先|最后|第[一二三四五]|例如|比如|总之|总的来说|事实上|实际上|其实|当然|显然|注意|请注意|需要注意的是|值得注意的是|值得一提的是|换句话说|换言之|也就是说|简单来说|简单地说|简而言之|一句话|说白了|众所周知|我们知道|一般来说|一般而言|通常来说|具体来说|具体而言|相反|反之|与此同时|提示|小结|可以说|据了解|据介绍|由此|为此|综上所述|综上)[，,：:]|(?:但是|但|然而|不过|而且|并且|因此|所以|因而|可是|可见)(?=[\u4e00-\u9fff]))/u

/** The law speaks of itself before it defines. */
const LAW =
  /^(?:第[一二三四五六七八九十百千零\d]+[条款项]\s*)?(?:本(?:法|条例|规定|办法|解释|细则|规则|章|节|条|编|准则)(?:中)?所称的?)?/u

const END = /[。！!](?:["”’」』）)]{0,2})$/u
const ELSEWHERE =
  /如下|以下(?!简称|的)|下图|下表|下列|上图|上表|上文|下文|上述|下述|前述|前文|后文|见图|如图|图\s?[\d一二三]|表\s?[\d一二三]|第\s?[\d一二三四五六七八九十]+\s?[章节页条款题步]|本(?:文|章|节|书|课|页|篇|例|图|表|法|条例|规定|办法|解释|教程|教材|论文)|参见|详见|请见|参阅|参考|上一[节章页步]|下一[节章页步]|(?:上面|下面|前面|后面)(?:提到|说|介绍|讲|已经|我们|列|给|这|的(?:例子|代码|内容|方法|表|图|步骤|命令|介绍|分析|讨论|示例|公式|式子|程序|函数|文章|章节|题|问题))|(?:上面|下面|前面|后面)(?:几|两|三|这|那|一|列|某)|^(?:上面|下面|前面|后面)|这里|点击(?:这里|此处)|同上|第\s?[（(]\d|式\s?[（(]\d|左图|右图|例\s?\d|如上|公式|前款|前项|前条|本款|本项|关注公众号|微信|加群/u
const FIRST_PERSON = /(?<!自)我(?!国)|咱|笔者|小编|本人/u
const POINTING_ANYWHERE =
  /这|(?<!应|活|本)该(?!当)|(?<!因|从|彼|如)此(?!外|后|前|时)|那(?:个|些|种|样|时|里|天|年|次|边)|前者|后者|两者|二者|他们|她们|它们|[牠祂]/u
const POINTING_START =
  /^(?:这|那|该|此|其|它|他|她|本(?![质地身体能科金土])|前者|后者|两者|二者|另|而|并|也|还|则|即|从而|进而|就|才|都|又|再|且|或|以及|及|和|与|的|了|着|之|所(?!谓)|者|使|让|令|被|会|能|可(?![\u4e00-\u9fff]{1,3}(?:性|率|物|器))|不(?!锈|等|动)|没|更|甚至|尤其|特别|其中|一方面|是|为此|因此|所以|因而|由此|于是|但|否则|不然|至于|后来|当时|随后|接着|然后|同样|同时|此外|另外|首先|其次|最后|总之|例如|比如|如图|如下|以上|以下|上述|下列|[①-⑳\d]+[、.．)）]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|[、，,；;：:])/u
/** A number, a list mark or a name in front of the talk of somebody. */
const TALK = /^[^，。]{1,8}[:：]|[:：]$|说道?[:：]|问道?[:：]/u

/** A sentence as an answer, by its shape alone (rules MINE5, MINE7), or null. See the English one of the same name. */
export function statementOf(sentence: Sentence, tied: boolean): Statement | null {
  const whole = sentence.text
  if (whole.length < 10 || whole.length > 200 || !END.test(whole.slice(-3))) return null
  const connective = tied ? '' : (CONNECTIVE.exec(whole)?.[0] ?? '')
  const skipped = connective.length + (tied ? 0 : (LAW.exec(whole.slice(connective.length))?.[0].length ?? 0))
  const blank = /^\s*/u.exec(whole.slice(skipped))?.[0].length ?? 0
  const text = whole.slice(skipped + blank)
  if (!/^[\u4e00-\u9fffA-Za-z《“「0-9]/u.test(text) || (!tied && POINTING_START.test(text))) return null
  const body = text.replace(END, '').trimEnd()
  return {
    sentence,
    text,
    body,
    lower: body,
    connective: connective.replace(/[，,：:]$/u, ''),
    tied,
    range: { start: sentence.range.start + skipped + blank, end: sentence.range.end },
  }
}

/** Whether the words of a statement are clean and point to nothing outside it (rules MINE6, MINE8). */
export function sound({ text, tied }: Statement): boolean {
  if (!cleanWords(text) || ELSEWHERE.test(text) || FIRST_PERSON.test(text) || TALK.test(text)) return false
  if (/^“[^”]*”?$/u.test(text)) return false
  return balanced(text) && !POINTING_ANYWHERE.test(tied ? text.slice(2) : text)
}

/** Whether a sentence can follow others in an answer. */
export function continues(sentence: Sentence): boolean {
  const { text } = sentence
  if (/这篇|本文|阅读|看看|链接|地址|原文|作者/u.test(text)) return false
  if (text.length < 6 || text.length > 220 || !/[。！!？?](?:["”’」』）)]{0,2})$/u.test(text) || !cleanWords(text))
    return false
  return !ELSEWHERE.test(text) && !FIRST_PERSON.test(text) && balanced(text) && !TALK.test(text)
}
