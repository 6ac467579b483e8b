import type { SupportCases } from './support-cases'

/** Pairs that say whether something is so, or is not; written before the rule about clauses was run on any of them. */
const KILN: SupportCases = {
  language: 'en',
  headings: ['The glass kiln'],
  passage: `The glass kiln at Harrow Lane is opened every Friday and is never left alone while it burns. Visitors may watch from the gallery, but they may not enter the yard. Children must not touch the moulds; adults may touch them with gloves. Sand from the river is always washed before use. The blue glaze contains no lead. Apprentices are paid from the second year on, and they still receive a free lunch.

The old chimney was not pulled down in 1974, but the shed beside it was. No dogs other than guide dogs are admitted. Orders are delivered on every day except Sunday. Broken pieces can be returned within ten days. The gas tap should be closed at night unless a firing is under way. Members have lost fewer pots since the new thermometer came.`,
  right: [
    ['May visitors enter the yard?', 'No, visitors may not enter the yard.'],
    ['Where may visitors watch?', 'They may watch from the gallery, but not from the yard.'],
    ['Is the kiln left alone while it burns?', 'No, it is never left alone while it burns.'],
    ['Must sand be washed?', 'Yes, it always has to be washed before use.'],
    ['Are children allowed to touch the moulds?', 'No, children are not allowed to touch them.'],
    ['May adults touch the moulds?', 'Yes, adults may touch the moulds if they wear gloves.'],
    ['Does the blue glaze contain lead?', 'No, the blue glaze is free of lead.'],
    ['Was the old chimney pulled down?', 'No, the old chimney was not pulled down; the shed was.'],
    ['Is the shed still there?', 'No, the shed was pulled down in 1974.'],
    ['Are guide dogs admitted?', 'Yes, guide dogs are admitted.'],
    ['Are pets admitted?', 'No dogs are admitted, except for guide dogs.'],
    ['On which day are orders not delivered?', 'Orders are not delivered on Sunday.'],
    ['Can broken pieces be returned after ten days?', 'No, they cannot be returned after ten days.'],
    ['May the gas tap stay open?', 'No, it should not stay open at night unless a firing is under way.'],
    ['Did the members lose more pots than before?', 'No, they have lost fewer pots since the new thermometer came.'],
    ['Are apprentices paid in the first year?', 'No, apprentices are not paid in the first year.'],
    ['Do apprentices pay for lunch?', 'No, they do not pay for it, because it is free.'],
  ],
  wrong: [
    ['negation', 'May visitors enter the yard?', 'Yes, visitors may enter the yard.'],
    ['negation', 'What may visitors do?', 'Visitors may not watch from the gallery.'],
    ['negation', 'Who watches the kiln?', 'The kiln is always left alone while it burns.'],
    ['negation', 'How is the sand treated?', 'Sand from the river is never washed before use, as it is clean.'],
    ['negation', 'What does the blue glaze contain?', 'The blue glaze contains lead.'],
    [
      'negation',
      'What about the moulds?',
      'Children must not touch the moulds, and adults may not touch them with gloves.',
    ],
    ['negation', 'Was the old chimney pulled down?', 'The old chimney was pulled down in 1974.'],
    ['negation', 'Are guide dogs admitted?', 'No, guide dogs are not admitted.'],
    ['negation', 'Are orders delivered on Sunday?', 'Yes, orders are delivered on Sunday.'],
    ['negation', 'Can broken pieces be returned?', 'Broken pieces cannot be returned within ten days.'],
    ['negation', 'Do apprentices get lunch?', 'Apprentices no longer receive a free lunch.'],
    ['negation', 'Did the thermometer help?', 'Members have lost no fewer pots since the new thermometer came.'],
    ['negation', 'When is the kiln opened?', 'It is opened every day, but not on Friday.'],
  ],
}

