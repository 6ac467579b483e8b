import type { SupportCases } from './support-cases'

/** The opposite said in the same words, and the same said in opposite ones. Written for this project. */

const DYE_WORKS: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'The dye works of Orrin reopened in 2016. It stopped using alum from abroad in that year; the colours hold as well without it. Visitors are welcome on Fridays, but photographs are forbidden in the vat room. Water use fell by a third after the new pumps came, while the output of yarn rose. The council praised the filter beds, although the anglers had complained about the smell. Lengths with flaws are thrown away on the same day. Entry is free of charge for pupils. The owner, Hedda Mols, refused an offer from Lund. Mixing the red is difficult, since it does not stay red when the bath is too warm. Gloves are compulsory at the vats and optional in the shop.',
  right: [
    ['Does the works still use alum from abroad?', 'No, it stopped using it in 2016.'],
    ['May one take photographs in the vat room?', 'No, photographs are not allowed in the vat room.'],
    ['What happened to water use?', 'Water use did not rise; it fell by a third.'],
    ['How did the output of yarn develop?', 'The output of yarn increased after the new pumps came.'],
    ['What did the council think of the filter beds?', 'The council was full of praise for the filter beds.'],
    ['Did the owner accept the offer from Lund?', 'She did not accept it.'],
    ['Is the red easy to mix?', 'It is not easy to mix.'],
    ['Must gloves be worn at the vats?', 'Yes, gloves have to be worn at the vats.'],
    ['Are gloves needed in the shop?', 'No, gloves are optional in the shop.'],
    ['What do pupils pay?', 'Pupils need not pay for entry.'],
    ['Are lengths with flaws sold?', 'No, they are discarded on the same day.'],
    ['Who complained about the smell?', 'The anglers complained about the smell.'],
  ],
  wrong: [
    ['negation', 'Does the works use alum from abroad?', 'It went on using alum from abroad.'],
    ['negation', 'May one take photographs in the vat room?', 'Photographs are permitted in the vat room.'],
    ['negation', 'What did the anglers say about the smell?', 'The anglers praised the smell.'],
    [
      'negation',
      'How did the owner answer the offer from Lund?',
      'The owner, Hedda Mols, accepted an offer from Lund.',
    ],
    ['negation', 'What becomes of lengths with flaws?', 'Lengths with flaws are reused on the same day.'],
    ['negation', 'Is it hard to mix the red?', 'Mixing the red is easy.'],
  ],
}

const CO_OP: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '青禾合作社去年召开了三次社员大会。第一次大会上，多数社员赞成买烘干机，只有老社员葛长顺反对，他担心电费太贵。烘干机装好后，稻谷的损耗下降了四成，收入则增加了两成。县里的检查组表扬了合作社的账目，村民却常抱怨烘干房太吵。原定九月的第二次大会因台风推迟到十月。合作社拒绝了粮商预付定金的提议。社员烘干稻谷免费，外村人要付费。晒场夜间禁用。社员很少请外面的人修机器，多由会计的儿子动手。',
  right: [
    ['谁不同意买烘干机？', '葛长顺不赞成买烘干机。'],
    ['烘干机装好后损耗有什么变化？', '稻谷的损耗减少了四成。'],
    ['收入有什么变化？', '收入提高了两成。'],
    ['检查组怎样评价账目？', '检查组称赞了合作社的账目。'],
    ['第二次大会为什么没有在九月开？', '因为台风，大会延期到了十月。'],
    ['合作社接受粮商的提议了吗？', '没有接受，合作社回绝了粮商的提议。'],
    ['谁烘干稻谷要交钱？', '外村人要付费。'],
    ['晒场夜里能用吗？', '不能，晒场夜间不可用。'],
    ['谁抱怨烘干房太吵？', '村民常抱怨烘干房太吵。'],
    ['机器坏了通常由谁修？', '通常由会计的儿子动手修。'],
  ],
  wrong: [
    ['negation', '合作社怎样答复粮商的提议？', '合作社接受了粮商预付定金的提议。'],
    ['negation', '稻谷的损耗有什么变化？', '烘干机装好后，稻谷的损耗上升了四成。'],
    ['negation', '检查组怎样评价账目？', '县里的检查组批评了合作社的账目。'],
    ['negation', '第二次大会改期了吗？', '第二次大会因台风提前到十月。'],
    ['negation', '晒场夜里能用吗？', '晒场夜间可用。'],
    ['negation', '社员请外面的人修机器吗？', '社员经常请外面的人修机器。'],
  ],
}

export const OPPOSITE_CASES: readonly SupportCases[] = [DYE_WORKS, CO_OP]
