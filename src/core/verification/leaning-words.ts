import { simplified } from '#core/verification/support/traditional'

/** Words by which a text calls itself a text. */
const TEXT = '(?:passage|text|article|excerpt|extract|paragraph|snippet|document|section|chapter)'
const WRITER = '(?:author|writer|narrator)'
/** What is put before such a word only by one who has the text before them. */
const GIVEN = '(?:above|given|provided|following|preceding|foregoing|previous|source|original|reference)'
/** "text message", "document type": a thing of its own, not the text at hand. */
const NO_COMPOUND =
  '(?![\\s-]+(?:messages?|messaging|box|boxes|fields?|files?|editors?|areas?|size|mode|input|nodes?|strings?|colou?r|type|root|object|window|layout|view|style|format|properties|menu|number|title|heading|breaks?|management)\\b)(?!-)'
const HOW = '(?:(?:also|clearly|explicitly|only|further|itself|above|specifically|merely) )?'
const SAYS =
  "(?:states?|stated|says?|said|mentions?|mentioned|describes?|described|explains?|explained|notes|noted|discusses|tells us|argues?|argued|claims?|claimed|points out|suggests?|indicates?|implies|emphasi[sz]es|highlights|refers to|lists|reports|(?:does not|doesn’t|doesn't|did not) (?:say|mention|state|specify|provide|explain|give|indicate|describe))"
const TOLD =
  '(?:mentioned|stated|described|discussed|noted|explained|shown|outlined|seen|listed|given|provided|presented|indicated|said)'

/** What texts and their writers do besides saying: lists, names, compares … in the form behind them and behind "does". */
const TELL =
  'lists?|names?|gives?|calls?|compares?|contrasts?|presents?|introduces?|concludes?|recommends?|quotes?|cites?|refers? to|warns?|defines?|criticizes?|criticises?|praises?|considers?|regards?|recounts?|recalls?|portrays?|depicts?|details?|outlines?|distinguishes|distinguish|stresses|stress|adds?|characterizes?|advises?|summarizes?|summarises?|mentions?|describes?|explains?|reports?|argues?|suggests?|emphasizes?|emphasises?'
const TELL_PAST =
  'listed|named|called|compared|contrasted|presented|introduced|concluded|recommended|quoted|cited|referred to|warned|defined|criticized|praised|recounted|recalled|portrayed|depicted|outlined|stressed|added|advised|summarized|summarised'

/** Phrases that point at the text whoever says them; copied from the passage they point at it just as well. */
const STRONG_ENGLISH = new RegExp(
  [
    `\\b(?:according to|as per|judging (?:by|from)) (?:(?:the|this|that|these|our) )?(?:${GIVEN} )?(?:${TEXT}|${WRITER}|(?:provided|given) (?:information|context|material|content))${NO_COMPOUND}\\b`,
    `\\bbased (?:up)?on (?:the|this|that) (?:${GIVEN} )?(?:${TEXT}|context(?! of)|information (?:above|provided|given|in the))${NO_COMPOUND}\\b`,
    `\\b(?:the|this) (?:${GIVEN} )?${TEXT} ${HOW}${SAYS}\\b`,
    `\\b${TOLD} (?:in|by) (?:the|this) (?:${GIVEN} )?(?:${TEXT}|${WRITER})${NO_COMPOUND}\\b`,
    `\\b(?:as|was|were|is|are|been|have|has) (?:already )?${TOLD} (?:above|below|earlier|previously)\\b(?! (?:the|a|an|\\d))`,
    `\\b(?:above|before|previously|afore)-?mentioned\\b`,
    `\\b(?:mentioned|described|stated|discussed) above\\b(?! (?:the|a|an|\\d))`,
    `\\bas (?:above|below)(?=[,.;])`,
    `\\b(?:the|this) ${TEXT} (?:above|below)\\b(?! (?:the|a|an|\\d))`,
    `\\b(?:in|from|within|of|by) this (?:${GIVEN} )?${TEXT}${NO_COMPOUND}\\b`,
    `\\b(?:in|from|within|of) the (?:(?:${GIVEN} )(?:${TEXT}|context|material|information)|passage|excerpt|snippet)${NO_COMPOUND}\\b`,
    `\\bthe (?:provided|given|above|foregoing) (?:${TEXT}|information|context|material|content|description)${NO_COMPOUND}\\b`,
  ].join('|'),
  'iu',
)

