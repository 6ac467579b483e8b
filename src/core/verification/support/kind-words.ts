/**
 * Things of one kind that exclude each other: what is red is not green, what is sown in spring is not sown in autumn. A row is a
 * kind; words that mean the same stand together with `=`. Left out are words for whole kinds (metal, bird), words that often
 * mean something else (lead, fall), and relations that hold both ways (his sister, her brother). Written for this project.
 */
export const ENGLISH_KINDS = `
red=reddish=crimson=scarlet green=greenish blue=bluish yellow=yellowish white=whitish black=blackish brown=brownish grey=gray=greyish purple=violet pink orange
iron steel copper bronze brass tin zinc silver=silvery gold=golden aluminium=aluminum nickel platinum
marble granite slate sandstone limestone basalt
wood=wooden plastic leather rubber cork concrete cardboard brick glass
cotton wool=woollen=woolen silk linen nylon
oak pine beech birch elm maple willow spruce poplar chestnut
wheat barley rye oats=oat maize millet rice
apple pear plum cherry peach apricot lemon grape strawberry raspberry
potato tomato carrot onion cabbage cucumber pumpkin turnip
milk butter cheese honey sugar salt vinegar
beer wine tea coffee lemonade
breakfast lunch dinner=supper
spring summer autumn winter
morning afternoon evening=night
monday tuesday wednesday thursday friday saturday sunday
easter christmas michaelmas whitsun=pentecost
north=northern south=southern east=eastern west=western
upper lower
upstairs downstairs
inner outer
son daughter
grandson granddaughter
grandfather grandmother
uncle aunt
nephew niece
king queen
dog cat horse cow=cattle pig sheep goat hen=chicken duck goose donkey
wolf fox bear deer hare=rabbit badger otter squirrel
trout salmon pike perch carp eel herring cod mackerel sturgeon tuna
owl eagle hawk sparrow crow=raven swallow swan heron stork gull=seagull pigeon=dove
bee wasp ant beetle butterfly moth spider mosquito grasshopper caterpillar
teacher nurse doctor=physician lawyer baker butcher miller blacksmith carpenter tailor weaver potter=potters mason sailor
painter sculptor poet composer architect novelist
botanist zoologist astronomer chemist physicist geologist historian mathematician
cholera typhus malaria plague smallpox measles influenza=flu tuberculosis typhoid
piano violin flute guitar trumpet cello clarinet
bus tram train aeroplane=airplane=plane bicycle lorry=truck ship=boat=ferry
oxygen nitrogen hydrogen helium argon methane
heart lung liver kidney stomach brain
circle square triangle
`

export const CHINESE_KINDS = `
红色=红 绿色=绿 蓝色=蓝 黄色=黄 白色=白 黑色=黑 灰色=灰 紫色=紫 粉色=粉红 棕色=褐色 橙色
春天=春季=春 夏天=夏季=夏 秋天=秋季=秋 冬天=冬季=冬
上午=早上=早晨=清晨 中午=正午 下午=午后 晚上=夜里=夜间=傍晚
立春 惊蛰 春分 清明=清明节 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 冬至 小寒 大寒
春节 元宵节=元宵 端午节=端午 七夕 中秋节=中秋 重阳节=重阳 除夕 元旦 国庆节=国庆 劳动节 圣诞节=圣诞
上旬 中旬 下旬
月初 月底=月末
年初 年底=年末
正月 腊月
东部=东面=东侧=东边=东岸=东郊 西部=西面=西侧=西边=西岸=西郊 南部=南面=南侧=南边=南岸=南郊 北部=北面=北侧=北边=北岸=北郊
东麓=东坡 西麓=西坡 南麓=南坡 北麓=北坡
上游 中游 下游
小麦 大麦 玉米 水稻=稻子=稻谷 大豆=黄豆 高粱 小米
土豆=马铃薯 红薯=地瓜 番茄=西红柿 黄瓜 茄子 白菜 萝卜 南瓜 洋葱
苹果 葡萄 橘子=柑橘 桃子 李子 杏子 樱桃 草莓 西瓜 柠檬
茶叶 咖啡 牛奶 啤酒 果汁
蜂蜜 白糖=砂糖 红糖 食盐 酱油
铁 铜 锡 铝 锌
青铜 黄铜 钢铁 白银 黄金 铝合金
花岗岩 大理石 石灰岩=石灰石 砂岩 玄武岩
木头=木材=木板 塑料 玻璃 橡胶 皮革 陶瓷
棉布=棉花 丝绸 亚麻 羊毛
松树 柏树 柳树 杨树 槐树 橡树 桦树 枫树
儿子 女儿
孙子 孙女
祖父=爷爷 祖母=奶奶
叔叔=伯父 姑姑=阿姨
老师=教师 护士 医生=大夫 律师 厨师 面包师 木匠 石匠 铁匠 裁缝 水手
画家 雕塑家 诗人 作曲家 建筑师
植物学家 动物学家 天文学家 化学家 物理学家 地质学家 历史学家 数学家
霍乱 伤寒 疟疾 鼠疫 天花 麻疹 流感 肺结核
老虎 狮子 狼 狐狸 熊 鹿 兔子 猴子
鳟鱼 鲑鱼=三文鱼 梭鱼 鲤鱼 草鱼 鳗鱼 鲱鱼 鳕鱼 鲟鱼
麻雀 喜鹊 乌鸦 燕子 白鹭 天鹅 猫头鹰 老鹰 海鸥 鸬鹚 苍鹭
蜜蜂 黄蜂 蚂蚁 甲虫 蝴蝶 飞蛾 蜘蛛 蚊子
公共汽车=公交车 电车 火车 飞机 自行车 轮船
钢琴 小提琴 长笛 吉他 二胡 古筝
氧气 氮气 氢气 氦气 甲烷
早餐=早饭 午餐=午饭 晚餐=晚饭
`
