/** Passages of our own that the worked examples are about: a manual and an article, in each language. */

export const PUMP_EN =
  'The Alder 3 pump has a filter behind its front cover. Clean the filter once a month, or every week when the water carries sand. Before you open the cover, switch the pump off and wait two minutes, because the pressure inside has to fall first. A clogged filter makes the motor run hot, and at 90 °C the motor stops by itself. It starts again only after it has cooled to 60 °C, which takes about half an hour.'

export const CHESTNUT_EN =
  'In the hills of the Cévennes, sweet chestnuts were for centuries what bread was elsewhere. Wheat grew badly on the steep, acid slopes, so families dried the nuts over a slow fire for four weeks and ground them into flour. In a good year one old tree gave 100 kilograms of nuts. From about 1870 a root disease killed many of the trees, and people left the villages to work in silk mills and coal mines.'

export const PUMP_ZH =
  '青石三号水泵的前盖后面有一个滤网。滤网每月清洗一次；水中含沙时，每周清洗一次。打开前盖之前，先关闭水泵并等待两分钟，因为泵内的压力要先降下来。滤网堵塞会使电机发热，温度达到90℃时电机自动停机。电机冷却到60℃以后才能重新启动，这大约需要半小时。'

export const CHESTNUT_ZH =
  '过去，板栗是北山一带村民的主要口粮。山坡陡、土层薄，小麦收成很差，村民便把板栗用小火烘上四个星期，再磨成粉做饼。丰年时，一棵老栗树能收100公斤板栗。后来根腐病毁掉了许多栗树，不少人离开村子，到镇上的丝厂和煤矿做工。'
