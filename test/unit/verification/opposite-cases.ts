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
    '青禾合作社去年召开了三次社员大会。第一次大会上，多数社员赞成买烘干机，只有老社员葛长顺反对，他担心电费太贵。烘干机装好后，稻谷的损耗下降了四成，收入则增加了两成。县里的检查组表扬了合作社的账目，村民却常抱怨烘干房太吵。原定九月的第二次大会因台风推迟到十月。合作社拒绝了粮商预付定金的提议。社员烘干稻谷免费，外村人要付费。晒场夜间禁用。社员很少请外面的人修机器，多由会计的儿子动手。会计魏岚毕业于清溪农校，后来在云台学院进修，这所云台学院是县里办的；她出生于柳桥，丈夫来自河口。',
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
    ['魏岚毕业于哪所学校？', '她毕业于清溪农校。'],
    ['魏岚出生于什么地方？', '出生于柳桥。'],
    ['魏岚在哪里进修过？', '在云台学院进修过。'],
    ['机器坏了通常由谁修？', '通常由会计的儿子动手修。'],
  ],
  wrong: [
    ['negation', '合作社怎样答复粮商的提议？', '合作社接受了粮商预付定金的提议。'],
    ['negation', '稻谷的损耗有什么变化？', '烘干机装好后，稻谷的损耗上升了四成。'],
    ['negation', '检查组怎样评价账目？', '县里的检查组批评了合作社的账目。'],
    ['negation', '第二次大会改期了吗？', '第二次大会因台风提前到十月。'],
    ['negation', '晒场夜里能用吗？', '晒场夜间可用。'],
    ['name', '魏岚毕业于哪所学校？', '她毕业于云台学院。'],
    ['name', '魏岚出生于什么地方？', '她出生于河口。'],
    ['negation', '社员请外面的人修机器吗？', '社员经常请外面的人修机器。'],
  ],
}

/** Denials in other forms. */
const TEMPLE_STAY: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '云栖寺接待居士住宿，每晚三十元，住满一周的减半。寺里早晚各打一次钟，午后则不打钟，据说是怕惊了鸟。香客请自带水杯，寺里不备茶杯。住持收下了米面，却不肯收钱。后山有一段路要踩石阶，雪后路滑时请走东边的缓坡。斋堂不用葱蒜，晚饭也没有汤。手机可以带进寺里，殿内请别拍照。',
  right: [
    ['午后打钟吗？', '不打，午后不打钟。'],
    ['住持收钱了吗？', '没有，他只收下了米面。'],
    ['下雪路滑的时候怎么上后山？', '不要踩石阶，走东边的缓坡。'],
    ['殿里可以拍照吗？', '不可以，在殿内不要拍照。'],
    ['斋堂的菜有什么特点？', '菜里没有葱蒜。'],
    ['要自己带茶杯吗？', '要自己带水杯，因为寺里没有茶杯。'],
    ['怎样判断住持在不在寺里？', '看他们有没有打钟。'],
  ],
  wrong: [
    ['negation', '午后打钟吗？', '会打，寺里到了午后也照常打钟。'],
    ['negation', '住持收钱了吗？', '住持收下了米面，也愿意收钱。'],
    ['negation', '寺里给香客准备茶杯吗？', '寺里备茶杯。'],
    ['negation', '斋堂用葱蒜吗？', '斋堂用葱蒜。'],
    ['negation', '殿内可以拍照吗？', '殿内可以拍照。'],
  ],
}

const WEATHER_HUT: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'The hut on Fell Rigg has two rooms, a stove, six bunks and no lamp. Wood is stacked behind it; coal is not allowed because of the smoke. The spring above the hut runs in summer but not in late autumn. Walkers who have not booked sleep in the hay. The warden, Cass Ireton, comes on Mondays and never on Sundays.',
  right: [
    ['Does the hut have a lamp?', 'No, it has a stove and six bunks, but no lamp.'],
    ['Who sleeps in the hay?', 'Walkers that have not booked do.'],
    ['Is there water in late autumn?', 'No, by late autumn, the spring has stopped running.'],
    ['What may not be burned?', 'Coal'],
    ['Does the warden come on Sundays?', 'No, she comes on Mondays.'],
  ],
  wrong: [
    ['negation', 'What does the hut have?', 'It has two rooms, a stove, six bunks, and a lamp as well.'],
    ['negation', 'When does the spring run?', 'The spring above the hut runs in summer and in late autumn.'],
    ['negation', 'Is coal allowed?', 'Coal is allowed.'],
    ['negation', 'Does the warden come on Sundays?', 'The warden comes on Sundays.'],
  ],
}

export const OPPOSITE_CASES: readonly SupportCases[] = [DYE_WORKS, CO_OP, TEMPLE_STAY, WEATHER_HUT]
