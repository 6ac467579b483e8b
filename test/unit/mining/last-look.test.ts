import { describe, expect, it } from 'vitest'
import type { Find } from '#core/mining/family'
import { lastLook } from '#core/mining/last-look'

function find(task: string, ask: string, answer: string): Find {
  const evidence = [{ start: 0, end: answer.length }]
  return { task, asks: [ask], answer, evidence, sentences: [], sure: 1, needsPassage: true, form: 'open' }
}

describe('the last look', () => {
  it.each([
    ['effect', 'What happens if you have .deb packages?', 'If you have .deb packages, dpkg installs them.'],
    [
      'effect',
      'Explain what happens when the package is generated.',
      'The tool reads the file created when the package is generated.',
    ],
    ['means', 'How do you consider an alternative?', 'If you want to consider an alternative, you can try plocate.'],
    ['means', 'How can the integrity of a package only be confirmed?', 'It can only be confirmed by a checksum.'],
    ['purpose', 'What can using the find command help to do?', 'Using the find command can help to track them down.'],
    ['section', 'Write a short passage about 使用 dpkg 安装.', 'Using apt is convenient.'],
    ['section', 'What does the section “Figure 4.7. Choice of mode” say?', 'The first screen offers a choice.'],
    [
      'definition',
      'What is meant by “section is also used to”?',
      'The term section is also used to refer to categories.',
    ],
    [
      'effect',
      'Explain what to do if you change your scripts, be sure to test removal.',
      'If you change your scripts, be sure to test removal.',
    ],
    [
      'effect',
      'What happens if a package has been updated?',
      'If a package has been updated, they might prefer to ask first.',
    ],
  ])('MINE21: English %s goes: %s', (task, ask, answer) => {
    expect(lastLook(find(task, ask, answer), 'en')).toBeNull()
  })

  it.each([
    ['definition', '“软件包维护”指的是什么？', '软件包维护是相当团队性的活动。'],
    ['definition', 'info page 页是什么？', 'info page 页是由双引号之间的打字机字体来标注。'],
    ['definition', '“管道”指的是什么？', '管道是 UNIX 的一个非常有影响力的创新。'],
    ['means', '如何执行一个规则的时候？', '当你想要执行一个规则的时候，就调用它的名称。'],
    ['effect', '如果在对之前的命令回复被发送前，会怎么样？', '消息被拒绝。'],
    ['definition', '什么是大多数软件授权声明？', '大多数软件授权声明是设计用以剥夺自由。'],
    ['purpose', '一共有三种方法用来做什么？', '一共有三种方法可用于预置: initrd、file 和 network。'],
    ['purpose', '新软件包有什么用途？', '新软件包可用于升级。'],
    ['effect', '如果系统无法正确启动，应该怎么做？', '如果系统无法正确启动，不要惊慌。'],
    ['effect', '如果不想用自动分区，该怎么办？', '如果不想用自动分区，请在菜单中选择 。'],
    ['definition', '请解释“时区”的含义。', '时区是基于前面所选的国家，安装程序会要您选择其中的一个。'],
  ])('MINE21: Chinese %s goes: %s', (task, ask, answer) => {
    expect(lastLook(find(task, ask, answer), 'zh')).toBeNull()
  })

  it.each([
    [
      'effect',
      'en',
      'What happens if you have to restart the server?',
      'If you have to restart the server, the session ends.',
    ],
    [
      'effect',
      'en',
      'What is the result once the root partition is mounted?',
      'Once the root partition is mounted, init starts.',
    ],
    ['means', 'en', 'How can you stop the firewall?', 'You can stop the firewall by executing a command.'],
    ['definition', 'zh', '什么是 LVM2？', 'LVM2 是一个用于 Linux 内核的逻辑卷管理器。'],
    ['effect', 'zh', '如果签名验证失败，会怎么样？', '如果签名验证失败，邮件应该被隔离。'],
  ] as const)('MINE21: a sound %s in %s stays: %s', (task, language, ask, answer) => {
    expect(lastLook(find(task, ask, answer), language)?.asks).toEqual([ask])
  })
})
