import { type Part, parts } from '#core/corpus/part'
import type { SubType } from '#core/corpus/comprehension/find-examples'

/** What two sentences are to one another, as a phrase words it. */
type Labels = Readonly<Record<'entail' | 'contradict' | 'neutral', string>>

/** Phrases of one language. Each holds the slots that its list needs, once (rule TEMPLATE1). */
export interface ComprehensionPhrases {
  /** Question about two sentences, whose answer is one of its labels. */
  readonly classify: readonly { readonly part: Part; readonly labels: Labels }[]
  /** Question about what is given, with its answer. */
  readonly ask: Readonly<Record<SubType, readonly Part[]>>
  /** Between a text and its examples. */
  readonly introduce: readonly Part[]
  /** Behind a text: what its title is. Before it: that a text with this title follows. */
  readonly titleAfter: readonly Part[]
  readonly titleBefore: readonly Part[]
  /** Between the beginning of a text and the rest of it. */
  readonly goOn: readonly Part[]
}

const given = (phrases: readonly string[]): readonly Part[] => parts(['question', 'answer'], phrases)
const two = (phrase: string, labels: Labels): ComprehensionPhrases['classify'] =>
  parts(['first', 'second', 'answer'], [phrase]).map(part => ({ part, labels }))

const YES: Labels = { entail: 'Yes', contradict: 'No', neutral: 'Maybe' }
const NAMES: Labels = { entail: 'Entailment', contradict: 'Contradiction', neutral: 'Neutral' }
const WORDS: Labels = { entail: 'It follows.', contradict: 'It is opposed.', neutral: 'Neither.' }

export const ENGLISH_PHRASES: ComprehensionPhrases = {
  classify: [
    ...two('“{first}” Given that, is the following so: “{second}” Yes, no or maybe? {answer}', YES),
    ...two(
      'First: {first}\nSecond: {second}\nDoes the second follow from the first? Say yes, no or maybe. {answer}',
      YES,
    ),
    ...two('Suppose this is true: {first} Then what about this: {second} (Yes / No / Maybe) {answer}', YES),
    ...two('Premise: {first}\nHypothesis: {second}\nEntailment, contradiction or neutral? {answer}', NAMES),
    ...two(
      'How does the second sentence relate to the first: entailment, contradiction or neutral?\n1. {first}\n2. {second}\nAnswer: {answer}',
      NAMES,
    ),
    ...two(
      'Name the relation of these sentences (entailment, neutral, contradiction).\n{first}\n{second}\n{answer}',
      NAMES,
    ),
    ...two('Read: {first} And now: {second} Does it follow, is it opposed, or neither? {answer}', WORDS),
    ...two('A: {first}\nB: {second}\nDoes B follow from A, is it opposed to A, or is it neither? {answer}', WORDS),
  ],
  ask: {
    topic: given([
      '“{question}” What is it about? {answer}',
      'Say what is spoken of in this sentence: {question} {answer}',
      'Sentence: {question}\nTopic: {answer}',
      'Give the subject of the following. {question} {answer}',
      'What does this deal with? {question} {answer}',
    ]),
    keywords: given([
      'Write a sentence with these words: {question}. {answer}',
      'Words: {question}\nSentence: {answer}',
      'Which sentence of the text has all of these words: {question}? {answer}',
      'Put the words {question} into one sentence about this subject. {answer}',
      'Make a sentence that uses {question}. {answer}',
    ]),
    definition: given([
      'What is meant by {question}? {answer}',
      'Define {question}. {answer}',
      'Term: {question}\nMeaning: {answer}',
      'How does the text define {question}? {answer}',
      'In a few words, what is {question}? {answer}',
    ]),
    entail: given([
      '“{question}” Write a sentence that follows from it. {answer}',
      'What can be concluded from this? {question} {answer}',
      'Premise: {question}\nConclusion: {answer}',
      'Take this as given: {question} State something that must then be so. {answer}',
      'Finish the thought: {question} Hence: {answer}',
    ]),
    contradict: given([
      '“{question}” Write a sentence that speaks against it. {answer}',
      'What stands against this? {question} {answer}',
      'Statement: {question}\nObjection: {answer}',
      'Give the other side of the following. {question} {answer}',
      'Take this as given: {question} State something that does not fit with it. {answer}',
    ]),
    neutral: given([
      '“{question}” Write another fact that neither follows from it nor denies it. {answer}',
      'What else can be said besides this? {question} {answer}',
      'Statement: {question}\nOne more: {answer}',
      'Add something new to the following. {question} {answer}',
      'Go beyond this sentence without repeating it: {question} {answer}',
    ]),
    'cause-to-effect': given([
      '“{question}” What comes of it? {answer}',
      'What is the effect of this? {question} {answer}',
      'Cause: {question}\nEffect: {answer}',
      'Say what happens because of the following. {question} {answer}',
      'Where does this lead? {question} {answer}',
    ]),
    'effect-to-cause': given([
      '“{question}” Why? {answer}',
      'What is the cause of this? {question} {answer}',
      'Effect: {question}\nCause: {answer}',
      'Give the reason for the following. {question} {answer}',
      'What brings this about? {question} {answer}',
    ]),
    similar: given([
      '“{question}” Say it in other words. {answer}',
      'How could this be put differently? {question} {answer}',
      'Sentence: {question}\nThe same again: {answer}',
      'Put the following another way. {question} {answer}',
      'Write a sentence that supports this one: {question} {answer}',
    ]),
    different: given([
      '“{question}” Write a sentence with another message. {answer}',
      'What is set against this in the text? {question} {answer}',
      'On the one hand: {question}\nOn the other: {answer}',
      'Answer the following with a contrast. {question} {answer}',
      'Write something that differs from this: {question} {answer}',
    ]),
  },
  introduce: parts(
    [],
    [
      'Some questions about what was said:',
      'Now use what you have read.',
      'Questions and answers on this text:',
      'The following tasks go with the text above.',
      'Work on these tasks:',
      'What does the text tell us?',
    ],
  ),
  titleAfter: parts(
    ['answer'],
    [
      'What would be a title for this text? {answer}',
      'Sum this up in a title: {answer}',
      'Title: {answer}',
      'In a few words, what was that about? {answer}',
      'Name a heading that fits the text. {answer}',
    ],
  ),
  titleBefore: parts(
    ['question'],
    [
      'Write a text with the title “{question}”.',
      'Title: {question}',
      'What is there to say under the heading “{question}”?',
      'Tell us about this: {question}',
    ],
  ),
  goOn: parts(
    [],
    [
      'How does the text go on?',
      'Continue this text.',
      'What comes next?',
      'Finish what is begun here.',
      'Go on in the same way.',
    ],
  ),
}

