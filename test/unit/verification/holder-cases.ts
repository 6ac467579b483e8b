import type { SupportCases } from './support-cases'

/** Pairs about who holds an office, codes, quoted commands and things that no passage has; written before any rule was run on them. */
const MINE: SupportCases = {
  language: 'en',
  headings: ['Grevel mine'],
  passage: `The Grevel mine was opened in 1888 by the engineer Anton Keil and closed under director Louise Brandt. Its last foreman, Josef Thal, kept the pumps running until 1964. Dr Helene Keil of the Thal Institute led the survey of the shafts. The museum is run by Paula Renn, whose assistant, Viktor Sand, repairs the lamps.

Spare wicks are sold under the numbers K-31 for the hand lamp and K-58 for the wall lamp. Visitors enter their code with "lamp on" and leave with "lamp off"; a lost card is blocked with "lamp lock". The ore contained bromargyrite, a silver mineral, and the walls are coated with gunite. Tours are given in German and Czech; French is not offered. The ventilator V2 cools the north gallery and the ventilator V4 the south gallery. Josef Thal was the brother-in-law of Anton Keil.`,
  right: [
    ['Who opened the mine?', 'It was opened by the engineer Anton Keil.'],
    ['Who was the engineer?', 'The engineer was Anton Keil.'],
    ['Who was the director when the mine closed?', 'Louise Brandt was the director.'],
    ['Who was the last foreman?', 'Josef Thal was the last foreman.'],
    ['Who led the survey?', 'Dr Helene Keil led the survey.'],
    ['Who led the survey?', 'The survey of the shafts was led by Helene Keil.'],
    ['Who is the assistant of Paula Renn?', 'Viktor Sand is her assistant.'],
    ['Who is Paula Renn?', 'Paula Renn is the head of the museum.'],
    ['Under which number is the wick for the hand lamp sold?', 'It is sold under K-31.'],
    ['Under which number is the wick for the wall lamp sold?', 'The wick for the wall lamp has the number K-58.'],
    ['Which numbers do the wicks have?', 'K-31 and K-58.'],
    ['How do visitors leave?', 'They leave with "lamp off".'],
    ['How is a lost card blocked?', 'With the command "lamp lock".'],
    ['Which silver mineral did the ore contain?', 'It contained bromargyrite.'],
    ['What are the walls coated with?', 'They are covered with gunite.'],
    ['In which languages are tours given?', 'Tours are given in German and Czech.'],
    ['Are tours offered in French?', 'No, French is not offered.'],
    ['Which ventilator cools the north gallery?', 'The north gallery is cooled by V2.'],
    ['How were Josef Thal and Anton Keil related?', 'Josef Thal was the brother-in-law of Anton Keil.'],
  ],
  wrong: [
    ['name', 'Who was the engineer?', 'The engineer was Josef Thal.'],
    ['name', 'Who was the director when the mine closed?', 'The director was Helene Keil.'],
    ['name', 'Who was the last foreman?', 'Louise Brandt was the last foreman.'],
    ['name', 'Who led the survey?', 'Dr Helene Thal led the survey.'],
    ['name', 'Who opened the mine?', 'Anton Brandt opened the mine.'],
    ['name', 'Who is the assistant of Paula Renn?', 'Her assistant is Josef Thal.'],
    ['name', 'Under which number is the wick for the wall lamp sold?', 'It is sold under the number K-31.'],
    [
      'name',
      'Under which number is the wick for the hand lamp sold?',
      'The wick for the hand lamp is sold under K-85.',
    ],
    ['quotation', 'How is a lost card blocked?', 'A lost card is blocked with "lamp off".'],
    ['name', 'Which silver mineral did the ore contain?', 'The silver mineral in the ore was acanthite.'],
    ['name', 'What are the walls coated with?', 'The coating of the walls is bitumen.'],
    ['name', 'In which languages are tours given?', 'Tours are given in German and French.'],
    ['name', 'Which ventilator cools the south gallery?', 'The south gallery is cooled by V2.'],
  ],
}

const OBSERVATORY: SupportCases = {
  language: 'en',
  headings: [],
  passage: `The observatory on Mount Serra is headed by Clara Oduya; its founder was Henrik Vale. The night assistant, Tomas Brill, opens the dome, and technician Mira Stone cools the camera. The catalogue lists the comet as C-19 and its fragment as C-44. In the control program "dome open" turns the roof, and "dome park" brings the telescope to rest. The mirror is coated with aluminium and the lens is made of fluorite. The software runs on Linux and FreeBSD, but not on Windows. Sofia Brill, the sister of Tomas, paints the charts.`,
  right: [
    ['Who heads the observatory?', 'Clara Oduya is the head of the observatory.'],
    ['Who was the founder?', 'The founder was Henrik Vale.'],
    ['Who is the night assistant?', 'Tomas Brill is the night assistant.'],
    ['Who is the technician?', 'The technician is Mira Stone.'],
    ['How is the comet listed?', 'The catalogue has it as C-19.'],
    ['How is the fragment listed?', 'Its fragment is C-44.'],
    ['Which command turns the roof?', 'The roof is turned with "dome open".'],
    ['What brings the telescope to rest?', '"dome park"'],
    ['What is the lens made of?', 'It is fluorite.'],
    ['On which systems does the software run?', 'It runs on Linux and FreeBSD.'],
    ['Who paints the charts?', 'Sofia Brill paints them.'],
  ],
  wrong: [
    ['name', 'Who was the founder?', 'The founder was Tomas Brill.'],
    ['name', 'Who is the night assistant?', 'Mira Stone is the night assistant.'],
    ['name', 'Who is the technician?', 'The technician is Henrik Vale.'],
    ['name', 'How is the fragment listed?', 'The fragment of the comet is listed as C-19.'],
    ['quotation', 'How is the telescope brought to rest?', 'The telescope is brought to rest with "dome open".'],
    ['name', 'What is the lens made of?', 'The material of the lens is sapphirite.'],
    ['name', 'On which systems does the software run?', 'The software runs on Linux and Windows.'],
    ['name', 'Who paints the charts?', 'Mira Brill paints the charts.'],
  ],
}

