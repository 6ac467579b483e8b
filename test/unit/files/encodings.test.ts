import { describe, expect, it } from 'vitest'
import { hex, read, textOf } from './collect'

/** Text, encoding that it is found to be in, bytes: made with another program's encoders. */
const SAMPLES: readonly (readonly [encoding: string, text: string, bytes: string])[] = [
  ['gb18030', '今天天气很好，我们去公园散步。', 'bdf1ccecccecc6f8badcbac3a3acced2c3c7c8a5b9abd4b0c9a2b2bda1a3'],
  ['gb18030', '操作系统说明', 'b2d9d7f7cfb5cdb3cbb5c3f7'],
  [
    'gb18030',
    '第一章 总则\n为了规范数据管理，保护个人信息，根据有关法律法规，制定本办法。本办法适用于公司全体员工。',
    'b5dad2bbd5c220d7dcd4f20aceaac1cbb9e6b7b6cafdbeddb9dcc0eda3acb1a3bba4b8f6c8cbd0c5cfa2a3acb8f9beddd3d0b9d8b7a8c2c9b7a8b9e6a3acd6c6b6a8b1beb0ecb7a8a1a3b1beb0ecb7a8cacad3c3d3dab9abcbbec8abcce5d4b1b9a4a1a3',
  ],
  [
    'gb18030',
    'The API 接口返回 JSON 数据，如果失败请重试。See docs for more details about the configuration.',
    '5468652041504920bdd3bfdab7b5bbd8204a534f4e20cafdbedda3acc8e7b9fbcaa7b0dcc7ebd6d8cad4a1a353656520646f637320666f72206d6f72652064657461696c732061626f75742074686520636f6e66696775726174696f6e2e',
  ],
  ['big5', '今天天氣很好，我們去公園散步。', 'a4b5a4d1a4d1aef0abdca66ea141a7daadcca568a4bdb6e9b4b2a842a143'],
  ['big5', '作業系統說明', 'a740b77ea874b2cebba1a9fa'],
  [
    'big5',
    '第一章 總則\n為了規範資料管理，保護個人資訊，根據有關法律規定，制定本辦法。本辦法適用於公司全體員工。',
    'b2c4a440b3b920c160ab680aacb0a446b357bd64b8eaaec6badeb27aa141ab4fc540add3a448b8eab054a141aedabedaa6b3c3f6aa6babdfb357a977a141a8eea977a5bbbfecaa6ba143a5bbbfecaa6bbe41a5cea9f3a4bda571a5fec5e9adfba475a143',
  ],
  [
    'shift_jis',
    '今日は天気がいいので散歩に行きます。',
    '8da193fa82cd93568b4382aa82a282a282cc82c58e5595e082c98d7382ab82dc82b78142',
  ],
  [
    'shift_jis',
    '日本国憲法は、日本の現行の憲法である。東京は日本の首都です。コンピュータの使い方。',
    '93fa967b8d918c9b964082cd814193fa967b82cc8cbb8d7382cc8c9b964082c582a082e98142938c8b9e82cd93fa967b82cc8ef1937382c582b781428352839383738385815b835e82cc8e6782a295fb8142',
  ],
  [
    'euc-jp',
    '日本国憲法は、日本の現行の憲法である。東京は日本の首都です。コンピュータの使い方。',
    'c6fccbdcb9f1b7fbcba1a4cfa1a2c6fccbdca4ceb8bdb9d4a4ceb7fbcba1a4c7a4a2a4eba1a3c5ecb5fea4cfc6fccbdca4cebcf3c5d4a4c7a4b9a1a3a5b3a5f3a5d4a5e5a1bca5bfa4cebbc8a4a4cafda1a3',
  ],
  [
    'euc-kr',
    '오늘은 날씨가 좋아서 산책을 갑니다.',
    'bfc0b4c3c0ba20b3afbebeb0a120c1c1bec6bcad20bbeac3a5c0bb20b0a9b4cfb4d92e',
  ],
  ['euc-kr', '대한민국', 'b4ebc7d1b9ceb1b9'],
  [
    'euc-kr',
    '대한민국은 민주공화국이다. 대한민국의 주권은 국민에게 있고, 모든 권력은 국민으로부터 나온다.',
    'b4ebc7d1b9ceb1b9c0ba20b9cec1d6b0f8c8adb1b9c0ccb4d92e20b4ebc7d1b9ceb1b9c0c720c1d6b1c7c0ba20b1b9b9cebfa1b0d420c0d6b0ed2c20b8f0b5e720b1c7b7c2c0ba20b1b9b9cec0b8b7cebacec5cd20b3aabfc2b4d92e',
  ],
  [
    'windows-1251',
    'Все люди рождаются свободными и равными в своем достоинстве и правах.',
    'c2f1e520ebfee4e820f0eee6e4e0fef2f1ff20f1e2eee1eee4edfbece820e820f0e0e2edfbece820e220f1e2eee5ec20e4eef1f2eee8edf1f2e2e520e820eff0e0e2e0f52e',
  ],
  [
    'koi8-r',
    'Все люди рождаются свободными и равными в своем достоинстве и правах.',
    'f7d3c520ccc0c4c920d2cfd6c4c1c0d4d3d120d3d7cfc2cfc4ced9cdc920c920d2c1d7ced9cdc920d720d3d7cfc5cd20c4cfd3d4cfc9ced3d4d7c520c920d0d2c1d7c1c82e',
  ],
  ['windows-1251', 'Привет, мир', 'cff0e8e2e5f22c20ece8f0'],
  [
    'windows-1252',
    'Le café était fermé à cause de la grève générale décrétée hier.',
    '4c6520636166e920e974616974206665726de920e0206361757365206465206c61206772e876652067e96ee972616c652064e96372e974e96520686965722e',
  ],
  ['windows-1252', 'café', '636166e9'],
  [
    'windows-1252',
    'Die Prüfung der Maße und Größen erfolgt über das Büro für Übersetzung.',
    '446965205072fc66756e6720646572204d61df6520756e64204772f6df656e206572666f6c677420fc626572206461732042fc726f2066fc7220dc6265727365747a756e672e',
  ],
  [
    'windows-1252',
    'El niño comió la manzana en la montaña después del almuerzo.',
    '456c206e69f16f20636f6d69f3206c61206d616e7a616e6120656e206c61206d6f6e7461f161206465737075e9732064656c20616c6d7565727a6f2e',
  ],
  [
    'windows-1250',
    'Zażółć gęślą jaźń. Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.',
    '5a61bff3b3e62067ea9c6cb9206a619ff12e2057737a79736379206c75647a696520726f647ab9207369ea20776f6c6e6920692072f3776e6920706f6420777a676cea64656d207377656a20676f646e6f9c6369206920737779636820707261772e',
  ],
  [
    'windows-1250',
    'Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv.',
    '569a6963686e69206c6964e920726f64ed2073652073766f626f646eed206120736f62ec20726f766eed20636f20646f2064f973746f6a6e6f7374692061207072e1762e',
  ],
  [
    'windows-1253',
    'Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.',
    'bcebefe920efe920dcede8f1f9f0efe920e3e5edede9effdedf4e1e920e5ebe5fde8e5f1efe920eae1e920dff3efe920f3f4e7ed20e1eee9eff0f1ddf0e5e9e120eae1e920f4e120e4e9eae1e9feece1f4e12e',
  ],
  [
    'windows-1254',
    'Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Şişli ığdır',
    '42fc74fc6e20696e73616e6c61722068fc722c2068617973697965742076652068616b6c61722062616bfd6dfd6e64616e2065fe697420646ff061726c61722e20de69fe6c6920fdf064fd72',
  ],
  [
    'windows-1255',
    'כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.',
    'ebec20e1f0e920e4e0e3ed20f0e5ece3e520e1f0e920e7e5f8e9ef20e5f9e5e5e9ed20e1f2f8ebed20e5e1e6ebe5e9e5fae9e4ed2e',
  ],
  [
    'windows-1256',
    'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.',
    'ede6e1cf20cce3edda20c7e1e4c7d320c3cdd1c7d1c720e3cad3c7e6ede420dded20c7e1dfd1c7e3c920e6c7e1cddee6de2e',
  ],
]

