import type { RightCases } from './right-cases'

const yesNo = { form: 'yes-no' } as const

/** Right pairs written after the rules about denials, exchanges, offices and labels stood, to see whom they hold back. */
const CLINIC: RightCases = {
  language: 'en',
  passage: `The Veldmoor clinic was opened in 1911 by the physician Hanna Kroll, who led it until her death in 1939. Her successor, Emil Starck, added the children's ward; his daughter Lotte Starck became chief nurse in 1952. Today the director is Samir Haddad and his deputy is Julia Moss. The clinic has 240 beds, 60 more than the hospital in Arnsby, but fewer doctors than the one in Kell.

Patients may receive visitors every day from 2 to 6 p.m.; children under ten are not admitted to the west wing. Flowers are allowed on all wards except intensive care. Penicillin must never be given together with tablet T-12, while tablet T-15 can be taken with it. Before an operation patients must not eat for eight hours, but they may drink water until two hours before. The old laundry was not torn down: it houses the archive now, and the former stable serves as a garage. Nurses work in three shifts, doctors in two. The east wing was built of brick, the west wing of concrete. Ambulances use the gate in Rose Street; visitors enter from Park Lane. Only the chief nurse has the key to the poison cupboard. Starck's memoirs say: "I never wanted to be a surgeon."`,
  right: [
    ['Who opened the clinic?', 'Hanna Kroll, a physician, opened the clinic in 1911.'],
    ['Who was the successor of Hanna Kroll?', 'Emil Starck was her successor.'],
    ['Who succeeded Hanna Kroll?', 'She was succeeded by Emil Starck.'],
    ['Who was Lotte Starck?', 'Lotte Starck was the daughter of Emil Starck and became chief nurse.'],
    ['Who was chief nurse from 1952 on?', 'The chief nurse was Lotte Starck.'],
    ['Who is the director today?', 'The director is Samir Haddad.'],
    ['Who is the deputy?', 'Julia Moss is the deputy of Samir Haddad.'],
    ['How does the clinic compare with the hospital in Arnsby?', 'It has 60 more beds than the hospital in Arnsby.'],
    ['Which hospital has fewer beds?', 'The hospital in Arnsby has 60 fewer beds than the clinic.'],
    [
      'Does the clinic have more doctors than the hospital in Kell?',
      'No, it has fewer doctors than the hospital in Kell.',
      yesNo,
    ],
    ['May patients receive visitors?', 'Yes, patients may receive visitors every afternoon.', yesNo],
    ['Are small children admitted to the west wing?', 'No, children under ten may not enter the west wing.', yesNo],
    ['Are flowers allowed?', 'Flowers are allowed, but not in intensive care.'],
    ['Are flowers allowed in intensive care?', 'No, flowers are not allowed in intensive care.', yesNo],
    ['Can T-15 be taken with penicillin?', 'Yes, tablet T-15 can be taken with penicillin.', yesNo],
    ['Which tablet must not be taken with penicillin?', 'Tablet T-12 must not be taken together with it.'],
    ['May patients drink before an operation?', 'They may drink water until two hours before, but they must not eat.'],
    ['What must patients not do before an operation?', 'They must not eat for eight hours before an operation.'],
    ['Was the old laundry torn down?', 'No, the old laundry was not torn down; it is an archive now.', yesNo],
    ['What is the former stable used for?', 'The former stable is used as a garage.'],
    ['How do the shifts differ?', 'Doctors work in two shifts, nurses in three.'],
    ['What were the wings built of?', 'The west wing was built of concrete and the east wing of brick.'],
    ['Where do visitors enter?', 'Visitors enter from Park Lane, whereas ambulances use the gate in Rose Street.'],
    [
      'Does every nurse have the key to the poison cupboard?',
      'No, not every nurse has it; only the chief nurse does.',
      yesNo,
    ],
    ['What did Starck write about himself?', 'He wrote that he had never wanted to be a surgeon.'],
  ],
}

