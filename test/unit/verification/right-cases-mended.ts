import type { RightCases } from './right-cases'

/** Right pairs of the shapes that rules were narrowed for: fronted words, verbs between two things, how and where to, kinds of things. */
const SCHOOL: RightCases = {
  language: 'en',
  passage: `For the coming year the board expects fees between 310 and 340 crowns. From the mill the path leads past two ponds to the school. The porter asked the youngest pupil what she feared most, and a gardener answered for her. In autumn the choir sings in the old chapel; in winter it practises in the gym. The head teacher, Ruth Calder, called the plan "bold but fair", and the parents' speaker, Owen Pryce, had asked for another hearing. No pupil may borrow more than five books or keep one for longer than three weeks.`,
  right: [
    ['What does the board expect?', 'The lowest fee that the board expects for the coming year is 310 crowns.'],
    ['Where does the path lead?', 'The path leads past two ponds to the school from the mill.'],
    ['Where does the choir sing?', 'The choir sings in the old chapel in autumn and practises in the gym in winter.'],
    ['Where does the choir practise?', 'The choir practises in the gym in winter.'],
    ['What happened to the youngest pupil?', 'The pupil who had grown silent was asked by the porter what she feared.'],
    ['How many books may a pupil borrow?', 'A pupil may borrow at most five books and keep each for three weeks.'],
  ],
}

const TOWN: RightCases = {
  language: 'zh',
  passage:
    '河口镇设有南、北、中三座码头，后来南码头和中码头废弃，如今只剩北码头。镇志由许知行于1988年开始编写，2003年起由唐小凤续编。' +
    '渔民代表郑大海支持修堤，商会代表顾云生反对修堤，镇民中有七成赞成修堤。老人说祠堂是一夜之间倒塌的，学者则认为是逐渐朽坏的。' +
    '对决定不服的，可以在三十日内向县政府申请复核，或者在两个月内向县法院起诉。船工代表吕启明要求降低租金。',
  right: [
    ['如今河口镇还留有哪座码头？', '北码头'],
    ['现在由谁续编镇志？', '唐小凤从2003年起负责续编，最初由许知行编写。'],
    ['现在由谁续编镇志？', '唐小凤开始续编镇志。'],
    ['郑大海和顾云生对修堤各有什么看法？', '郑大海赞成修堤，顾云生反对修堤。'],
    ['郑大海是什么人？', '郑大海代表渔民，支持修堤。'],
    ['顾云生代表谁？', '顾云生代表商会。'],
    ['老人和学者对祠堂有什么说法？', '老人说是一夜之间倒塌的，学者却说是慢慢朽坏的。'],
    ['对决定不服的人有哪两条路？', '一是在三十日内申请复核，二是在两个月之内到县法院起诉。'],
    ['吕启明要求什么？', '吕启明代表船工，要求降低租金。'],
  ],
}

/** Numbers as travellers of old times write them. */
const JOURNEY: RightCases = {
  language: 'en',
  passage: `On one day's march we counted between one hundred and one hundred and fifty antelopes, and the herds seemed tenfold those of the coast. At a latitude of 31 degs. the waggons went on without more than half an hour's delay in cutting down bushes. The guide was paid two hundred and five thousand shells, and three weeks' provisions were left at the ford.`,
  right: [
    ['How many antelopes were counted?', 'Between 100 and 150 antelopes were counted in a single day.'],
    [
      'How did the herds compare with those of the coast?',
      'They seemed to be ten times as large as those of the coast.',
    ],
    ['At which latitude did the waggons travel?', 'They travelled at a latitude of 31 degrees.'],
    ['How long did cutting bushes hold the waggons up?', 'It held them up for at most a half hour.'],
    ['What was the guide paid?', 'He was paid 205,000 shells.'],
    ['What was left at the ford?', 'Provisions for three weeks were left there.'],
  ],
}

export const RIGHT_CASES_MENDED: readonly RightCases[] = [SCHOOL, TOWN, JOURNEY]