const DYKE: SupportCases = {
  language: 'zh',
  headings: ['临江大堤'],
  passage:
    '临江大堤由总督周伯安奏请修建，县丞李元直监工。石料由太湖石料厂供应，木桩产自清河县。工程师傅青山1954年主持加固，站长沈若兰负责测量。' +
    '白灯亮表示水位正常，黄灯闪烁表示水位偏高，黄灯常亮则表示闸门故障。每年冬天约有三千只小天鹅在堤外停留。' +
    '站里的程序支持Linux和BSD，不支持Windows。周伯安的女婿何敬之后来编写了堤志。她的同事孟春生认为，堤脚的渗水与鼠洞有关；沈若兰认为，渗水与暴雨有关。' +
    '堤上的石碑刻有禹王的像。闸门由江北重型机械厂制造。村民杜小河说：“我愿意守夜。”',
  right: [
    ['大堤由谁奏请修建？', '由总督周伯安奏请修建。'],
    ['谁负责监工？', '监工的是县丞李元直。'],
    ['石料由哪家工厂供应？', '由太湖石料厂供应。'],
    ['谁主持了加固？', '主持加固的是工程师傅青山。'],
    ['站长是谁？', '站长是沈若兰。'],
    ['什么灯号表示闸门故障？', '黄灯常亮表示闸门故障。'],
    ['什么灯号表示水位正常？', '白灯亮表示水位正常。'],
    ['冬天有什么鸟在堤外停留？', '约有三千只小天鹅在堤外停留。'],
    ['程序支持哪些系统？', '支持Linux和BSD。'],
    ['何敬之和周伯安是什么关系？', '何敬之是周伯安的女婿。'],
    ['谁认为渗水与鼠洞有关？', '是孟春生，他认为堤脚的渗水与鼠洞有关。'],
    ['石碑上刻有谁的像？', '石碑刻有禹王的像。'],
    ['闸门是哪家工厂制造的？', '由江北重型机械厂制造。'],
    ['谁愿意守夜？', '村民杜小河愿意守夜。'],
  ],
  wrong: [
    ['name', '大堤由谁奏请修建？', '奏请修建的是总督郑文焕。'],
    ['name', '谁负责监工？', '监工的是县丞吕之行。'],
    ['name', '石料由哪家工厂供应？', '由洪泽石料厂供应。'],
    ['name', '站长是谁？', '站长是傅青山。'],
    ['name', '站长是谁？', '站长是李元直。'],
    ['name', '什么灯号表示闸门故障？', '白灯常亮表示闸门故障。'],
    ['name', '冬天有什么鸟在堤外停留？', '每年冬天约有三千只灰头鹀在堤外停留。'],
    ['name', '程序支持哪些系统？', '它支持Linux和Windows。'],
    ['order', '何敬之和周伯安是什么关系？', '周伯安是何敬之的女婿。'],
    ['name', '谁认为渗水与鼠洞有关？', '是沈若兰，她认为堤脚的渗水与鼠洞有关。'],
    ['name', '石碑上刻有谁的像？', '堤上的石碑刻有龙母的像。'],
    ['name', '闸门是哪家工厂制造的？', '由华中重型机械厂制造。'],
    ['name', '谁愿意守夜？', '沈若兰愿意守夜。'],
  ],
}

const TEMPLE: SupportCases = {
  language: 'zh',
  headings: ['白鶴書院'],
  passage:
    '白鶴書院由知府陳道明創辦，首任山長是舉人黃子安。書院的講堂由木匠魏老三搭建，碑文出自秀才傅雲生之手。' +
    '院長鄭秋月前年退休，教務長吳啟東主持日常工作。藏書樓的鑰匙由管理員傅小梅保管。大寶背來一袋米，小滿說：「我願意替書院抄書。」' +
    '紅旗升起表示開課，藍旗升起表示休課。後山的泉水用竹管引入廚房。',
  right: [
    ['書院是誰創辦的？', '是知府陳道明創辦的。'],
    ['首任山長是誰？', '首任山長是黃子安。'],
    ['教務長是誰？', '教務長是吳啟東。'],
    ['誰保管鑰匙？', '管理員傅小梅保管鑰匙。'],
    ['誰願意替書院抄書？', '是小滿願意替書院抄書。'],
    ['什麼旗表示休課？', '藍旗升起表示休課。'],
    ['誰搭建了講堂？', '講堂是木匠魏老三搭建的。'],
  ],
  wrong: [
    ['name', '書院是誰創辦的？', '是知府孫仲謀創辦的。'],
    ['name', '教務長是誰？', '教務長是傅小梅。'],
    ['name', '院長是誰？', '院長是吳啟東。'],
    ['name', '誰願意替書院抄書？', '是大寶願意替書院抄書。'],
    ['name', '什麼旗表示休課？', '紅旗升起表示休課。'],
    ['name', '誰搭建了講堂？', '搭建講堂的是木匠趙阿福。'],
  ],
}

export const HOLDER_CASES: readonly SupportCases[] = [MINE, OBSERVATORY, DYKE, TEMPLE]
