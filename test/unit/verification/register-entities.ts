import type { SupportCases } from './support-cases'

/** Who, which and where, asked of minutes, letters and labels; the wrong answer is another of the same text. Written for this project. */

const MINUTES: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'MINUTES – Friends of the Quarry Pond, 4 May. Present: Judith Marlow (chair), Owen Pask, Dilys Ferreira, Tom Quill.\n1. The chair welcomed two new members. She thanked the scouts, who had cleared the eastern bank of brambles.\n2. Owen Pask reported that the sluice had jammed again. A diver from Helmsby freed it on Sunday and found a bicycle, which the police collected.\n3. Dilys Ferreira asked for a bench beside the willow. The meeting agreed, provided that the carpenter Ned Sallow is willing to give the wood.\n4. The treasurer, Tom Quill, wants to move the account to Brook Bank, because Carter & Lyle charges for every transfer.\nNext meeting: in the library, not in the boathouse.',
  right: [
    ['Who asked for a bench beside the willow?', 'Dilys Ferreira asked for one.'],
    ['Who reported that the sluice had jammed?', 'It was Owen Pask who reported it.'],
    ['Who thanked the scouts?', 'Judith Marlow, the chair.'],
    ['Who freed the sluice on Sunday?', 'A diver from Helmsby.'],
    ['Where does the next meeting take place?', 'In the library.'],
    ['Which bank charges for every transfer?', 'Carter & Lyle.'],
    ['Who may give the wood?', 'The carpenter, Ned Sallow.'],
  ],
  wrong: [
    ['name', 'Who asked for a bench beside the willow?', 'Tom Quill asked for one.'],
    ['name', 'Who reported that the sluice had jammed?', 'That the sluice had jammed was reported by Ned Sallow.'],
    ['name', 'Who wants to move the account?', 'Owen Pask wants to move it.'],
    ['name', 'Who might give the wood for the bench?', 'Judith Marlow might give the wood.'],
    ['name', 'Who collected the bicycle that was found in the sluice?', 'The treasurer collected it.'],
  ],
}

const LETTER: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '三姨：信收到了。家里都好，只是入冬后老屋漏了一回雨，是隔壁的宋木匠上房换的瓦，一分钱没要。大哥在砖厂升了班长，每月能往家寄些钱。二妹考上了师范，学费是外婆卖了两头猪凑的。小满还在镇上的豆腐坊学手艺，师傅姓佟，脾气大，可手艺没得说。前些天县剧团来演出，唱主角的是邻村的谷兰，台下坐满了人，村支书还送了花篮。您托人带的红糖，娘分给了坐月子的四婶。过年您若回来，坐早班船到柳浦，我让大哥去码头接您。',
  right: [
    ['老屋漏雨后，换瓦的是谁？', '是隔壁的宋木匠。'],
    ['二妹的学费是谁凑的？', '是外婆卖猪凑的。'],
    ['演出时唱主角的是谁？', '唱主角的是谷兰。'],
    ['谁送了花篮？', '村支书。'],
    ['红糖分给了谁？', '分给了四婶。'],
    ['谁会去码头接三姨？', '大哥会去接。'],
    ['豆腐坊的师傅姓什么？', '姓佟。'],
  ],
  wrong: [
    ['name', '二妹的学费是谁凑的？', '学费是由四婶凑的。'],
    ['name', '演出时唱主角的是谁？', '唱主角的是二妹。'],
    ['name', '谁送了花篮？', '宋木匠送了花篮。'],
    ['name', '红糖分给了谁？', '红糖分给了外婆。'],
    ['name', '在砖厂升了班长的是谁？', '谷兰'],
  ],
}

