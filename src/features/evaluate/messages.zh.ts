import type { en } from './messages.en'

export const zh: typeof en = {
  title: '评估',
  lead: '您亲眼看过的指令–响应对中有多少是正确的，以及各项检查和模型如何判断它们。',
}