describe('encodings', () => {
  it.each(SAMPLES)('READ4: finds %s from a short text: %s', async (encoding, text, bytes) => {
    const { summary, documents } = await read('a.txt', hex(bytes))
    expect(documents[0]?.text).toBe(text)
    expect(summary.encoding).toBe(encoding)
    expect(summary.warnings).toEqual([])
  })

  it('READ4: finds an encoding that shows only late in a large file', async () => {
    const ascii = new TextEncoder().encode('Nothing to see here.\n'.repeat(200_000))
    // 今天天气很好 in GB18030
    const chinese = hex('bdf1ccecccecc6f8badcbac3a1a3')
    const { documents, summary } = await read('a.txt', new Blob([ascii, chinese]))
    expect(summary.encoding).toBe('gb18030')
    expect(documents[0]?.text.endsWith('\n今天天气很好。')).toBe(true)
  })

  it('READ4: reads UTF-16 with and without a byte order mark', async () => {
    const text = 'Hello, 世界 🎈.\r\nSecond line.\n'
    const little = Uint8Array.from(Array.from(text).flatMap(unitsOf))
    const big = swapped(little)
    for (const bytes of [little, big, joined([0xff, 0xfe], little), joined([0xfe, 0xff], big)]) {
      expect(await textOf('a.txt', bytes)).toBe(text)
    }
    const chinese = '今天天气很好，我们去公园散步。\n第二行也是中文。\n'
    expect(await textOf('a.txt', Uint8Array.from(Array.from(chinese).flatMap(unitsOf)))).toBe(chinese)
  })

  it('READ4: takes the encoding that the person chose', async () => {
    const bytes = hex('bdf1ccec')
    expect(await textOf('a.txt', bytes, { encoding: 'gb18030' })).toBe('今天')
    expect(await textOf('a.txt', bytes, { encoding: 'iso-8859-1' })).toBe('½ñÌì')
  })

  it('READ5: keeps UTF-8 with a few broken bytes, replaces them and counts them', async () => {
    const good = new TextEncoder().encode('今天天气很好，我们去公园散步。'.repeat(20))
    const bytes = joined(good, [0xff], good, [0xc3], new TextEncoder().encode(' end'))
    const { summary, documents } = await read('a.txt', bytes)
    expect(summary.encoding).toBe('utf-8')
    expect(summary.warnings).toEqual([{ kind: 'replaced-characters', count: 2 }])
    expect(documents[0]?.text.match(/\ufffd/g)).toHaveLength(2)
  })

  it('READ5: does not count a replacement character that the file itself holds', async () => {
    const { summary } = await read('a.txt', 'A \ufffd in good UTF-8.')
    expect(summary.warnings).toEqual([])
  })

  it('READ5: replaces lone surrogates in UTF-16', async () => {
    const bytes = joined([0xff, 0xfe], [0x41, 0x00, 0x00, 0xd8, 0x42, 0x00])
    const { documents, summary } = await read('a.txt', bytes)
    expect(documents[0]?.text).toBe('A\ufffdB')
    expect(summary.warnings).toEqual([{ kind: 'replaced-characters', count: 1 }])
  })

  it('READ4: two encodings in one file give the one that most of it is in, and count the rest', async () => {
    const utf8 = new TextEncoder().encode('这一部分是用统一码写的，占了大多数。\n'.repeat(50))
    const { documents, summary } = await read('a.txt', joined(utf8, hex('bdf1ccecccecc6f8badcbac3a1a3')))
    expect(summary.encoding).toBe('utf-8')
    expect(summary.warnings[0]?.kind).toBe('replaced-characters')
    expect(documents[0]?.text.startsWith('这一部分')).toBe(true)
  })

  it('READ7: a letter of several bytes may lie across two slices', async () => {
    // Slices are 2 MiB: each shift puts another byte of a four-byte letter on the border.
    for (let shift = 0; shift < 4; shift++) {
      const text = `${'a'.repeat((2 << 20) - shift)}🎈${'b'.repeat(100)}`
      expect(await textOf('a.txt', text)).toBe(text)
    }
  })
})

function unitsOf(character: string): number[] {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at)).flatMap(unit => [
    unit & 0xff,
    unit >> 8,
  ])
}

function swapped(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes, (_, at) => bytes[at ^ 1] ?? 0)
}

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap(part => Array.from(part)))
}