const LABEL: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'CARE OF YOUR LOOM. The frame is of ash; wipe it with a dry cloth and never with spirit. The heddles are steel: oil them twice a year with the oil supplied. Reeds rust in damp rooms, so hang them up. If the brake slips, dust the drum with chalk. If the beam creaks, rub soap on its bearings. Cords that fray are replaced by your dealer, Moorside Crafts; broken treadles are sent to our workshop in Aldwick. Questions are answered by Mrs Penhale on weekdays.',
  right: [
    ['What is put on the drum if the brake slips?', 'Chalk.'],
    ['What helps when the beam creaks?', 'Soap on its bearings.'],
    ['Who replaces frayed cords?', 'The dealer, Moorside Crafts.'],
    ['Where are broken treadles sent?', 'To the workshop in Aldwick.'],
    ['Who answers questions?', 'Mrs Penhale does, on weekdays.'],
  ],
  wrong: [
    ['name', 'What is rubbed on the bearings if the beam creaks?', 'Chalk is rubbed on them.'],
    ['name', 'Who answers questions?', 'Moorside Crafts answers questions on weekdays.'],
  ],
}

const CLINIC: SupportCases = {
  language: 'zh',
  headings: [],
  passage:
    '社区卫生站通知：接种在二楼东侧进行，由护士长岑晓岚负责；抽血改到一楼药房旁边，由实习医生蒲一鸣操作。测血压不用排队，大厅里的志愿者随时可以帮忙。领取报告请到西门的窗口，那里有自助机。轮椅存放在停车场的岗亭，向保安登记即可借用。周末停诊，急症请去仁和医院。',
  right: [
    ['接种由谁负责？', '由护士长岑晓岚负责。'],
    ['在哪里领取报告？', '在西门的窗口。'],
    ['借轮椅要向谁登记？', '向保安登记。'],
    ['谁可以帮忙测血压？', '大厅里的志愿者。'],
    ['抽血在什么地方？', '在一楼药房旁边。'],
  ],
  wrong: [
    ['name', '在哪里领取报告？', '在停车场领取报告。'],
    ['name', '借轮椅要向谁登记？', '借轮椅要向志愿者登记。'],
    ['name', '抽血由谁操作？', '抽血由保安操作。'],
    ['name', '急症病人应该去哪里？', '急症病人应该去岗亭。'],
  ],
}

const SETTINGS: SupportCases = {
  language: 'en',
  headings: ['max_parallel'],
  passage:
    'ferrywatch 2.1. The option `poll_every` says how often timetables are fetched; `--quiet` hides all but errors. Set `maxRetries` to 0 to give up at once. `readBoard()` returns the next departures. The varnish of the display contains shellac.',
  right: [
    ['Which option says how often timetables are fetched?', 'It is `poll_every`.'],
    ['Which flag hides all but errors?', 'The flag is --quiet.'],
    ['Which setting makes it give up at once?', 'Setting maxRetries to 0.'],
    ['What returns the next departures?', 'Calling readBoard() does.'],
    ['What is in the varnish of the display?', 'It contains shellac.'],
  ],
  wrong: [
    ['name', 'Which option says how often timetables are fetched?', 'It is `fetch_every`.'],
    ['name', 'Which flag hides all but errors?', 'The flag is --silent.'],
    ['name', 'Which setting makes it give up at once?', 'Setting retryLimit to 0.'],
    ['name', 'What returns the next departures?', 'Calling listBoard() does.'],
    ['name', 'What is in the varnish of the display?', 'It contains turpentine.'],
  ],
}

const SETTINGS_ZH: SupportCases = {
  language: 'zh',
  headings: [],
  passage: '配置项 retry_limit 控制重试次数，命令行加上 --offline 可以离线运行，日志写在 run_log 里。',
  right: [
    ['哪个配置项控制重试次数？', '由 retry_limit 控制。'],
    ['怎样离线运行？', '在命令行加上 --offline。'],
  ],
  wrong: [
    ['name', '哪个配置项控制重试次数？', '由 retry_times 控制。'],
    ['name', '怎样离线运行？', '在命令行加上 --local。'],
  ],
}

export const REGISTER_ENTITIES: readonly SupportCases[] = [MINUTES, LETTER, LABEL, CLINIC, SETTINGS, SETTINGS_ZH]
