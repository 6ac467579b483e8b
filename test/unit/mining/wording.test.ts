import { describe, expect, it } from 'vitest'
import { mine } from '#test/unit/mining/mine'

/** All instructions that twenty seeds write for a text. */
function asks(text: string, tasks: readonly string[] = []): Set<string> {
  return new Set(
    Array.from({ length: 20 }, (_, seed) => mine(text, { seed, tasks }).map(({ instruction }) => instruction)).flat(),
  )
}

describe('wording', () => {
  it('MINE17: several phrasings, drawn by the seed', () => {
    expect(asks('Bread goes stale quickly because the starch in it gives up its water.').size).toBeGreaterThan(2)
    expect(asks('由于连日暴雨，水库的水位超过了警戒线。', ['cause']).size).toBeGreaterThan(2)
  })

  it('MINE10: a name keeps its capital, an ordinary word loses it', () => {
    for (const ask of asks('Plants bend because light slows the growth of one side.')) expect(ask).toMatch(/ plants /u)
    for (const ask of asks('Germany built the line because coal was needed.')) expect(ask).toMatch(/ Germany /u)
    for (const ask of asks('NASA delayed the launch because a valve had stuck.')) expect(ask).toMatch(/ NASA /u)
  })

  it('MINE10: nothing is written where only the passage could tell and does not', () => {
    expect(mine('Zorvane was abandoned because the wells had turned salty.')).toEqual([])
    const told = 'Traders met at old Zorvane in spring. Zorvane was abandoned because the wells had turned salty.'
    expect(mine(told)[0]?.instruction).toContain('Zorvane')
  })

  it('MINE9: a question turns round only where no verb has to change', () => {
    for (const ask of asks('The roof is flat because rain is rare on the island.'))
      expect(ask).toMatch(
        /^(?:Why is the roof flat\?|Explain why the roof is flat\.|What is the reason that the roof is flat\?|Give the reason why the roof is flat\.)$/u,
      )
    for (const ask of asks('Bats hunt by night because insects are plentiful then and owls are rare.', ['cause']))
      expect(ask).not.toMatch(/^Why bats/u)
  })

  it('MINE7: a word that ties the sentence to the one before goes', () => {
    const [draft] = mine('The port grew. However, the ferry was closed because the ice had not melted.', {
      tasks: ['cause'],
    })
    expect(draft?.response).toBe('The ferry was closed because the ice had not melted.')
    const [zh] = mine('港口扩大了。但是，渡轮停航了，因为海面上的冰还没有融化。', { tasks: ['cause'] })
    expect(zh?.response).toBe('渡轮停航了，因为海面上的冰还没有融化。')
  })

  it('MINE21: how hard something is counts as an outcome, not as advice; what one may have in mind as neither', () => {
    for (const ask of asks('如果一个第三方库编写时没有考虑到通用性，那么要将它集成到一个应用中可能会很棘手。', [
      'effect',
    ]))
      expect(ask).not.toMatch(/怎么做|怎么办/u)
    expect(asks('如果水泵的压力低于下限，那么要先关闭主阀再检查滤网。', ['effect'])).toContain(
      '如果水泵的压力低于下限，应该怎么做？',
    )
    expect(asks('如果你正在实现一个撤销功能，你可能想要对应用的状态进行快照记录。', ['effect']).size).toBe(0)
  })

  it('MINE8: an answer that explains the sentence before is given with it', () => {
    const [draft] = mine(
      'Ships made of steel can float. This is because their hulls push a great weight of water aside.',
    )
    expect(draft?.instruction).toMatch(/ships made of steel/iu)
    expect(draft?.response).toBe(
      'Ships made of steel can float. This is because their hulls push a great weight of water aside.',
    )
    expect(draft?.evidence).toHaveLength(2)
  })

  it.each([
    ['This happens because the cache is never cleared.'],
    ['It failed because the disk was full.'],
    ['They left early because these roads were icy.'],
    ['The method above works because the matrix is square.'],
    ['We use a queue because the writers are slow.'],
    ['The reason is shown in Figure 3 because the table was full.'],
    ['Zinc is cheap because mines are'],
    ['这是因为缓存从未清空。'],
    ['该方法有效，因为矩阵是方阵。'],
    ['如上所述，系统变慢是因为磁盘已满。'],
    ['我们使用队列，因为写入很慢。'],
  ])('MINE8: nothing from a sentence that points elsewhere or is cut: %s', text => {
    expect(mine(text)).toEqual([])
  })
})
