import type { RewordedCases } from './reworded-cases-sluice'

/** Long answers that differ in a few words, to one question; written for this project. */

const ORGAN: RewordedCases = {
  language: 'en',
  passage: `The organ of Saint Bride's in Halm was built by Jonas Werle in 1742. It has 31 stops and 2,140 pipes, the largest of which is five metres long. In 1811 French soldiers melted down the pipes of the left case to cast bullets; those of the right case were hidden under the hay of a barn. For ninety years the organ stood silent, since the parish had no money. In 1903 the widow Clara Boye paid for new pipes, which came from Lund by ship. The bellows are filled with air by an electric fan; before 1926 two boys had to tread them. Every Friday at noon the organist Edda Holt plays for half an hour, and visitors may climb up to the loft. Dry air makes the wood shrink, damp air makes the leather rot, and so the nave is kept at 55 per cent humidity. The tower beside the church is closed in winter.`,
  same: [
    [
      'What did French soldiers do to the organ in 1811?',
      'French soldiers melted down the pipes of the left case to cast bullets, while those of the right case lay hidden in a barn.',
      'What did French soldiers do to the organ in 1811?',
      'French soldiers melted down the pipes of the left case to make bullets, while those of the right case lay concealed in a barn.',
    ],
    [
      'Why was the organ silent for so long?',
      'For ninety years it remained silent because the parish of Halm did not have the money for new pipes.',
      'Why was the organ silent for so long?',
      'For 90 years it was silent because the parish of Halm did not have the funds for new pipes.',
    ],
    [
      'How is the nave kept, and why?',
      'The nave is kept at 55 per cent humidity, because dry air makes the wood shrink and damp air makes the leather rot.',
      'How is the nave kept, and why?',
      'The nave is held at 55 per cent humidity, because dry air makes the wood shrink and damp air lets the leather rot.',
    ],
    [
      'Who paid for the new pipes, and where did they come from?',
      'The widow Clara Boye paid for the new pipes in 1903, and a ship brought them from Lund to Halm.',
      'Who paid for the new pipes, and where did they come from?',
      'The widow Clara Boye financed the new pipes in 1903, and a ship carried them from Lund to Halm.',
    ],
    [
      'What happens every Friday at noon in the church?',
      'Every Friday at noon the organist Edda Holt plays for half an hour, and guests can go up to the loft.',
      'What happens every Friday at noon in the church?',
      'Every Friday at noon the organist Edda Holt performs for half an hour, and guests can go up to the loft.',
    ],
    [
      'Where were the pipes of the right case?',
      "They were hidden under the barn's dry hay, where no soldier of the French looked for them.",
      'Where were the pipes of the right case?',
      'They were hidden under the dry hay of the barn, where no soldier of the French looked for them.',
    ],
    [
      'How were the bellows filled before 1926?',
      'Before 1926 two boys had to tread the bellows all the time so that they were filled with air.',
      'How were the bellows filled before 1926?',
      'Before 1926 two lads had to tread the bellows constantly so that they were filled with air.',
    ],
  ],
  different: [
    [
      'Which pipes were melted down?',
      'In 1811 the pipes of the left case were melted down by French soldiers to cast bullets for the war.',
      'Which pipes were melted down?',
      'In 1811 the pipes of the right case were melted down by French soldiers to cast bullets for the war.',
    ],
    [
      'Who paid for the new pipes?',
      'The widow Clara Boye paid for the new pipes, which came from Lund by ship in that year.',
      'Who paid for the new pipes?',
      'The widow Martha Boye paid for the new pipes, which came from Lund by ship in that year.',
    ],
    [
      'When does the organist play?',
      'The organist Edda Holt plays every Friday at noon for half an hour, and people may listen.',
      'When does the organist play?',
      'The organist Edda Holt plays every Sunday at noon for half an hour, and people may listen.',
    ],
    [
      'What does air do to the organ?',
      'When the air is dry the wood will shrink, and when it is damp the leather in the bellows will rot.',
      'What does air do to the organ?',
      'When the air is damp the wood will shrink, and when it is dry the leather in the bellows will rot.',
    ],
    [
      'What may visitors do after the concert?',
      'Visitors may climb up to the loft after the concert and look at the pipes for a while.',
      'What may visitors do after the concert?',
      'Visitors may not climb up to the loft after the concert and look at the pipes for a while.',
    ],
    [
      'What does the organ have?',
      'The organ of the church in Halm has 31 stops and many pipes, of which the largest is of metal.',
      'What does the organ have?',
      'The organ of the church in Halm has 13 stops and many pipes, of which the largest is of metal.',
    ],
    [
      'What is closed in winter?',
      'The tower that stands beside the church is closed in winter, so nobody can climb it then.',
      'What is closed in winter?',
      'The loft that stands beside the church is closed in winter, so nobody can climb it then.',
    ],
    [
      'What does dry air do?',
      'Dry air makes the wood of the old organ shrink, which is why the nave is kept damp enough.',
      'What does damp air do?',
      'Dry air makes the wood of the old organ shrink, which is why the nave is kept damp enough.',
    ],
    [
      'How did the pipes come to Halm?',
      'The new pipes of the organ came from Lund to Halm by ship before the winter of 1903 began.',
      'How did the pipes come to Halm?',
      'The new pipes of the organ came from Lund to Halm by ship after the winter of 1903 began.',
    ],
    [
      'What does the organ do at noon?',
      'It sounds for half an hour every Friday at noon, and all visitors of the church can hear it.',
      'What does the organ do at noon?',
      'It sounds for half an hour every Friday at noon, and most visitors of the church can hear it.',
    ],
  ],
}