const RAILWAY: RightCases = {
  language: 'en',
  passage: `The Hollin railway runs from Dunmere to the slate quarry at Hollin Top. Engine H-3 pulls the morning train and engine H-7 the evening train. The line was surveyed by Edith Crane, and the viaduct was built by her brother, Walter Crane. When the quarry closed in 1969, the council sold the line to a society of friends, which reopened it in 1976. The society sold the two oldest engines to a museum in Leeds but kept the coaches. Dogs travel free, bicycles cost 2 pounds. Seats cannot be reserved on Sundays. Trains run daily in summer and only at weekends in winter. The lower tunnel is shorter than the upper one, which is 640 metres long. The guard gives the driver a green flag, and the driver answers with two whistles. Steam trains are slower than the railcar but carry more passengers. The tea room does not open before 10 a.m.; the shop opens at 9 a.m. Walter Crane taught the first firemen himself. In the quiz of 2019 the team of the signalmen finished ahead of the drivers and behind the cleaners.`,
  right: [
    ['Which engine pulls the evening train?', 'The evening train is pulled by engine H-7.'],
    ['Which engine pulls the morning train?', 'H-3'],
    ['Who surveyed the line?', 'Edith Crane surveyed it.'],
    ['Who built the viaduct?', 'Walter Crane, the brother of Edith Crane, built the viaduct.'],
    ['Who bought the line from the council?', 'A society of friends bought the line from the council.'],
    ['What did the society sell?', 'It sold the two oldest engines to a museum in Leeds; the coaches were not sold.'],
    ['Do dogs pay?', 'No, dogs do not pay anything.', yesNo],
    ['Can seats be reserved?', 'Seats can be reserved, though not on Sundays.'],
    ['Do trains run every day in winter?', 'No, they do not run daily in winter.', yesNo],
    ['Which tunnel is longer?', 'The upper tunnel is longer than the lower tunnel.'],
    ['What does the guard do?', 'The guard gives a green flag to the driver.'],
    ['What does the driver do?', 'The driver answers the guard with two whistles.'],
    [
      'How do steam trains compare with the railcar?',
      'The railcar is faster than the steam trains but carries fewer passengers.',
    ],
    ['Is the tea room open at 9 a.m.?', 'No, the tea room does not open until 10 a.m.', yesNo],
    ['Who taught the first firemen?', 'They were taught by Walter Crane.'],
    ['How did the drivers fare in the quiz?', 'The drivers finished behind the signalmen.'],
    ['Who won the quiz?', 'The cleaners finished ahead of the signalmen and the drivers.'],
    ['Does the shop open before the tea room?', 'Yes, the shop opens an hour before the tea room.', yesNo],
  ],
}

const ORCHID: RightCases = {
  language: 'zh',
  passage:
    '兰谷植物园由植物学家黎素芳创办，首任园长是她的学生姚振华。姚振华退休后，园长由贺明珠接任，副园长是杜一帆。温室A-1种兰花，温室A-2种蕨类。' +
    '游客可以带相机，但不能使用闪光灯；六岁以下儿童免票，老人半价。除周二外，植物园每天开放。东馆陈列标本，西馆出售种子。' +
    '白兰花香味浓，建兰花期长。兰圃每天浇水，蕨圃隔天浇水。园内不得吸烟，茶室里可以饮酒。黎素芳把手稿赠给省图书馆，图书馆回赠她一套古籍。' +
    '2008年雪灾中，老温室没有倒塌，新温室却倒了一半。南坡比北坡暖和，但北坡的树更多。标签上红点表示濒危，蓝点表示易危。研究员柏文静认为，病害与积水有关。' +
    '植物园的系统支持微信支付，不支持现金。今年的游客比去年多两万人，比前年少一万人。',
  right: [
    ['谁创办了植物园？', '植物园是黎素芳创办的，她是植物学家。'],
    ['首任园长是谁？', '首任园长是姚振华。'],
    ['姚振华是谁？', '姚振华是黎素芳的学生，也是首任园长。'],
    ['姚振华退休后谁当园长？', '贺明珠接任了园长。'],
    ['副园长是谁？', '杜一帆。'],
    ['蕨类种在哪个温室？', '蕨类种在温室A-2。'],
    ['游客可以使用闪光灯吗？', '不能，但可以带相机。', yesNo],
    ['六岁以下儿童要买票吗？', '不用，六岁以下儿童免票。', yesNo],
    ['老人要买票吗？', '要买，老人票半价，不免费。', yesNo],
    ['植物园周二开放吗？', '周二不开放。', yesNo],
    ['东馆和西馆有什么不同？', '西馆出售种子，东馆陈列标本。'],
    ['白兰和建兰各有什么特点？', '建兰花期长，白兰花香味浓。'],
    ['兰圃和蕨圃怎样浇水？', '蕨圃隔天浇一次，兰圃每天都浇。'],
    ['园内可以吸烟吗？', '不可以，园内禁止吸烟。', yesNo],
    ['茶室里可以饮酒吗？', '可以，茶室里允许饮酒，但不得吸烟。', yesNo],
    ['黎素芳把什么赠给了图书馆？', '黎素芳把手稿赠给了省图书馆。'],
    ['图书馆赠给黎素芳什么？', '图书馆赠给她一套古籍。'],
    ['雪灾中老温室倒塌了吗？', '老温室没有倒，倒的是新温室的一半。', yesNo],
    ['哪一面坡更暖和？', '南坡比北坡暖和。'],
    ['哪一面坡的树多？', '北坡的树比南坡多。'],
    ['蓝点表示什么？', '蓝点表示易危，红点才表示濒危。'],
    ['柏文静怎么看病害？', '她认为病害与积水有关。'],
    ['可以用现金支付吗？', '不可以，系统不支持现金。', yesNo],
    ['今年的游客比去年多还是少？', '比去年多两万人。'],
    ['今年的游客与前两年相比如何？', '比前年少一万人，比去年多两万人。'],
  ],
}

export const RIGHT_CASES_HELD: readonly RightCases[] = [CLINIC, RAILWAY, ORCHID]
