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
oak pine beech birch elm maple willow spruce poplar chestnut larch hazel hawthorn juniper cedar cypress yew alder rowan walnut olive
wheat barley rye oats=oat maize millet rice
apple pear plum=damson cherry peach apricot lemon grape strawberry raspberry blackberry blueberry gooseberry cranberry fig melon pineapple banana mango quince pomegranate
potato tomato carrot onion cabbage cucumber pumpkin turnip garlic leek spinach lettuce radish celery parsnip cauliflower broccoli asparagus beetroot
milk butter cheese honey sugar salt vinegar
beer wine tea coffee lemonade cider brandy whisky=whiskey rum vodka gin cocoa
parsley basil thyme rosemary oregano dill coriander
pepper cinnamon ginger nutmeg saffron cardamom cumin turmeric vanilla
tulip lily daffodil daisy poppy violet orchid sunflower lavender carnation geranium dahlia peony crocus snowdrop
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
mother=mum=mom sister
father=dad brother
grandson granddaughter
grandfather grandmother
uncle aunt
nephew niece
king queen
dog cat horse cow=cattle pig sheep goat hen=chicken duck goose donkey mule camel buffalo llama turkey
lion tiger leopard elephant giraffe zebra rhinoceros=rhino hippopotamus=hippo monkey gorilla chimpanzee kangaroo crocodile
whale dolphin walrus penguin turtle=tortoise shark octopus jellyfish
wolf fox bear deer hare=rabbit badger otter squirrel beaver lynx boar hedgehog marten weasel stoat marmot chamois ibex
trout salmon pike perch carp eel herring cod mackerel sturgeon tuna sardine anchovy halibut haddock plaice bream
owl eagle hawk sparrow crow=raven swallow swan heron stork gull=seagull=kittiwake pigeon=dove puffin guillemot razorbill cormorant gannet tern thrush blackbird nightingale lark starling woodpecker cuckoo kingfisher falcon=peregrine vulture pheasant partridge quail magpie ostrich flamingo pelican albatross
bee wasp ant beetle butterfly moth spider mosquito grasshopper caterpillar
teacher=schoolteacher=schoolmaster nurse doctor=physician lawyer=solicitor=barrister=attorney baker butcher miller blacksmith carpenter=joiner tailor weaver potter=potters mason sailor priest=vicar=pastor fisherman farmer gardener barber=hairdresser cobbler=shoemaker soldier policeman midwife dentist pharmacist=apothecary=chemist librarian accountant plumber electrician shepherd clockmaker=watchmaker glazier saddler cooper tanner locksmith innkeeper postman journalist
painter sculptor poet composer architect novelist
botanist zoologist astronomer physicist geologist historian mathematician
cholera typhus malaria plague smallpox measles influenza=flu tuberculosis typhoid asthma glaucoma diabetes epilepsy gout pneumonia bronchitis arthritis migraine scurvy rickets leprosy diphtheria tetanus rabies
piano violin viola flute guitar trumpet cello=violoncello clarinet oboe bassoon trombone tuba harp lute harpsichord accordion mandolin saxophone banjo bagpipe
football=soccer basketball volleyball tennis rugby cricket hockey badminton baseball golf
bus tram train aeroplane=airplane=plane bicycle lorry=truck ship=boat=ferry
oxygen nitrogen hydrogen helium argon methane
heart lung liver kidney stomach brain spleen pancreas bladder
elbow knee shoulder wrist ankle hip neck
kitchen bedroom bathroom cellar=basement attic=loft
petrol=gasoline diesel kerosene=paraffin
fog=mist rain snow hail
library museum hospital church=chapel cinema zoo
claimant=plaintiff defendant
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
甲方 乙方 丙方
东麓=东坡 西麓=西坡 南麓=南坡 北麓=北坡
上游 中游 下游
小麦 大麦 玉米 水稻=稻子=稻谷 大豆=黄豆 高粱 小米
土豆=马铃薯 红薯=地瓜 番茄=西红柿 黄瓜 茄子 白菜 萝卜 南瓜 洋葱 大蒜 韭菜 芹菜 菠菜 笋干=竹笋 蘑菇=香菇 豆腐 辣椒 冬瓜 丝瓜 莲藕
苹果 葡萄 橘子=柑橘 桃子 李子 杏子 樱桃 草莓 西瓜 柠檬 香蕉 菠萝 芒果 荔枝 龙眼 枇杷 石榴 柿子 杨梅 葡萄柚=西柚
茶叶 咖啡 牛奶 啤酒 果汁
蜂蜜 白糖=砂糖 红糖 食盐 酱油
铁 铜 锡 铝 锌
柴油 汽油 机油 煤油
铁锅 高压锅 电饭锅=电饭煲 砂锅 蒸锅 平底锅
烧杯 试管 容量瓶 试剂瓶 锥形瓶 培养皿
青铜 黄铜 钢铁 白银 黄金 铝合金
花岗岩 大理石 石灰岩=石灰石 砂岩 玄武岩
木头=木材=木板 塑料 玻璃 橡胶 皮革 陶瓷
棉布=棉花 丝绸 亚麻 羊毛
松树 柏树 柳树 杨树 槐树 橡树 桦树 枫树 松=松木 杉木=杉树 梧桐 银杏 樟树=樟木 榕树 桑树 竹子=毛竹
玫瑰 牡丹 菊花 梅花 荷花=莲花 兰花 桂花 茉莉 月季 杜鹃花
儿子 女儿
孙子 孙女
祖父=爷爷 祖母=奶奶
叔叔=伯父 姑姑=阿姨
父亲=爸爸 哥哥
母亲=妈妈 姐姐
雄鸟 雌鸟
雄性 雌性
老师=教师 护士 医生=大夫 律师 厨师=厨子 面包师 木匠 石匠 铁匠 裁缝 水手=船员 农民 渔民=渔夫 牧民 猎人 警察 军人=士兵 司机 会计 记者 理发师 药剂师 兽医 邮递员 园丁
画家 雕塑家 诗人 作曲家 建筑师
植物学家 动物学家 天文学家 化学家 物理学家 地质学家 历史学家 数学家
霍乱 伤寒 疟疾 鼠疫 天花 麻疹 流感 肺结核
老虎 狮子 狼 狐狸 熊 鹿 兔子 猴子 豹子=豹 大象 长颈鹿 斑马 野猪 刺猬 松鼠
海龟 海豹 企鹅 海豚 鲸鱼=鲸 海狮 海象 鲨鱼 章鱼 水母
牛 羊 猪 马 驴 骡子 骆驼 鸡 鸭=鸭子 鹅
鳟鱼 鲑鱼=三文鱼 梭鱼 鲤鱼 草鱼 鳗鱼 鲱鱼 鳕鱼 鲟鱼
麻雀 喜鹊 乌鸦 燕子 白鹭 天鹅 猫头鹰 老鹰 海鸥 鸬鹚 苍鹭
蜜蜂 黄蜂 蚂蚁 甲虫 蝴蝶 飞蛾 蜘蛛 蚊子
公共汽车=公交车 电车 火车 飞机 自行车 轮船
钢琴 小提琴 中提琴 大提琴 长笛 吉他 二胡 古筝 琵琶 三弦 笛子=竹笛 唢呐 小号 单簧管 双簧管 手风琴
篮球 排球 足球 网球 乒乓球 羽毛球 棒球
女篮 女排 女足
男篮 男排 男足
氧气 氮气 氢气 氦气 甲烷
海岛 山区 平原 草原 沙漠 盆地 丘陵
幼儿园 小学 中学 医院 图书馆 博物馆 植物园 动物园 邮局 电影院
消防 市场监督=市场监管 公安 税务 民政 卫生健康 生态环境
哮喘 青光眼 糖尿病 癫痫 痛风 肺炎 支气管炎 关节炎 偏头痛
孕妇 儿童=小孩 老年人=老人
早餐=早饭 午餐=午饭 晚餐=晚饭
`
