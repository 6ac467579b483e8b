import { inside, namesThing, wordsOf } from '#core/mining/english/clause'
import { isCommonWord, isListedWord } from '#core/mining/english/common-words'
import { AUXILIARIES, PREPOSITIONS } from '#core/mining/english/lexicon'
import type { Around, EnglishRule } from '#core/mining/english/rule'
import { BASES, GERUNDS, PARTICIPLES, THIRDS } from '#core/mining/english/verbs'
import type { Match, Statement } from '#core/mining/family'

/** `definition`: what a named thing is. */
export const definition: EnglishRule = (statement, around) =>
  explicit(statement, around) ?? isCalled(statement) ?? isA(statement, around)

const EXPLICIT_VERB =
  / (?:refers? to|defined as|(?:term|name|word) for|means|denotes|stands for|short for|(?:abbreviation|acronym) (?:for|of)) /u
const EXPLICIT =
  /^(?:(?:[Tt]he|[Aa]n?) (?:term|word|phrase|expression|acronym|abbreviation) )?(["“]?)([^"“”,;:]{2,60}?)(["”]?)(?: \([^()]{1,40}\))? (refers to|refer to|(?:is|are|can be|may be) defined as|is the (?:term|name|word) for|means|denotes|stands for|is short for|is an? (?:abbreviation|acronym) (?:for|of)) (.+)$/u

/** `X refers to`, `X is defined as`, `X stands for`. */
function explicit(statement: Statement, around: Around): Match | null {
  const found = EXPLICIT_VERB.test(statement.lower.slice(0, 140)) ? EXPLICIT.exec(statement.body) : null
  if (found === null) return null
  const [, quote = '', term = '', , verb = '', meaning = ''] = found
  const named =
    /^(?:[Tt]he|[Aa]n?) (?:term|word|phrase|expression|acronym|abbreviation) /u.test(statement.body) || quote !== ''
  const words = wordsOf(meaning)
  if (
    words.length < 3 ||
    (/^(?:it|this|these|him|her|them|that|what|how|you|your|one|something|nothing|both|either)$/u.test(
      words[0] ?? '',
    ) &&
      verb !== 'means')
  )
    return null
  if (!named && !isTerm(term, 5)) return null
  if (named && (term.split(' ').length > 6 || FUNCTION_START.test(term))) return null
  if (/^(?:stands for|is short for|is an)/u.test(verb)) {
    return /^[A-Z][A-Za-z0-9.&/-]{1,11}$/u.test(term) && words.length < 20
      ? { asks: [`What does ${term} stand for?`, `What is ${term} short for?`], sure: 0.95, needsPassage: false }
      : null
  }
  if (
    verb === 'means' &&
    !named &&
    !(
      term.split(' ').length < 3 &&
      /^(?:the|an?) \p{L}+(?: \p{L}+)? (?:that|which|of|between|by|in|at|for|to)\b/u.test(meaning)
    )
  )
    return null
  const plain = named ? term : inside(term, around.spelling)
  if (plain === null) return null
  const bare = plain.replace(/^(?:the|an?) /u, '')
  if (verb.startsWith('are') || (verb === 'refer to' && !named))
    return { asks: [`What are ${plain}?`, `How are ${plain} defined?`], sure: 0.93, needsPassage: false }
  const asks: [string, ...string[]] = [`What does “${bare}” mean?`, `What is meant by “${bare}”?`, `Define “${bare}”.`]
  if (!named) asks.push(`What is ${plain}?`)
  return { asks, sure: 0.96, needsPassage: /^the /iu.test(term) }
}

const FUNCTION_START =
  /^(?:this|that|these|those|it|he|she|they|we|you|i|what|which|if|when|as|in|to|there|here|by|for|one)\b/iu

/** `A triangle with equal sides is called an equilateral triangle.` */
function isCalled(statement: Statement): Match | null {
  if (!/ (?:called|termed) /u.test(statement.lower.slice(-60))) return null
  const found =
    /^((?:An? |The (?:process|act|practice|study|point|state|number|amount|rate|method|part|place|line|distance|ability|science|branch|period|time|art) ) ?[^,;:]{12,140}?) (?:is|are) (?:called|termed) (?:an? |the )?["“]?(\p{L}[\p{L}\p{N} -]{2,40}?)["”]?$/u.exec(
      statement.body,
    )
  if (found === null) return null
  const term = found[2] ?? ''
  if (term.split(' ').length > 4 || /\b(?:and|or|in|by|because|when|if|as|after|from|since|to)\b/u.test(term))
    return null
  if (/\b(?:it|this|they|that (?:is|are) not)\b/u.test(found[1] ?? '')) return null
  return {
    asks: [`What is meant by “${term}”?`, `What does “${term}” mean?`, `Define “${term}”.`],
    sure: 0.93,
    needsPassage: false,
  }
}

const SOFT =
  '(?:(?:usually|often|generally|commonly|sometimes|typically|basically|essentially|simply|actually|traditionally|technically|primarily|mainly|strictly) )?'
const COPULA = new RegExp(`^(.{2,80}?) (is|are|was|were) ${SOFT}(?:(an?|the|any|one) )?(.+)$`, 'u')

const BE_AT = / (?:is|are|was|were) /u
/** What a kind without an article is followed by. */
const BARE =
  / (?:that|which|who|whose|where|of|in|for|with|from|by|inside|between|on|at|used|made|consisting|containing|designed|formed|called|found|having) /u

const NO_KIND =
  /^(?:(?!(?:that|which|who|whose|where|of|for|to|in|with|by|from|used)\b)\S+ ){0,3}?(?:problem|example|reason|way|result|matter|question|mistake|challenge|lot|bit|pity|shame|must|fact|case|issue|sign|step|thing|drive|walk|choice|candidate|success|failure|member|friend|son|daughter|brother|sister|wife|husband|fan|guest|few|little|couple|majority|minority|success|joke|favourite|favorite|winner|loser|subject|topic|source|factor|concern|good|shock|surprise|mess|miracle|nightmare|dream|journey|risk|danger|benefit|advantage|disadvantage|drawback|downside|requirement|prerequisite|consequence|effect|cause|outcome|part|one|ones|first|second|third|last|only|same|next|following|latter|former|key|answer|solution|beginning|start|end|time|day|child|baby|native|resident|citizen|graduate|student|idea|point|goal|purpose|aim|right|wrong|best|better|worst|difference|opposite|exception|rule|responsibility|job|duty|limit|limitation|trade-off|tradeoff|improvement|must-have|beginner|mix|blessing|curse|alternative)\b(?!-)/u
const JUDGED =
  /^(?:very |rather |quite |really |pretty |particularly |extremely |especially |fairly |truly )?(?:good|great|nice|bad|perfect|terrible|wonderful|beautiful|big|huge|real|true|fair|major|sure|safe|clear|tough|tricky|difficult|easy|hard|fine|crucial|critical|vital|welcome|worthy|useful|helpful|important|essential|integral|central|key|new|recent|long|short|two-hour|matter|bit|growing|serious|strong|popular choice)\b/u
const PERSON =
  /^(?:(?!(?:that|which|who|whose|where|of|for|to|in|with|by|from|used)\b)\S+ ){0,5}?(?:physicist|chemist|mathematician|scientist|politician|statesman|king|queen|emperor|empress|writer|author|poet|novelist|playwright|painter|composer|musician|singer|actor|actress|director|producer|philosopher|historian|economist|engineer|inventor|architect|explorer|general|admiral|soldier|lawyer|judge|physician|surgeon|biologist|astronomer|astronaut|theologian|priest|monk|saint|pope|bishop|journalist|photographer|designer|entrepreneur|businessman|businesswoman|athlete|footballer|player|coach|activist|nurse|teacher|professor|leader|president|chancellor|prime minister|monarch|prince|princess|duke|noble|nobleman|sculptor|linguist|psychologist|geologist|botanist|naturalist|programmer|developer|sociologist|anthropologist|dancer|chef|missionary|merchant|pirate|pilot|programmer|rapper|guitarist|comedian|broadcaster|critic|essayist|diplomat|revolutionary|reformer|scholar|theorist|senator|governor|mayor|minister|man|woman|founder|ruler|commander|officer|printer|chief|spokesman|spokeswoman|chairman|chairwoman|captain|secretary|head|expert|manager|owner|resident|farmer|grower|winner|journalist|analyst|consultant|student|professor)\b/u

/** `X is a Y that …` */
function isA(statement: Statement, around: Around): Match | null {
  const at = BE_AT.exec(statement.body.slice(0, 90))?.index ?? -1
  if (at < 2 || statement.body.slice(0, at).split(' ').length > 9) return null
  const found = COPULA.exec(statement.body)
  if (found === null) return null
  const [, subject = '', be = '', article = '', predicate = ''] = found
  const lead = /^In [a-z][a-z -]{2,30}, (?=\p{L})/u.exec(subject)?.[0] ?? ''
  const raw = subject.slice(lead.length)
  const named = raw.replace(/ \([^()]{1,50}\)/u, '').replace(/^["“](.+)["”]$/u, '$1')
  if (predicate.length < 20 || predicate.length > 330 || (article === '' && !BARE.test(predicate.slice(0, 90))))
    return null
  if (/[,;]|\b(?:more|most|even|similar|recent)\b/u.test(named)) return null
  if (
    NO_KIND.test(predicate) ||
    JUDGED.test(predicate) ||
    /^also |\b(?:and not|but not|rather than|no longer|than)\b/u.test(predicate.slice(0, 60)) ||
    /, (?:whereas|while)\b/u.test(predicate)
  )
    return null
  if (!(article === '' ? bareKind(predicate, be) : kind(predicate, article, be, /^The /u.test(named)))) return null
  if (!isTerm(named, 6)) return null
  const isName = /^(?:\p{Lu}[\p{L}.’'-]* ){1,3}\p{Lu}[\p{L}’'-]*$/u.test(named)
  const term = lead === '' ? inside(named, around.spelling, be) : named
  if (term === null) return unsure(named, be, predicate, article)
  const startsThe = /^the /u.test(term)
  const past = be === 'was' || be === 'were'
  if (startsThe && (past || be === 'are' || / of |[\d$'‘’]/u.test(term))) return null
  const person =
    article !== '' &&
    (PERSON.test(predicate) ||
      /^(?:(?!(?:that|which|who|whose|where|of|for|to|in|with|by|from|used)\b)\S+ ){0,6}?\w+(?:ologist|ician|grapher|ian) /u.test(
        `${predicate} `,
      ) ||
      (isName && / who /u.test(predicate)))
  if (person && !/^an? /u.test(term)) {
    if (!isName || be === 'are' || be === 'were') return null
    return { asks: [`Who ${be} ${term}?`, `Say in a sentence who ${term} ${be}.`], sure: 0.9, needsPassage: false }
  }
  if (past && (!isName || !DEFINITE_KIND.test(predicate))) return null
  const asks: [string, ...string[]] = [`What ${be} ${term}?`, `What ${be} ${term}?`, `Explain what ${term} ${be}.`]
  if (!past && /^an? /u.test(term)) asks.push(`What is meant by “${term.replace(/^an? /u, '')}”?`)
  return {
    asks,
    sure: (startsThe ? 0.84 : 0.9) + (statement.sentence.index === 0 ? 0.05 : 0),
    needsPassage: dependent(term, around),
  }
}

/** A single word that may be a name or not: asked for as it stands. */
function unsure(word: string, be: string, predicate: string, article: string): Match | null {
  if (word.includes(' ') || (be !== 'is' && be !== 'are') || (article !== '' && PERSON.test(predicate))) return null
  return { asks: [`What is meant by “${word}”?`, `Explain the term “${word}”.`], sure: 0.85, needsPassage: true }
}

/** Whether the definition may hold only in this passage: a definite or everyday word, or a plain word in a technical text. */
function dependent(term: string, around: Around): boolean {
  if (/^the /iu.test(term)) return true
  const bare = term.replace(/^an? /u, '')
  if (/\p{Lu}/u.test(bare)) return false
  return around.technical || (!bare.includes(' ') && bare.length < 6)
}

function isTerm(words: string, most: number): boolean {
  const bare = words.replace(/^(?:The|An?|the|an?) /u, '')
  if (!namesThing(words, most) || !/^[\p{L}\p{N}]/u.test(words)) return false
  const list = wordsOf(bare)
  const first = list[0] ?? ''
  if (list.some((word, i) => PREPOSITIONS.has(word) && word !== 'of' && i > 0) || / and | or /u.test(bare)) return false
  if (/ of /u.test(bare) && /^[Tt]he /u.test(words)) return false
  if ((GERUNDS.has(first) || PARTICIPLES.has(first)) && list.length > 1 && !isListedWord(first)) return false
  if (list.some((word, i) => i > 0 && THIRDS.has(word) && !isCommonWord(word) && !BASES.has(word.slice(0, -1))))
    return false
  return (
    !/^(?:use|number|amount|lack|size|cost|beginning|end|increase|rest|kind|type|sort|form|change|addition|goal|aim|name|main|best|most|biggest|largest|today|time|part|nature|point|level|degree|difference|reason|result|example|life|love|success|lunch|dinner|breakfast|everything|work|home|hope|failure|news|weather|today's|matter|task|great|major|important|key|good|bad|big|new|recent|growing|monday|tuesday|wednesday|thursday|friday|saturday|sunday|people|children|men|women|man|woman|someone|things)$/u.test(
      first,
    ) &&
    !/'s$/u.test(first) &&
    !/^(?:today|now|then|alone|itself|here)$/u.test(list.at(-1) ?? '') &&
    !/\b(?:particular|certain)\b/u.test(bare)
  )
}

/** Kinds that `the` introduces in a definition. */
const THE_KIND =
  /^(?:(?!(?:that|which|who|whose|where|of|for|to|in|with|by|from|used)\b)[\w-]+ ){0,3}(?:process|act|study|practice|practise|state|branch|measure|unit|number|ratio|amount|rate|range|set|capital|science|art|ability|movement|production|application|name|period|distance|degree|property|point|place|part|layer|person|body|field|method|means|transfer|conversion|loss|rise|growth|official|term|word|technique|theory|principle|law|collection|sum|product|size|volume|speed|force|energy|temperature|pressure|length|width|height|area|region|system|language|standard|interface|component|module|function|command|tool|file|program|server|protocol|organ|tissue|gland|muscle|bone|cell|molecule|study of|condition|inflammation|removal|addition|separation|combination|breakdown|formation|exchange|flow|change|idea that|belief|doctrine|discipline|wearing|turning|making|building|use of|line|angle|side|surface|boundary|edge|highest|maximum|minimum|average|total|difference between|relationship|probability|value)\b/u
const PLURAL_KIND =
  /^(?:(?!(?:that|which|who|whose|where|of|for|to|in|with|by|from|used)\b)[\w-]+ ){0,3}(?:type|kind|group|class|form|family|species|set|series|collection|means|category|genus|subset|order|element|mixture|variety|breed|term|feature|mechanism|way of|part of|method|tool|sort|style|unit|system|language|range|component|structure|phylum|division|subfamily|people|tribe|ethnic group)\b/u
const DEFINITE_KIND =
  /^(?:(?!(?:that|which|who|whose|where|of|for|to|in|with|by|from|used)\b)[\w-]+ ){0,3}(?:device|instrument|organ|process|species|unit|measure|system|tool|program|command|file|function|method|object|area|part|animal|plant|bird|fish|mammal|insect|reptile|tree|muscle|gland|bone|machine|engine|structure|river|mountain|island|city|building|software|library|protocol|format|language|interface|class|component|service|server|database|set|number|amount|ratio|point|line|place|name|term|collection|process|organization|institution|agency|network|layer|cell|particle|element|base|type|kind|form|group|genus|family|breed|vehicle|ship|aircraft|weapon|award|prize|treaty|law|principle|theory|theorem|equation|sequence|game|sport|dance|instrument|festival|holiday|currency|religion|branch|range|valley|desert|lake|sea|ocean|region|period|era)\b/u

/** Whether words behind an article name a kind and say something of it. */
function kind(predicate: string, article: string, be: string, definite: boolean): boolean {
  const list = wordsOf(predicate.slice(0, 120))
  const first = list[0] ?? ''
  if (PREPOSITIONS.has(first) || AUXILIARIES.has(first) || /ly$/u.test(first) || article === 'one') return false
  if (
    /^(?:(?!(?:that|which|who|whose|where|of|for|to|in|with|by|from|used)\b)[\w-]+ ){0,2}?(?:most|least|only|first|last|best|worst|future|hope|heart|soul|key|father|mother|backbone|cornerstone|home|\w{3,}(?:gest|dest|hest|lest|rest|test|nest|iest|kest|pest|best|sest|west))\b/u.test(
      predicate,
    ) &&
    !/^(?:forest|interest|harvest|request|contest|western|west)\b/u.test(predicate)
  )
    return false
  if (article === 'the' && !THE_KIND.test(predicate)) return false
  if (be === 'are' && article !== 'the' && article !== 'any' && !PLURAL_KIND.test(predicate)) return false
  if (definite && !DEFINITE_KIND.test(predicate)) return false
  return / (?:that|which|who|whose|where|of|for|in|from|with|by|used|made|designed|consisting|containing|based|called|to|between|on|at|into|formed|caused|produced|written|developed|found|located|known|having|using|involving|\w+ing|\w+ed) /u.test(
    ` ${predicate} `,
  )
}

/** Whether words without an article name a kind: `structures inside cells that …`, `ground that stays frozen`. */
function bareKind(predicate: string, be: string): boolean {
  const list = wordsOf(predicate.slice(0, 120))
  const stop = list.findIndex(
    (word, i) =>
      i > 0 &&
      (/^(?:that|which|who|whose|where)$/u.test(word) ||
        PREPOSITIONS.has(word) ||
        /^(?:used|made|consisting|containing|designed|formed|called|found|having)$/u.test(word)),
  )
  if (stop < 1 || stop > 4 || list.slice(0, 3).some(word => /ing$/u.test(word) && !isCommonWord(word))) return false
  const head = list[stop - 1] ?? ''
  const before = list.slice(0, stop - 1)
  if (
    before.some(
      word =>
        PREPOSITIONS.has(word) ||
        /ly$|^(?:not|more|most|less|very|so|too|as|always|never|just|all|still|now|important|able|available|similar|responsible|good|known|likely|common)$/u.test(
          word,
        ),
    )
  )
    return false
  if (before[0] !== undefined && PARTICIPLES.has(before[0])) return false
  if (be === 'are' || be === 'were') return /[^sui]s$/u.test(head) && !THIRDS.has(list[0] ?? 'x')
  return (
    /^(?:that|which)$/u.test(list[stop] ?? '') &&
    isCommonWord(head) &&
    !/^(?:important|clear|evidence|proof|true|certain|likely|possible|common|necessary|critical|essential|vital)$/u.test(
      head,
    ) &&
    (THIRDS.has(list[stop + 1] ?? '') || AUXILIARIES.has(list[stop + 1] ?? ''))
  )
}
