import { beforeAll, describe, expect, it } from 'vitest'
import type { DetectLanguage } from '#core/ports/language'
import { loadDetectLanguage } from '#files/language'

let detect: DetectLanguage = () => 'other'
beforeAll(async () => {
  detect = await loadDetectLanguage()
})

const ENGLISH = [
  'The quick brown fox jumps over the lazy dog.',
  'Installation guide',
  'Error handling',
  'Chapter 3',
  'Photosynthesis converts light energy.',
  'npm install --save react',
  'Café culture in Paris is a part of everyday life for many of its residents.',
  'This section describes 数据 formats and how they are used in the system by the operators.',
]
const CHINESE = [
  '今天天气很好。',
  '总则',
  '這是繁體中文的測試文件。',
  '請參閱 README.md 檔案以取得安裝說明',
  'API 接口',
  '使用 React 和 TypeScript 开发前端应用程序的指南',
  '这一节介绍 data formats 以及它们在系统中的使用方式。',
]
const OTHER = [
  'Le chat est sur la table et il dort.',
  'La fonction renvoie une valeur.',
  'Die Katze schläft auf dem Tisch.',
  'Der Hund und die Katze spielen im Garten.',
  'El gato duerme sobre la mesa.',
  'Los derechos de las personas',
  'Il gatto dorme sul tavolo.',
  'O gato dorme em cima da mesa e não quer sair.',
  'De kat slaapt op de tafel.',
  'Kot śpi na stole.',
  '今日は天気がいいです。',
  '東京タワーへ行きました',
  '오늘은 날씨가 좋습니다',
  '대한민국(大韓民國)은 민주공화국이다',
  'Привет, как дела?',
  'Γειά σου Κόσμε',
  'مرحبا بالعالم',
  'שלום עולם',
  'สวัสดีชาวโลก',
  'नमस्ते दुनिया',
  '12345 67890',
  '',
]

/** What manuals look like: little prose, much else. */
const TECHNICAL: readonly (readonly [string, string])[] = [
  [
    'zh',
    `# 安装\n\n\`\`\`sh\n# install all of the packages that are in the lock file\n${'npm run the build of it\n'.repeat(40)}\`\`\`\n`,
  ],
  [
    'zh',
    `调用 \`registerTheHandlerOfTheEvent\` 时，组件会<span class="composition-api">\`onMountedInTheParent\`</span>自动更新。`,
  ],
  [
    'zh',
    '请参考[索引](/api/the-composition-of-the-lifecycle-and-its-hooks)与 https://example.org/this/is/the/page/of/it 的说明。',
  ],
  [
    'zh',
    `## 总览 {#an-overview-of-the-whole}\n\n<!-- this is what the translators have said about it for the others -->\n有关详细信息，请参考下文。`,
  ],
  [
    'en',
    `Run it with:\n\n\`\`\`js\n${'// 异步注册时当前组件实例已丢失\n'.repeat(30)}\`\`\`\n\nThe handler is called once for each of the events.`,
  ],
]

describe('language', () => {
  it.each(TECHNICAL)('LANG5: %s whatever code, tags and addresses stand between: %s', (language, text) => {
    expect(detect(text)).toBe(language)
  })

  it('LANG5: where nothing but code is there, it decides', () => {
    expect(detect('```\n// the value of each of the items is what it was before\n```')).toBe('en')
  })

  it('LANG5: marks without an end cost no more than others', () => {
    for (const mark of ['`', '```', '<a', '<!--', '](', '{#', 'https://']) {
      const text = mark.repeat(100_000)
      const start = process.cpuUsage()
      for (let i = 0; i < 20; i++) detect(text)
      const { user, system } = process.cpuUsage(start)
      expect((user + system) / 20_000, mark).toBeLessThan(5)
    }
  })

  it.each(ENGLISH)('LANG1: English: %s', text => {
    expect(detect(text)).toBe('en')
  })
  it.each(CHINESE)('LANG2: Chinese, simplified or traditional: %s', text => {
    expect(detect(text)).toBe('zh')
  })
  it.each(OTHER)('LANG3: neither: %s', text => {
    expect(detect(text)).toBe('other')
  })

  it('LANG4: looks at 400 characters from the middle, whatever the length', () => {
    const english = 'The keeper of the light and his family lived on the rock for all of their days. '
    const text = 'Начало '.repeat(500) + english.repeat(10) + 'Конец и всё. '.repeat(270)
    expect(text.length).toBeGreaterThan(7000)
    expect(detect(text)).toBe('en')
  })

  it('LANG4: answers the same for the same text, in well under a millisecond', () => {
    const texts = [...ENGLISH, ...CHINESE, ...OTHER].map(text => text.repeat(40))
    const first = texts.map(detect)
    const start = process.cpuUsage()
    const rounds = 20
    for (let round = 0; round < rounds; round++) expect(texts.map(detect)).toEqual(first)
    const { user, system } = process.cpuUsage(start)
    const each = (user + system) / 1000 / (rounds * texts.length)
    // Milliseconds of computing, which other programs cannot take away; 0.02 where it was measured, and room for a cold start.
    expect(each).toBeLessThan(0.2)
  })
})
