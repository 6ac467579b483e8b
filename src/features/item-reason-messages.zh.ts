import type { ItemReasonMessages } from './item-reason-messages.en'

export const itemReasonsZh: ItemReasonMessages = {
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
  'english-only': '指令合成模型只懂英文。可以改用聊天模型处理这个段落。',
  'answer-missing': '答案文件里没有与这个段落原文完全一致的条目。',
}
