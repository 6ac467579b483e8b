import type { ChatReason } from '#core/synthesis/chat/why-nothing'
import type { Locale } from '#features/session'

/** Of the rules, of the engine and of the ledger. */
type OtherReason = 'no-pattern' | 'language-without-rules' | 'context-overflow' | 'engine-refused' | 'document-deleted'

type Sentences = Readonly<Record<ChatReason | OtherReason, string>>

const EN: Sentences = {
  'no-pattern': 'No sentence here has a form that the rules can turn into a pair.',
  'language-without-rules': 'There are no rules for the language of this passage.',
  'no-tags': 'The model did not keep to the form that it was asked for.',
  'no-valid-pair': 'What the model wrote is not a pair that can be used.',
  'cut-off': 'The answer was cut off before its first pair was whole.',
  'white-space': 'The model wrote nothing but white space.',
  runaway: 'The model wrote on and on without an end.',
  'repeats-itself': 'The model wrote the same thing again and again.',
  'wrong-language': 'The answer is in another language than the passage.',
  refused: 'The model declined to answer.',
  'too-long': 'The passage does not fit into the model’s context.',
  'refused-by-engine': 'The engine refused the request.',
  'context-overflow': 'The passage does not fit into the model’s context.',
  'engine-refused': 'The engine refused the request.',
  'document-deleted': 'The document was deleted meanwhile.',
}

const ZH: Sentences = {
  'no-tags': '模型没有按要求的格式书写。',
  'no-valid-pair': '模型写出的内容不能用作指令–响应对。',
  'cut-off': '第一对还没写完，输出就被截断了。',
  'white-space': '模型只输出了空白。',
  runaway: '模型写个不停，没有结束。',
  'repeats-itself': '模型不断重复同样的内容。',
  'wrong-language': '回答的语言与段落不一致。',
  refused: '模型拒绝回答。',
  'too-long': '段落超出了模型的上下文。',
  'refused-by-engine': '推理引擎拒绝了请求。',
  'context-overflow': '段落超出了模型的上下文。',
  'engine-refused': '推理引擎拒绝了请求。',
  'document-deleted': '文档在此期间被删除。',
  'no-pattern': '这里没有规则能转成问答的句式。',
  'language-without-rules': '规则还不支持这个段落的语言。',
}

/** Why a passage gave no pair. By any key: an item may hold one of a newer version. */
export const ITEM_REASONS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en: EN, zh: ZH }
