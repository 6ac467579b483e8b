import type { StateMessages } from './state-messages.en'

export const stateZh: StateMessages = {
  states: { kept: '已保留', ready: '就绪', unsure: '存疑', failed: '未通过检查', dropped: '已舍弃' },
  byState: '按状态',
  hint: '就绪：还没有决定，且所有检查都已通过。',
  presets: { standard: '已保留和就绪', kept: '只要已保留', all: '全部' },
  quickChoice: '快速选择',
  noState: '请至少选择一种状态。',
}