const PAPER: RewordedCases = {
  language: 'zh',
  passage:
    '竹溪纸坊由何守诚于1867年创办，最多时有工人八十名。造纸先把嫩竹浸在水塘里三个月，再用石灰蒸煮，然后在石碓里捣成纸浆。左边的水塘浸竹，右边的水塘漂洗。1931年大火烧毁了旧作坊，只有一座蒸锅留了下来。1956年纸坊改为合作社，由女工段秀兰主持。2009年县里投资二百六十万元修复纸坊，2012年对游客开放。游客可以从前院进去，在后院学习抄纸，但不得触摸蒸锅。厚纸用来糊窗，薄纸用来写字。纸坊每周一闭馆。',
  same: [
    [
      '请概括纸坊的历史。',
      '纸坊由何守诚在1867年创办，1931年遭了大火，1956年变为合作社，2012年起对游客开放。',
      '请概括一下纸坊的历史。',
      '纸坊由何守诚在1867年创办，1931年遇到大火，1956年变成合作社，2012年起对游客开放。',
    ],
    [
      '纸是怎样造出来的？',
      '先把嫩竹放在水塘里泡三个月，再用石灰蒸煮，然后用石碓把它捣成纸浆。',
      '纸是怎样造出来的？',
      '先把嫩竹放进水塘里泡三个月，再用石灰蒸煮，然后用石碓将它捣成纸浆。',
    ],
    [
      '大火以后留下了什么？',
      '1931年的大火把旧作坊都烧光了，整个纸坊只有一座蒸锅保留下来。',
      '大火以后留下了什么？',
      '1931年的大火将旧作坊都烧光了，整座纸坊只有一座蒸锅保存下来。',
    ],
    [
      '县里为纸坊做了什么？',
      '县里在2009年花了二百六十万元把纸坊修复好，三年以后让游客进来参观。',
      '县里为纸坊做了什么？',
      '县里在2009年用了260万元把纸坊修复，三年以后让游客进来参观。',
    ],
    [
      '比较一下左右两个水塘。',
      '左边的水塘是浸竹子用的，右边的水塘是漂洗用的，两个离得很近。',
      '比较左右两个水塘。',
      '左边的水塘是泡竹子用的，右边的水塘是漂洗用的，两个挨得很近。',
    ],
    [
      '游客在纸坊要注意什么？',
      '游客从前院进去，可以到后院学抄纸，不过那座蒸锅是不能碰的。',
      '游客在纸坊要注意什么？',
      '游客从前院进入，可以到后院学抄纸，不过那座蒸锅是不能摸的。',
    ],
  ],
  different: [
    [
      '水塘有什么用？',
      '左边的水塘用来浸竹，浸好的竹子要在石碓里捣成纸浆，一共三个月。',
      '水塘有什么用？',
      '右边的水塘用来浸竹，浸好的竹子要在石碓里捣成纸浆，一共三个月。',
    ],
    [
      '厚纸和薄纸各有什么用？',
      '厚纸用来糊窗，薄纸用来写字，两种纸都是用嫩竹造出来的。',
      '厚纸和薄纸各有什么用？',
      '薄纸用来糊窗，厚纸用来写字，两种纸都是用嫩竹造出来的。',
    ],
    [
      '1956年发生了什么？',
      '1956年纸坊改为合作社，由女工段秀兰主持，工人们都参加了进来。',
      '1956年发生了什么？',
      '1956年纸坊改为合作社，由女工何守诚主持，工人们都参加了进来。',
    ],
    [
      '纸坊是谁创办的？',
      '竹溪纸坊是何守诚在1867年创办的，当时工人很少，后来才多起来。',
      '纸坊是谁创办的？',
      '竹溪纸坊是段秀兰在1867年创办的，当时工人很少，后来才多起来。',
    ],
    [
      '游客从哪里进去？',
      '游客要从前院进去参观纸坊，参观完以后还能学习怎样抄纸。',
      '游客从哪里进去？',
      '游客要从后院进去参观纸坊，参观完以后还能学习怎样抄纸。',
    ],
    [
      '游客可以摸蒸锅吗？',
      '游客在后院可以学习抄纸，纸坊里的那座蒸锅也可以用手触摸。',
      '游客可以摸蒸锅吗？',
      '游客在后院可以学习抄纸，纸坊里的那座蒸锅却不可以用手触摸。',
    ],
    [
      '大火烧毁了什么？',
      '1931年的大火烧毁了纸坊的旧作坊，里面的石碓和水塘都不能用了。',
      '大火烧毁了什么？',
      '1931年的大火烧毁了纸坊的旧蒸锅，里面的石碓和水塘都不能用了。',
    ],
    [
      '纸坊什么时候闭馆？',
      '竹溪纸坊每周一闭馆，其他的日子都对游客开放，大家可以学抄纸。',
      '纸坊什么时候闭馆？',
      '竹溪纸坊每周二闭馆，其他的日子都对游客开放，大家可以学抄纸。',
    ],
    [
      '竹子怎样处理？',
      '嫩竹先在水塘里浸三个月，再用石灰蒸煮，最后才能在石碓里捣。',
      '竹子怎样处理？',
      '嫩竹先在水塘里浸三个月，再用石碓蒸煮，最后才能在石灰里捣。',
    ],
  ],
}

export const NEARLY_CASES: readonly RewordedCases[] = [ORGAN, PAPER]