/** Phrases that a passage may use of things of its own ("the author of the code", "in the document"): no leak where it does. */
const WEAK_ENGLISH = new RegExp(
  [
    `\\b(?:the|this) ${WRITER}(?:'s|’s)? (?:${HOW}${SAYS}|believes?|thinks?|opinion|view|point of view|purpose|attitude)\\b`,
    `\\b(?:in|from|within) the (?:text|article|paragraph|document|section|chapter)${NO_COMPOUND}\\b`,
    `\\b(?:the|this) (?:${TEXT}|${WRITER}) (?:also |then |further )?(?:${TELL_PAST}|(?:${TELL})(?<=s|s to))\\b(?! (?:are|were|is|have|must|may|can)\\b)`,
    `\\b(?:does|did|do) the (?:${TEXT}|${WRITER}) (?:also )?(?:${TELL})\\b`,
    `\\b(?:the|this) ${WRITER}s? of (?:the|this) (?:text|passage|article|excerpt|extract|paragraph)\\b`,
    `\\b(?:section|paragraph|part|line|point|item) \\d+(?:\\.\\d+)* of (?:the|this) (?:document|text|passage|article)${NO_COMPOUND}\\b`,
    `\\b(?:listed|named|given|called|compared|presented|recommended|quoted|cited|praised|criticized|advised) by the (?:${TEXT}|${WRITER})\\b`,
    `\\bthe (?:material|context) ${HOW}(?:states|says|mentions|notes|tells us|(?:does not|doesn’t|doesn't) (?:say|mention|state))\\b`,
  ].join('|'),
  'iu',
)

const ZH_TEXT = '(?:文章|短文|上文|下文|前文|原文|课文|文段|段落|选段|节选|本段|此文|正文)'
const ZH_GIVEN =
  '(?:以上|上述|上面的?|前面的?|给出的|所给的?|给定的|提供的|所提供的?|这段|这篇|该段|该篇|本段|下列|下面的?|以下)'
const ZH_SAYS =
  '(?:中|里|内|还|也|并|曾|只|明确|没有|并未|未|所|已经?|主要|特别){0,3}(?:提到|提及|指出|说|述|描述|介绍|讲|强调|认为|列举|写道|显示|表明|谈到|给出|提供|叙述|记载|阐述|示)'

/** What stands before such a word where it is no part of a longer one: 宣传材料中, 建筑材料里. */
const ZH_OPENS = '(?<=^|[\\s，,。；;：:、？?！!“”"（(在据从这该此])'

const STRONG_CHINESE = new RegExp(
  [
    `(?:根据|依据|按照|依照|结合|基于|参照|通过阅读|阅读)(?:${ZH_GIVEN}(?:的)?(?:文章|短文|文本|文字|材料|内容|信息|资料|描述|叙述|文档|段落|介绍|说明)|${ZH_TEXT}|文中|(?<!基)本文(?![件字档明化本])|(?:文本|材料|文档|资料|作者)(?:[，,、]|中|内容|里|所[述说提示]|可知|的(?:描述|说法|内容|介绍|叙述|观点)))`,
    `(?<![中英法日德俄韩语散论古外国作])文中(?![学文心国小])`,
    `(?<![文脚版样基剧课读书日])本文(?![件字档明化本学献])`,
    `(?:${ZH_TEXT}|本章|本节)${ZH_SAYS}`,
    `(?:文章|短文|原文|课文)(?:中|里)`,
    `(?:如|正如|像|同)(?:上|前|下)(?:文|面)?所(?:述|说|示|提)`,
    `(?:上面|前面|上文|前文|以上)(?:已经?|曾|所)?(?:提到|提及|说过|讲到|所述|述及|介绍过?)`,
    `(?:参考|所给|给定|提供的)资料(?:中)?(?:显示|表明|提到|指出|可知|说)`,
    `(?:由|从|据|就|照|通过)?(?:(?:上|前|下|原|课|短|选)文|文章|文段|选段)(?:的?内容)?(?:中|里)?(?:我们)?(?:可以|能)?(?:可知|可见|得知|看出|知道|推断|推知|来看|看来)`,
    `(?:以上|上述|这段|这篇|本段|该段)(?:的)?(?:文章|短文|文本|文字|文段|段落|内容|描述|叙述|选段)`,
  ].join('|'),
  'u',
)

