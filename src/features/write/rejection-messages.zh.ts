import type { RejectionMessages } from './rejection-messages.en'

export const rejectionsZh: RejectionMessages = {
  truncated: '没有写完就中断了',
  'no-tags': '不属于任何一对的文字',
  'text-before': '指令之前还有别的文字',
  'no-question': '没有指令',
  'no-answer': '没有响应',
  'two-questions': '一对中有两个指令',
  'two-answers': '一个指令有两个响应',
  'empty-question': '指令是空的',
  'empty-answer': '响应是空的',
  repeated: '同样的指令前面已有',
  'options-broken': '选项无法分清',
  'answer-not-an-option': '答案不是选项之一',
  'steps-broken': '要求写出步骤，但步骤不完整',
}
