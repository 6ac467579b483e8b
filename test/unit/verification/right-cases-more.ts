import type { RightCases } from './right-cases'

const yesNo = { form: 'yes-no' } as const
const options = (...texts: readonly string[]) => ({ form: 'choice' as const, options: texts })

const FERRY: RightCases = {
  language: 'en',
  passage: `The ferry Halden links the islands of Orsa and Minna. The morning boat carries mostly pupils, the evening boat mostly tourists. Cars are loaded through the bow door and unloaded through the stern door. Cyclists board before cars, and lorries board last. Tickets bought online cost 9 euros, tickets bought on board 11 euros. In fog the captain may slow down, but she may not leave the marked channel. Captain Ingrid Solheim has steered the ferry since 2015; her deputy, Pavel Horak, joined the crew three years later. The first engine was built in Turku and failed after twelve years; the second came from Kiel and still runs. In summer the ferry makes ten trips a day, in winter six. Orsa exports slate, and Minna imports most of its food. Dogs travel free of charge, horses do not.`,
  right: [
    ['Who travels mainly on the morning boat?', 'The morning boat is mainly used by pupils.'],
    ['Who travels mainly on the evening boat?', 'Tourists make up most of the passengers on the evening boat.'],
    ['Through which door are cars loaded?', 'They drive on board through the bow door.'],
    ['Through which door are cars unloaded?', 'They leave the ferry through the stern door.'],
    ['Who boards before the cars?', 'Cyclists get on first, before the cars.'],
    ['Who boards last?', 'Lorries are the last to board.'],
    ['How much does an online ticket cost?', 'It costs 9 euros if it is bought online.'],
    ['How much does a ticket bought on board cost?', 'Passengers pay 11 euros on board.'],
    ['What may the captain do in fog?', 'She is allowed to reduce speed.'],
    ['What may the captain not do in fog?', 'She must not leave the marked channel.'],
    ['Who is the captain of the ferry?', 'Ingrid Solheim has been in command since 2015.'],
    ['When did Pavel Horak join the crew?', 'He joined in 2018.'],
    ['What happened to the first engine?', 'It broke down after 12 years of service.'],
    ['Where was the first engine made?', 'It was made in Turku.'],
    ['Where was the second engine made?', 'It was made in Kiel.'],
    ['How many trips does the ferry make in winter?', 'It makes six trips each day in winter.'],
    ['What does Orsa export?', 'Orsa sells slate abroad.'],
    ['What does Minna import?', 'The island imports the greater part of its food.'],
    ['Do dogs need a ticket?', 'No, dogs are carried free of charge.', yesNo],
    ['Do horses travel for free?', 'No, unlike dogs, horses have to pay.', yesNo],
    ['Which island imports food?', 'Minna', options('Orsa', 'Minna', 'Both islands', 'Neither island')],
    ['Summarize the price policy of the ferry.', 'Buying online is cheaper, and dogs pay nothing.'],
  ],
}

const PARSER: RightCases = {
  language: 'en',
  passage: `Quillet is a command-line tool that checks text files for broken links. Version 1 was written in Perl by Noor Haddad; version 2 is a rewrite in Rust by Tom Ellery. Options before the file name apply to all files, options after it to that file only. With the flag --quick the tool tests only links inside the folder; with --full it tests links on the web as well. A warning is shown in yellow and does not stop the run, an error is shown in red and does. The cache is cleared every 24 hours. Reports can be saved as plain text or as JSON, but not as PDF. The minimum timeout is 2 seconds, the maximum 60 seconds. Users who upgrade from version 1 must rename the settings file; users who install version 2 afresh need not do anything. The project is funded by the Lindgren Foundation and hosted by the university of Tartu.`,
  right: [
    ['Who wrote version 1 of Quillet?', 'Noor Haddad wrote the first version.'],
    ['Who wrote version 2 of Quillet?', 'Version 2 was written by Tom Ellery.'],
    ['In which language is version 1 written?', 'It is written in Perl.'],
    ['In which language is version 2 written?', 'It was rewritten in Rust.'],
    ['What do options before the file name apply to?', 'They apply to all files.'],
    ['What do options after the file name apply to?', 'They only affect the file they follow.'],
    ['What does the --quick flag do?', 'It limits the test to links within the folder.'],
    ['What does the --full flag do?', 'It also checks links that lead to the web.'],
    ['In what colour are warnings shown?', 'Warnings appear in yellow.'],
    ['In what colour are errors shown?', 'Errors appear in red.'],
    ['Does a warning stop the run?', 'No, only an error stops it.', yesNo],
    ['Does an error stop the run?', 'Yes, the run ends when an error occurs.', yesNo],
    ['In which formats can reports be stored?', 'They can be stored as plain text or JSON.'],
    ['Can reports be saved as PDF?', 'No, PDF is not supported.', yesNo],
    ['What is the shortest timeout?', 'The shortest possible timeout is two seconds.'],
    ['What is the longest timeout?', 'It is one minute, or 60 seconds.'],
    ['What must users do when they upgrade from version 1?', 'They have to give the settings file a new name.'],
    ['Who funds the project?', 'Its funding comes from the Lindgren Foundation.'],
    ['Who hosts the project?', 'It is hosted by the University of Tartu.'],
    ['How often is the cache emptied?', 'Once a day.'],
  ],
}

