import type { SupportCases } from './support-cases'

/**
 * Names with another character, days and fields, sides of a place, verdicts, and what a question says is missing. Written for this
 * project.
 */

const HARBOUR_OFFICE: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '柳湾港务所值班记录。日期：5月12日；值班长：岑文柏；记录人：邹小满。上午，渔船“顺风号”在鹭洲路码头卸货，货主是祁连生与苏弥。船老大的父亲住在镇东头，他每月来两次。下午三点，海事员乌兰泰查验了两艘货轮，其中一艘没有交验舱单，被扣在外港。防波堤由县水利队修补，灯塔由港务所负责维修，航标灯归航道站。雨后浪高时，小船请改走内河。港区里有油库、冰库和盐仓，但没有旅店。下次例会定于5月20日，由副所长关雪梅主持。',
  right: [
    ['这天的值班长是谁？', '岑文柏'],
    ['记录人是谁？', '由邹小满担任记录人。'],
    ['下次例会由谁主持？', '副所长关雪梅。'],
    ['货主是哪两个人？', '祁连生和苏弥两个人。'],
    ['渔船在哪个码头卸货？', '在鹭洲路的码头。'],
    ['船老大的爸爸住在哪里？', '他住在镇子东边。'],
    ['谁查验了货轮？', '海事员乌兰泰。'],
    ['灯塔归谁维修？', '归港务所负责。'],
    ['港区里没有什么？', '旅店'],
    ['浪高的时候小船怎么走？', '不要走外面，改走内河。'],
    ['有几艘货轮没有交验舱单？', '两艘货轮中有1艘没有交验舱单。'],
    ['例会什么时候开，由谁主持？', '5月20日开，主持人是副所长关雪梅。'],
  ],
  wrong: [
    ['name', '记录人是谁？', '由周小满担任记录人。'],
    ['name', '值班长是谁？', '值班长是岑文松。'],
    ['name', '货主是哪两个人？', '是祁连生和苏芒两个人。'],
    ['name', '货主是哪两个人？', '是祁连山和苏弥两个人。'],
    ['name', '渔船在哪里卸货？', '渔船在鹤洲路码头卸货。'],
    ['name', '谁查验了货轮？', '查验货轮的是海事员乌兰巴。'],
    ['name', '灯塔归谁维修？', '归气象站负责维修。'],
    ['negation', '港区里有旅店吗？', '港区里有旅店。'],
    ['name', '下次例会由谁主持？', '由副所长关雪莲主持。'],
  ],
}

const NOTICE: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'NOTICE TO TENANTS. Aim: to save water until the main is mended. The laundry is closed on Sundays. Children’s prams are exempt from the ban on things in the stairwell; bicycles are not. Rooms have a stove and a sink, but no telephone; calls go through the porter, Ada Quill. Shut the tap on the landing after use; if you don’t, the cellar floods. Post is included in the weekly rent but not in the daily rent. “She gave me the key, Mother,” the porter’s boy Tim said, and the landlady, Mrs Voss, believed him. The C-reactive protein test for the staff is paid by the house.',
  right: [
    ['What is missing in the rooms?', 'A telephone'],
    ['Which of these is not in the rooms?', 'telephone'],
    ['Are prams banned from the stairwell?', 'No, prams are exempt from the ban.'],
    ['May I use the laundry on a Wednesday?', 'Yes, since it is closed on Sundays alone.'],
    ['Which rent covers the post?', 'The one for the week; with the daily rent, post is not included.'],
    ['Why must the tap be shut?', 'Because the cellar floods when taps that have not been shut are left alone.'],
    [
      'How can tenants save water?',
      'Either by shutting the tap after use, or by leaving the laundry until the main is mended.',
    ],
    ['What does the house pay for the staff?', 'It pays for the CRP test.'],
    ['Through whom do calls go?', 'Through the porter, Ada Quill.'],
  ],
  wrong: [
    ['negation', 'What do the rooms have?', 'The rooms have a stove, a sink and a telephone.'],
    ['negation', 'Are bicycles and prams exempt?', 'No, prams are not exempt from the ban.'],
    ['negation', 'Which rent covers the post?', 'Post is included in the daily rent.'],
    ['name', 'Which test does the house pay for?', 'The PCR test for the staff.'],
    ['name', 'Through whom do calls go?', 'Through the porter, Ada Quince.'],
  ],
}

export const SLIPS_AND_SIDES: readonly SupportCases[] = [HARBOUR_OFFICE, NOTICE]