const FERRY: SupportCases = {
  language: 'en',
  headings: ['Rules of the ferry'],
  passage: `The ferry to Ruddick Island takes bicycles at any time, but cars are carried only in summer. Pets travel at half fare; schoolchildren of the island pay nothing. Passengers may bring food on board and must never smoke on deck. After the accident of 1998 the captain did not return to sea, while the mate sailed again in spring. The harbour restaurant was rebuilt and serves fish in the evening. Lost tickets are not replaced. Groups of more than twenty have to book in advance. Seats on the upper deck cannot be reserved. The lighthouse is open to visitors every afternoon except in February. Two species of tern used to breed here; only the common tern still nests on the pier.`,
  right: [
    ['Can bicycles be taken in winter?', 'Yes, bicycles are taken at any time.'],
    ['Are cars carried in winter?', 'No, cars are not carried in winter.'],
    ['Do pets travel free?', 'No, pets do not travel free but at half fare.'],
    ['Do schoolchildren pay?', 'Schoolchildren of the island do not pay.'],
    ['May one smoke on deck?', 'No, smoking on deck is not allowed.'],
    ['May passengers eat on board?', 'Yes, they may bring food on board, but they must not smoke.'],
    ['Did the captain go back to sea?', 'No, he never returned to sea after the accident.'],
    ['Did the mate sail again?', 'Yes, the mate sailed again, but the captain did not.'],
    ['What happens to lost tickets?', 'They are not replaced.'],
    ['Can seats on the upper deck be reserved?', 'No, it is not possible to reserve seats there.'],
    ['Can the lighthouse be visited in February?', 'No, the lighthouse is not open in February.'],
    ['Is the common tern still found?', 'Yes, the common tern still nests on the pier.'],
    ['Do two species of tern breed here today?', 'No, two species no longer breed here; only one is left.'],
    ['Must small groups book?', 'No, only groups of more than twenty have to book in advance.'],
  ],
  wrong: [
    ['negation', 'Do pets pay?', 'Pets do not travel at half fare.'],
    ['negation', 'May passengers bring food?', 'Passengers may not bring food on board.'],
    ['negation', 'What do passengers have to know?', 'Passengers may bring food on board and may smoke on deck.'],
    ['negation', 'Did the captain return to sea?', 'After the accident of 1998 the captain returned to sea.'],
    ['negation', 'Did the mate sail again?', 'The mate did not sail again in spring.'],
    ['negation', 'What became of the restaurant?', 'The harbour restaurant was not rebuilt.'],
    ['negation', 'Are lost tickets replaced?', 'Lost tickets are replaced.'],
    ['negation', 'Can seats be reserved?', 'Seats on the upper deck can be reserved.'],
    ['negation', 'When is the lighthouse open?', 'The lighthouse is open to visitors in February.'],
    ['negation', 'Do terns nest on the pier?', 'The common tern no longer nests on the pier.'],
    ['negation', 'Must groups book?', 'Groups of more than twenty do not have to book in advance.'],
  ],
}

const BATHS: SupportCases = {
  language: 'zh',
  headings: ['青禾浴场'],
  passage:
    '青禾浴场全年开放，冬季不停业。入场者可以自带毛巾，但不得自带酒水。孕妇不宜使用高温池，老人使用前应先测量血压。' +
    '儿童票半价，军人免票。更衣柜的钥匙遗失后须照价赔偿，手机不要带入蒸房。1996年的火灾之后，东楼没有重建，西楼于次年重新开放。' +
    '除周一以外，餐厅每天供应晚饭。会员无须排队，也能提前预订包间。浴场从不使用井水，池水每晚更换。当地原有两家浴场，如今仍有一家营业。北岸无人看守，请勿下水。',
  right: [
    ['浴场冬天营业吗？', '冬季照常开放，不停业。'],
    ['可以自带酒水吗？', '不可以，入场者不得自带酒水。'],
    ['入场可以带什么？', '可以自带毛巾，不能带酒水。'],
    ['孕妇能用高温池吗？', '孕妇不适合使用高温池。'],
    ['老人使用高温池前要做什么？', '要先量血压。'],
    ['军人要买票吗？', '不用买票，军人免票。'],
    ['东楼重建了吗？', '没有，火灾后东楼未再重建。'],
    ['西楼还开放吗？', '西楼在火灾次年重新开放。'],
    ['餐厅周一供应晚饭吗？', '周一不供应晚饭。'],
    ['会员要排队吗？', '会员不必排队。'],
    ['会员能提前预订包间吗？', '能，会员不仅不用排队，还能提前预订包间。'],
    ['池水多久换一次？', '每晚都换，不是每周一次。'],
    ['能把手机带进蒸房吗？', '不能把手机带入蒸房。'],
    ['北岸可以下水吗？', '不可以，那里没有人看守。'],
    ['儿童免票吗？', '儿童不免票，买半价票。'],
    ['当地还有浴场营业吗？', '有，还有一家没有关门。'],
  ],
  wrong: [
    ['negation', '可以自带酒水吗？', '入场者可以自带酒水。'],
    ['negation', '可以自带毛巾吗？', '入场者不得自带毛巾。'],
    ['negation', '孕妇使用高温池要注意什么？', '孕妇可以使用高温池。'],
    ['negation', '老人要注意什么？', '老人使用前无须测量血压。'],
    ['negation', '东楼后来怎样了？', '1996年的火灾之后，东楼重建了。'],
    ['negation', '西楼后来怎样了？', '西楼没有于次年重新开放。'],
    ['negation', '会员有什么便利？', '会员须排队，但能提前预订包间。'],
    ['negation', '会员有什么便利？', '会员无须排队，但不能提前预订包间。'],
    ['negation', '浴场使用井水吗？', '浴场使用井水。'],
    ['negation', '池水每晚更换吗？', '池水并非每晚更换。'],
    ['negation', '餐厅周一供应晚饭吗？', '供应，餐厅周一供应晚饭。'],
    ['negation', '北岸有人看守吗？', '有，北岸有人看守。'],
    ['negation', '手机怎么办？', '手机可以带入蒸房。'],
    ['negation', '儿童要买票吗？', '儿童不用买票。'],
    ['negation', '当地的浴场还营业吗？', '如今已没有一家营业。'],
  ],
}