const TEA: RightCases = {
  language: 'zh',
  passage: `石岭茶场种植绿茶和红茶。绿茶在清明前采摘,用铁锅炒制;红茶在立夏后采摘,用竹匾晾晒。第一道工序是摊青,需要六小时;第二道工序是杀青,只需五分钟。茶场的东门供货车进出,西门供游客进出。场长赵国栋负责种植,副场长沈丽负责销售。绿茶主要销往上海,红茶主要出口俄罗斯。

冲泡绿茶的水温为80度,冲泡红茶的水温为95度。茶叶应当放在阴凉干燥处,不能放在冰箱门上。游客可以采茶,但不得带走茶苗。2015年以前茶场由村里管理,2015年以后由合作社管理。去年干旱使产量下降了四分之一,但价格上涨,收入反而略有增加。`,
  right: [
    ['绿茶什么时候采摘?', '绿茶在清明节之前采摘。'],
    ['红茶什么时候采摘?', '红茶要等到立夏之后才采摘。'],
    ['绿茶用什么炒制?', '用铁锅。'],
    ['红茶用什么晾晒?', '红茶用竹匾来晾晒。'],
    ['第一道工序是什么?', '第一道工序叫摊青。'],
    ['第二道工序是什么?', '第二道工序叫杀青。'],
    ['摊青需要多长时间?', '大约需要6个小时。'],
    ['杀青需要多长时间?', '杀青仅需五分钟。'],
    ['货车从哪个门进出?', '货车走东门。'],
    ['游客从哪个门进出?', '游客走西门。'],
    ['谁负责种植?', '种植由场长赵国栋负责。'],
    ['谁负责销售?', '销售由副场长沈丽负责。'],
    ['绿茶主要卖到哪里?', '绿茶主要卖到上海。'],
    ['红茶主要卖到哪里?', '红茶主要卖到国外,即俄罗斯。'],
    ['冲泡绿茶需要多少度的水?', '需要80度的热水。'],
    ['冲泡红茶需要多少度的水?', '水温要达到95度。'],
    ['茶叶可以放在冰箱门上吗?', '不可以,茶叶应存放在阴凉干燥的地方。', yesNo],
    ['游客可以采茶吗?', '可以,但是不能把茶苗带走。', yesNo],
    ['2015年以前茶场由谁管理?', '那时由村里负责管理。'],
    ['2015年以后茶场由谁管理?', '此后由合作社负责管理。'],
    ['去年产量为什么下降?', '因为发生了干旱。'],
    ['去年茶场的收入有什么变化?', '虽然产量减少,收入却小幅增长。'],
    ['哪种茶出口到国外?', '红茶', options('绿茶', '红茶', '白茶', '花茶')],
  ],
}

const SCHOLAR: RightCases = {
  language: 'zh',
  passage: `文学家顾远山1902年生于绍兴,父亲是药店老板,母亲是刺绣女工。他小学在家乡读书,中学在杭州读书。1921年他赴法国学习雕塑,后改学文学。回国后先在北京教书,后到昆明教书。他的第一部小说《渡口》描写船工,第二部小说《灯影》描写女教师。《渡口》由弟弟顾远川作插图,《灯影》由好友魏青作序。

妻子罗敏是医生,妹妹顾远秋是记者。他喜欢下棋,不喜欢喝酒。战争期间他的藏书大部分被烧毁,手稿因存放在学生家中而得以保存。1958年他把剩下的藏书捐给图书馆,把字画捐给博物馆。他1971年病逝,葬于西湖边。`,
  right: [
    ['顾远山的父亲从事什么职业?', '他的父亲开药店。'],
    ['顾远山的母亲从事什么职业?', '他的母亲靠刺绣为生。'],
    ['顾远山在哪里读小学?', '他在家乡绍兴上小学。'],
    ['顾远山在哪里读中学?', '他的中学是在杭州读的。'],
    ['顾远山去法国最初学什么?', '最初学的是雕塑。'],
    ['顾远山后来改学什么?', '他后来转而学习文学。'],
    ['顾远山回国后先在哪里教书?', '他先在北京任教。'],
    ['顾远山后来到哪里教书?', '后来去了昆明任教。'],
    ['《渡口》描写的是什么人?', '这部小说写的是船工。'],
    ['《灯影》描写的是什么人?', '这部小说写的是女教师。'],
    ['谁为《渡口》画了插图?', '插图是他的弟弟顾远川画的。'],
    ['谁为《灯影》写了序?', '序是好友魏青写的。'],
    ['顾远山的妻子做什么工作?', '他的妻子罗敏是一名医生。'],
    ['顾远山的妹妹做什么工作?', '他的妹妹是一名新闻记者。'],
    ['顾远山喜欢喝酒吗?', '不喜欢,他的爱好是下棋。', yesNo],
    ['手稿为什么没有被烧毁?', '因为手稿放在学生家里。'],
    ['顾远山把藏书捐给了哪里?', '他把剩余的书捐给了图书馆。'],
    ['顾远山把字画捐给了哪里?', '他把字画赠给了博物馆。'],
    ['顾远山去世时多大年纪?', '他去世时69岁。'],
    ['顾远山的第一部小说是什么?', '《渡口》', options('《渡口》', '《灯影》', '《西湖》', '《船工》')],
  ],
}

export const RIGHT_CASES_MORE: readonly RightCases[] = [FERRY, PARSER, TEA, SCHOLAR]