const SHI: Labels = { entail: '是', contradict: '否', neutral: '不一定' }
const MING: Labels = { entail: '蕴含', contradict: '矛盾', neutral: '中立' }
const HUA: Labels = { entail: '可以推出。', contradict: '与之相反。', neutral: '都不是。' }

export const CHINESE_PHRASES: ComprehensionPhrases = {
  classify: [
    ...two('已知：{first}那么，“{second}”这句话对吗？请回答是、否或不一定。{answer}', SHI),
    ...two('甲：{first}\n乙：{second}\n由甲能得出乙吗（是／否／不一定）？{answer}', SHI),
    ...two('前提：{first}\n假设：{second}\n两者的关系是蕴含、矛盾还是中立？{answer}', MING),
    ...two('判断下面两句话的关系（蕴含、中立、矛盾）。\n1. {first}\n2. {second}\n答：{answer}', MING),
    ...two('第一句：{first}\n第二句：{second}\n第二句可以由第一句推出，与之相反，还是都不是？{answer}', HUA),
    ...two('读下面两句话：{first}{second}后一句能否从前一句推出？{answer}', HUA),
  ],
  ask: {
    topic: given([
      '“{question}”这句话说的是什么？{answer}',
      '句子：{question}\n主题：{answer}',
      '请说出下面这句话的主题。{question}{answer}',
      '下面的话谈的是什么？{question}{answer}',
    ]),
    keywords: given(['用下列词语写一句话：{question}。{answer}', '词语：{question}\n句子：{answer}']),
    definition: given([
      '什么是{question}？{answer}',
      '请解释“{question}”。{answer}',
      '术语：{question}\n含义：{answer}',
      '文中怎样定义{question}？{answer}',
    ]),
    entail: given([
      '“{question}”由此可以得出什么？{answer}',
      '前提：{question}\n结论：{answer}',
      '请写出能从下面这句话推出的一句话。{question}{answer}',
      '假定如此：{question}那么必有：{answer}',
    ]),
    contradict: given([
      '“{question}”有什么与此不合？{answer}',
      '说法：{question}\n反面：{answer}',
      '请写出与下面这句话不合的一句话。{question}{answer}',
      '从另一面看：{question}{answer}',
    ]),
    neutral: given([
      '“{question}”除此之外还有什么？{answer}',
      '说法：{question}\n另外：{answer}',
      '请补充一件既不能由下文推出、也不与之矛盾的事。{question}{answer}',
      '接着说一点新的内容。{question}{answer}',
    ]),
    'cause-to-effect': given([
      '“{question}”结果怎样？{answer}',
      '原因：{question}\n结果：{answer}',
      '下面的情况会带来什么？{question}{answer}',
      '请说出由此产生的结果。{question}{answer}',
    ]),
    'effect-to-cause': given([
      '“{question}”为什么？{answer}',
      '结果：{question}\n原因：{answer}',
      '下面的情况是什么造成的？{question}{answer}',
      '请说明原因。{question}{answer}',
    ]),
    similar: given([
      '“{question}”换一种说法。{answer}',
      '原句：{question}\n换句话：{answer}',
      '请用别的话表达同样的意思。{question}{answer}',
      '下面这句话还可以怎么说？{question}{answer}',
    ]),
    different: given([
      '“{question}”请写一句意思不同的话。{answer}',
      '一方面：{question}\n另一方面：{answer}',
      '文中用什么与下面这句话对照？{question}{answer}',
      '请用一句话与下文形成对比。{question}{answer}',
    ]),
  },
  introduce: parts([], ['根据所读内容作答：', '请完成下面的练习。', '关于这段文字的问答：', '读完之后，请回答：']),
  titleAfter: parts(
    ['answer'],
    ['给这段文字拟一个标题：{answer}', '标题：{answer}', '用几个字概括上文：{answer}', '这段文字可以叫什么？{answer}'],
  ),
  titleBefore: parts(
    ['question'],
    ['请以“{question}”为题写一段文字。', '标题：{question}', '关于“{question}”，有哪些内容？'],
  ),
  goOn: parts([], ['接下来怎么说？', '请把上面的文字续写完。', '后面的内容是什么？', '请接着往下写。']),
}
