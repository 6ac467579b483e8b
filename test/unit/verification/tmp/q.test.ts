import { it } from 'vitest'
import { foldMarks, tokensOf } from '#core/verification/support/tokens'
import { quantitiesOf } from '#core/verification/support/quantities'
it('shows', () => {
  for (const t of `The tower has 1,000 steps and 1 000 doors, twenty-three keepers, a dozen lamps, half an hour, two and a half years.
On March 4, 1821 and 4 March 1821 and 1821-03-04 it was lit. In 1822, since 1990s, in the 19th century, nineteen fifty-three.
It is 20.5 miles away, 90 °C hot, -5 °C cold, 5 km/h fast, 20 kilometres per hour, $5 million, 3/4 of it, two thirds of them, 45 percent, 5 %.
About 30,000 people, more than three hundred ships, 5–10 km, 14:10, 2:10 pm, 44 BC, one keeper, the third floor, 1914–18.
1821年3月4日，三百二十公里，两千人，1.5万吨，3亿2000万元，百分之五，三分之一，第三座灯塔，二十多年，三个半小时，两年半，半小时，三座灯塔，一九五三年，公元前221年，20世纪90年代，14点30分，零下5度，约三十艘船，四十米左右。
二氧化碳，四周都是水，千万不要，十分重要，两侧，三角形，五月，３０公里，٣٠ ٤٥٫٥ ३२०`.split('\n')) {
    const text = foldMarks(t)
    for (const q of quantitiesOf({ text, tokens: tokensOf(text, 1e5) }, 1000))
      process.stdout.write(
        `${q.text} = ${q.date ? JSON.stringify(q.date) : q.values.join('|')} ${q.kind} ${q.unit?.name ?? '-'}/${q.unit?.measures ?? ''} [${q.nouns.join(',')}] ${q.rounding ?? ''} ${q.small ? 'small' : ''} ${q.loose ? 'loose' : ''}\n`,
      )
  }
})
