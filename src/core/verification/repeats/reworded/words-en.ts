import type { WordLists } from '#core/verification/repeats/reworded/word-lists'

/** English words by what they do in a question or an answer. Forms that the stemmer brings together stand once. */
export const ENGLISH: WordLists = {
  blank: `a, an, the, and, and then, as well as, please, also, too, very, quite, really, actually, indeed, namely, in fact, of course, located, situated,
    the fact that, a total of, a period of, a time, currently, at present, both of, respectively, own, just, so called, known to be`,
  light: `of, in, on, at, to, for, with, but, that, who, whom, which, it, its, they, their, them, this, these, those, there,
    itself, themselves, as, is, are, was, were, be, been, being, am, do, does, did, done, doing, has, have, had, having, will,
    would, however, in order to, so as to, function of, role of, purpose of, task of, total`,
  kinds: [
    ['who', 'who, whom, which person, what person'],
    ['by-who', 'by whom, by which person'],
    ['whose', 'whose'],
    [
      'when',
      'when, what year, which year, in what year, in which year, what date, on what date, on which date, what time, at what time, since when',
    ],
    [
      'where',
      'where, what place, which place, at what place, in which place, which country, what country, in which country, which city, which town',
    ],
    [
      'why',
      'why, for what reason, what is the reason, what was the reason, what are the reasons, what were the reasons, for which reason, how come',
    ],
    ['how', 'how, in what way, in which way, by what means, how exactly'],
    ['often', 'how often, how frequently, how regularly'],
    ['amount', 'how many, how much, what number of, what amount of, what quantity of, what is the number of'],
    ['amount+length', 'how long, for how long, what length, how much time'],
    ['amount+height', 'how tall, how high'],
    ['amount+width', 'how wide, how broad'],
    ['amount+weight', 'how heavy'],
    ['amount+depth', 'how deep'],
    ['amount+distance', 'how far'],
    ['amount+age', 'how old'],
    ['amount+size', 'how big, how large'],
    ['amount+speed', 'how fast, how quickly'],
    ['amount+temperature', 'how hot, how warm, how cold'],
    ['what', 'what, which, what kind of, what sort of, what type of, which kind of, which of'],
    ['tell', 'tell me, explain, describe, name, list, give, state, mention, identify, outline, summarize, say'],
    [
      'yes-no',
      'is, are, was, were, do, does, did, has, have, had, can, could, may, might, must, should, will, would, is it true that',
    ],
  ],
  /** Kinds that count at the start of an instruction alone: elsewhere their words are verbs like others. */
  atStart: 'tell, yes-no',
  groups: `
    length: length, long
    height: height, tall
    width: width, wide
    weight: weight, weigh, heavy
    depth: depth, deep
    build: build, built, construct, erect
    begin: begin, began, begun, start, commence
    finish: finish, complete
    close: close, shut
    buy: buy, bought, purchase
    get: get, got, receive, obtain
    give: give, given, gave, provide, supply
    help: help, assist, aid
    use: use, uses, used, using, utilise, utilize, make use of
    show: show, shown, display
    large: large, big
    fast: fast, quick, rapid, swift
    important: important, significant
    vital: vital, crucial, essential
    many: many, numerous, a lot of, lots of, a large number of, a great number of
    enough: enough, sufficient
    whole: whole, entire
    main: main, chief, principal
    replace: replace, take the place of, took the place of, substitute for
    happen: happen, occur, take place, took place, takes place
    allow: allow, permit
    forbid: forbid, forbidden, forbade, prohibit, ban, banned
    must: must, have to, has to, had to, having to, need to, needs to, required to, obliged to
    need: need, require
    may: may, might, allowed to, permitted to
    can: can, could, able to
    run: run, ran, runs, running, operate
    fund: fund, finance, pay for, paid for, pays for
    switch-off: switch off, turn off
    stop: stop, halt, cease
    found: found, establish
    discover: discover, find out, found out
    invent: invent, devise
    own: own, owns, owned, belong to
    explain: explain, account for
    join: join, connect, link
    gather: gather, collect
    protect: protect, guard, shield
    travel: travel, journey
    mean: mean, meant, signify, stand for
    try: try, tried, attempt
    speak: speak, spoke, spoken, talk
    watch: watch, observe
    hide: hide, hid, hidden, conceal
    remove: remove, take away, took away, taken away
    increase: increase, go up, goes up, went up
    add: add, add on
    sick: sick, ill
    clever: clever, intelligent
    rare: rare, uncommon
    common: common, widespread
    modern: modern, contemporary
    famous: famous, well known, renowned
    empty: empty, vacant
    yearlong: all year, throughout the year, all year round, all the year
    whole-day: all day, the whole day, throughout the day
    citizen: citizen, inhabitant, resident
    ship: ship, vessel
    bicycle: bicycle, bike, cycle
    aeroplane: aeroplane, airplane, aircraft
    photograph: photograph, photo
    error: error, mistake
    salary: salary, wage
    lawyer: lawyer, attorney
    teacher: teacher, schoolteacher
    pupil: pupil, schoolchild, schoolchildren
    harbour: harbour, harbor
    colour: colour, color
    repair: repair, mend, fix
    choose: choose, chose, chosen, select
    carry: carry, transport
    consist: consist of, consisted of, consists of, made up of, composed of
    cause: cause, lead to, led to, leads to, result in, resulted in, results in, bring about, brought about
    because: because, because of, due to, owing to
    so: so, therefore, thus, hence, consequently, as a result
    person: person, people, persons, individual
    child: child, children, kid
    doctor: doctor, physician
    film: film, movie
    near: near, close to
    beside: beside, next to
    under: under, underneath, beneath
    about: about, around, approximately, roughly, circa
    nearly: nearly, almost
    often: often, frequently
    constant: constantly, continually, continuously, all the time, at all times
    sometimes: sometimes, occasionally
    usually: usually, normally, generally, typically, as a rule
    only: only, solely, merely
    every: every, each
    most: most, the majority of, the greater part of
    less: less, fewer
    at-least: at least, no less than, no fewer than, not less than, a minimum of
    at-most: at most, no more than, not more than, up to, a maximum of
    yearly: a year, per year, every year, each year, yearly, annually
    monthly: a month, per month, every month, each month, monthly
    weekly: a week, per week, every week, each week, weekly
    daily: a day, per day, every day, each day, daily
    hourly: an hour, per hour, every hour, each hour, hourly
    per-minute: a minute, per minute
    per-second: a second, per second
    %: %, percent, per cent
    metre: metre, meter, m
    kilometre: kilometre, kilometer, km
    centimetre: centimetre, centimeter, cm
    kilogram: kilogram, kilogramme, kilo, kg
    litre: litre, liter
    euro: euro, €
    such-as: such as, for example, for instance, e.g.
    instead: instead of, rather than
    if: if, provided that, providing that, on condition that, in case
    what: what, which
    size-of: the size of, as big as, as large as
    true: true, real, actual, genuine
    once-for-all: once and for all, for good
    although: although, though, even though
    until: until, till
    before: before, prior to
    towards: toward, towards
    from: from, out of
    while: while, whilst
    call: call, known as
    die: die, died, dies, pass away, passed away
    lift: lift, raise
    reduce: reduce, decrease, diminish
    improve: improve, enhance
    damage: damage, harm
    dangerous: dangerous, hazardous
    cheap: cheap, inexpensive
    expensive: expensive, costly
    rich: rich, wealthy
    illness: illness, disease, sickness
    throughout: throughout, all through`,
  negating:
    'not, no, none, never, neither, nor, nobody, nothing, nowhere, hardly, barely, scarcely, without, except, unless',
  telling: `may, must,
    should, shall, can, ought, only, first, second, third, fourth, last, next, former, latter, previous, before, after, until, since,
    during, left, right, north, south, east, west, northern, southern, eastern, western, upper, lower, top, bottom, front, back, inner,
    outer, inside, outside, above, below, over, under, up, down, in front, behind, into, out, off, from, against, between, more, most,
    less, least, all, some, every, both, half, other, another, same, different, than, or, he, his, him, she, her, new, old, young,
    partly, partially, fully, completely, entirely, mostly, mainly, largely, slightly, possibly, probably, perhaps, maybe, allegedly,
    supposedly, formerly, once, twice, again, still, already, yet, even, exactly, alone, together, both, each, instead, therefore,
    early, late, morning, evening, night, noon, summer, winter, spring, autumn, open, close, begin, end, stop, increase, reduce, rise,
    fall, import, export, enter, leave, arrive, depart, buy, sell, give, take, get, lose, win, add, remove, allow, forbid, large,
    small, long, short, tall, high, low, fast, slow, hot, cold, warm, cool, wet, dry, light, dark, man, woman, men, women, male,
    female, father, mother, husband, wife, son, daughter, brother, sister, always, sometimes, often, usually, maximum, minimum,
    at-most, at-least, about, nearly, if, because, so, although, why, when, where, how, cause, effect, advantage, disadvantage,
    yearly, monthly, weekly, daily, hourly`,
}
