import { describe, expect, it } from 'vitest'
import { formatFor } from '#features/format'

const en = formatFor('en')
const zh = formatFor('zh')

describe('figures in words', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [4_812_004, '4.81 MB'],
    [999_950, '1 MB'],
    [1_000_000_000, '1 GB'],
    [2_500_000_000_000, '2.5 TB'],
  ])('%d bytes are %s', (bytes, text) => expect(en.bytes(bytes)).toBe(text))

  it.each([
    [-5, '0 s', '0 秒'],
    [0, '0 s', '0 秒'],
    [20, '0.1 s', '0.1 秒'],
    [400, '0.4 s', '0.4 秒'],
    [949, '0.9 s', '0.9 秒'],
    [950, '1 s', '1 秒'],
    [59_400, '59 s', '59 秒'],
    [59_600, '1 min', '1 分'],
    [3_599_000, '1 h', '1 小时'],
    [4_320_000, '1 h 12 min', '1 小时 12 分'],
    [86_400_000, '1 d', '1 天'],
    [97_200_000, '1 d 3 h', '1 天 3 小时'],
  ])('%d ms last %s', (ms, english, chinese) => {
    expect(en.duration(ms)).toBe(english)
    expect(zh.duration(ms)).toBe(chinese)
  })
})