const WEAK_CHINESE = new RegExp(
  [
    `作者(?:在(?:文中|文章中?|这里))?(?:还|也|曾|明确|特别)?(?:认为|指出|提到|说|表示|强调|写道|介绍|描述|觉得|主张|想(?:要)?|的(?:观点|看法|态度|意图|写作目的))`,
    `(?:上述|以上|这段|该)(?:材料|资料|信息|文档)`,
    `(?:文档|材料|资料)(?:中|里)?(?:提到|提及|指出|所述|说明了|写道)`,
    `${ZH_OPENS}(?:文档|材料|资料|文字|文本|段落|内容|短文)(?:中|里|中也|里也|里还|中还)(?:说(?![明法服])|讲(?![义座究])|记载|介绍|显示|表明|描述|给出|写着|谈到|称)`,
    `(?<![的》原合])(?:作者|笔者)(?:在.{1,8}?)?(?:还|也|又|曾|先|特别|主要|一共|总共)?(?:列(?!表)|举|把|将|用(?!户)|以(?![外前后及下上来])|引|回忆|回顾|记述|记录|叙述|描写|描绘|推荐|建议|警告|批评|称赞|赞|比较|对比|总结|归纳|概括|提出|提醒|讲|谈|解释|说明|区分|定义|称|告诉|希望|呼吁|分析|给出|怎[么样]|如何|为(?:什么|何)|对.{1,10}?(?:态度|看法|评价))`,
    `(?:文章|短文|课文|全文|原文|该文|此文|选文)(?:还|也|又|曾|先|一共|总共|主要)?(?:列(?!表)|举|把|将|引用|回顾|记述|记录|描写|推荐|建议|警告|比较|对比|总结|归纳|概括|提出|谈|解释|说明|区分|定义|称|告诉|分析)`,
    `(?:文章|短文|课文|全文|选文)的?(?:开头|开篇|结尾|末尾|最后|第[一二三四五六七八九十]段|[前后]半部分)`,
    `${ZH_OPENS}(?:由|从|据|就|照|通过)?(?:材料|资料)(?:可知|可见|得知|来看|看来|推断)`,
    `${ZH_OPENS}(?:材料|资料|段落|短文)(?:说(?![明法服])|写着|告诉我们|显示|表明)`,
  ].join('|'),
  'u',
)

/**
 * A word that each of these phrases has, or a letter that may stand for one of it: nearly all texts in small letters have none,
 * and need not be searched for phrases.
 */
const LEANS =
  /text|passage|article|excerpt|extract|paragraph|snippet|document|section|chapter|author|writer|narrator|information|material|content|description|above|below|earlier|previously|mentioned|ſ/u

/** The first English phrase of a text that points at the passage as a text, or null (LEAK1, LEAK4). */
export function leaningEnglish(text: string, passage: string): string | null {
  if (!LEANS.test(text.toLowerCase())) return null
  return STRONG_ENGLISH.exec(text)?.[0] ?? unlessSaid(WEAK_ENGLISH.exec(text)?.[0], passage)
}

/** The same for Chinese, in traditional characters as well (LEAK2, LEAK4). */
export function leaningChinese(text: string, passage: string): string | null {
  const plain = simplified(text)
  const strong = STRONG_CHINESE.exec(plain)
  const found = strong ?? WEAK_CHINESE.exec(plain)
  if (found === null || (strong === null && unlessSaid(found[0], simplified(passage)) === null)) return null
  // As the text writes it: characters stand for characters.
  return text.slice(found.index, found.index + found[0].length)
}

/** LEAK4: a phrase whose first words the passage uses itself speaks of a thing in it. */
function unlessSaid(phrase: string | undefined, passage: string): string | null {
  if (phrase === undefined) return null
  const words = phrase.toLowerCase()
  const own = OWN.exec(words)
  return passage.toLowerCase().includes(own?.[1] ?? own?.[2] ?? words) ? null : phrase
}

/** What a phrase calls the text or its writer: the passage may use that word of a thing of its own. */
const OWN = /^[由从据就照通过]*(作者|笔者|文章|短文|课文|原文|材料|资料)|^(?!(?:in|from|within) ).*?(the \w+)/u