const PATHS: SupportCases = {
  language: 'zh',
  headings: ['鹿鸣谷步道'],
  passage:
    '鹿鸣谷步道不收门票，停车每天十元。游客应当结伴而行，夜间不得进入峡谷。狗须系绳，马可以进入东段，不可以进入西段。' +
    '雨后请绕行木桥，晴天木桥可以通行。谷中禁止生火，但允许野餐。护林站夏季有人值班，冬季无人值班。' +
    '老吊桥2012年没有被冲垮，新吊桥却被冲垮了。未满十二岁的儿童须由成人陪同。山洞尚未对外开放，瀑布已对外开放。谷中不生长松树。步道的标牌每年更新，地图也会随之更新。',
  right: [
    ['步道要门票吗？', '步道不收门票，但停车要收费。'],
    ['夜里能进峡谷吗？', '夜间不能进入峡谷。'],
    ['马可以走西段吗？', '马不可以进入西段，只能走东段。'],
    ['雨后能走木桥吗？', '雨后不要走木桥，应该绕行。'],
    ['可以在谷中生火吗？', '不可以生火，不过可以野餐。'],
    ['护林站冬天有人吗？', '冬季没有人值班。'],
    ['护林站夏天有人吗？', '夏季有人值班，不是整年都有。'],
    ['老吊桥被冲垮了吗？', '老吊桥没有被冲垮。'],
    ['山洞可以参观吗？', '山洞还没有对外开放。'],
    ['儿童可以单独去吗？', '十二岁以下的儿童不可以单独去。'],
    ['谷中有松树吗？', '没有，谷中不长松树。'],
    ['地图更新吗？', '更新，地图随标牌每年更新。'],
    ['狗可以不系绳吗？', '不可以，狗必须系绳。'],
    ['一个人可以走步道吗？', '不应单独走，应当结伴。'],
  ],
  wrong: [
    ['negation', '步道收门票吗？', '步道收门票，停车每天十元。'],
    ['negation', '夜间可以进入峡谷吗？', '游客夜间可以进入峡谷。'],
    ['negation', '马可以走哪里？', '马可以进入西段。'],
    ['negation', '木桥能走吗？', '晴天木桥不可以通行。'],
    ['negation', '雨后怎么办？', '雨后不必绕行木桥。'],
    ['negation', '护林站什么时候有人？', '护林站冬季有人值班。'],
    ['negation', '老吊桥怎么样了？', '老吊桥2012年被冲垮了。'],
    ['negation', '儿童要成人陪同吗？', '未满十二岁的儿童无须由成人陪同。'],
    ['negation', '山洞开放吗？', '山洞已对外开放。'],
    ['negation', '谷中长什么树？', '谷中生长松树。'],
    ['negation', '地图更新吗？', '标牌每年更新，但地图不会随之更新。'],
    ['negation', '狗要系绳吗？', '狗不须系绳。'],
  ],
}

export const POLARITY_CASES: readonly SupportCases[] = [KILN, FERRY, BATHS, PATHS]
