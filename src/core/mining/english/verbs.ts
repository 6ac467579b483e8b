/** Verbs that manuals, articles and encyclopaedias use, in their base form. Written for this project. */
const REGULAR = `
abandon abolish absorb accelerate accept access accompany accomplish accumulate accuse achieve acknowledge acquire act activate adapt add address adhere
adjust administer admire admit adopt advance advertise advise affect afford age agree aid aim alert align allocate allow alter amend amplify analyse
analyze anchor announce annotate answer anticipate appeal appear append apply appoint appreciate approach approve argue arrange arrest arrive ask
aspire assemble assert assess assign assist associate assume assure attach attack attain attempt attend attract attribute authenticate authorize
automate avoid award balance ban bathe batch behave believe belong benefit blame bleed blend block boil bombard boost borrow bother bounce bow brand breathe
brew broaden browse brush bundle burn bury bypass cache calculate calibrate call calm cancel capture care carry carve cast catalyze cause cease
celebrate centre challenge change charge chase check chill chop circulate cite claim clarify classify clean clear climb click clip clone close coat code
coincide collaborate collapse collect collide colonize combine comment commit communicate compare compensate compete compile complain complete
complicate comply compose compress compute concentrate concern conclude condense conduct configure confirm confiscate conform confuse connect conquer
conserve consider consist consolidate constitute constrain construct consult consume contact contain contaminate continue contract contrast contribute control
convert convey convince cook cool cooperate coordinate cope copy correct correlate correspond corrode count cover crack crash crawl create cross crush cultivate cure
curb customize damage dampen dance date deactivate debug decay deceive decide declare decline decode decompose decorate decouple decrease dedicate deduct
deepen default defeat defend defer define degrade delay delegate delete deliver demand demolish demonstrate denote deny depart depend depict deploy
deposit derive descend describe deserve design desire destroy detach detect deteriorate determine develop deviate devise die differ
differentiate diffuse digest dilute diminish dip direct disable disagree disappear discard discharge disclose disconnect discount discover discuss dislike
dismantle dismiss dispatch disperse display dispose disprove disrupt dissolve distinguish distort distribute disturb dive divide dominate donate double doubt
download drag drain drift drill drip drop dry dump duplicate dye earn ease edit educate elect eliminate embed embrace emerge emit emphasize employ
empower empty enable enact encapsulate enclose encode encounter encourage encrypt end endanger endorse endure enforce engage engineer enhance
enjoy enlarge enrich enrol ensure enter entertain enumerate equal equip eradicate erase erect erode erupt escape establish estimate evaluate evaporate evolve
examine exceed exchange exclude execute exercise exert exhaust exhibit exist expand expect expel experience experiment expire explain explode exploit
explore export expose express extend extinguish extract fade fail faint farm fasten favour fear feature ferment fertilize fetch file fill filter finance
finish fire fix flash flatten float flood flourish flow flush focus fold follow force forecast form formalize format formulate fortify forward foster found
freshen frighten fuel fulfil function fund gain gather generate germinate glow govern grab grade grant graze grip group guarantee guard guess guide halt hamper
handle happen harden harm harvest hatch haul head heal heat help hesitate highlight hinder hire honour hope host hover hunt hydrate ignite ignore illuminate
illustrate imagine immerse impact impair implement imply import impose impress improve include incorporate increase incur indicate induce infect infer inflate influence
inform inhabit inherit inhibit initialize initiate inject injure innovate inquire insert inspect inspire install instruct insulate insure integrate
intend intensify interact interest interfere interpret interrupt intersect introduce invade invent invert invest investigate invite invoke involve irrigate isolate
issue iterate join judge jump justify kick kill kiss label lack land last laugh launch leak lean learn level leverage liberate lift light like limit link
liquidate list listen live load lobby locate lock log look loosen love lower lubricate maintain manage manipulate manufacture map march mark market marry mask match
mature maximize measure melt memorize mention merge migrate mine minimize miss mitigate mix mobilize mock model moderate modernize modify moisten monitor motivate mount move
multiply mutate name narrow navigate need neglect negotiate neutralize normalize note notice notify nourish number obey object oblige observe obstruct obtain
occupy occur offend offer omit open operate oppose optimize orbit order organise organize orient originate outline overlap overload overlook overwhelm owe own
oxidize pack package paint parse park participate pass paste pause peak peel penetrate perceive perform permit persist persuade pick picture pierce pin place plan plant
play please plot plug plunge point poison polish pollinate pollute pose position possess post postpone pour practice practise praise pray precede precipitate predict prefer
prepare prescribe present preserve press presume prevail prevent print probe proceed process proclaim procure produce progress prohibit project proliferate prolong promise promote
prompt propagate propel propose prosecute prosper protect protest prove provide provoke prune publish pull pulse pump punish purchase purify pursue push qualify
quantify query question quote race radiate raise rank rate reach react reactivate realize rearrange reason rebel reboot recall receive recharge recite reckon
recognise recognize recommend reconcile reconstruct record recover recruit recycle redirect reduce refer refine reflect reform refuse regain regard register
regret regulate reign reinforce reject relate relax release relieve rely remain remark remedy remember remind remove rename render renew rent repair
repeat repel replace replicate reply report represent reproduce request require rescue research resemble reserve reside resign resist resolve respect respond rest
restart restore restrict restructure result resume retain retire retreat retrieve return reuse reveal reverse revert review revise revive revolve reward rinse rob roll root rot
rotate round rub ruin rule rush rust sail sample satisfy save scale scan scare scatter schedule score scrape scratch scream search season seal secrete secure seem
segment select separate serialize serve settle shape share sharpen shift ship shorten shout sign signal signify simplify simulate skip slice slip
slow smell smoke smooth snap soak soften solidify solve sort sound space spark specialize specify spill sponsor spray sprout squeeze stabilise stabilize
stack stain stamp standardize stare start starve state stay steam steer stem step stimulate stir stop store straighten strain stream strengthen stress
stretch strip structure struggle study submit substitute succeed sue suffer suggest suit summarise summarize supply support suppose suppress surpass surrender surround survey survive
suspect suspend sustain swallow swap sweat switch symbolize synchronize synthesize tackle tag talk tame target taste tax tempt tend terminate test thank thaw thicken threaten thrive
tie tighten tilt time tolerate touch trace track trade train transcribe transfer transform translate transmit transport trap travel treat tremble trigger trim triple
troubleshoot trust try tune turn twist type uncover undermine unfold unify uninstall unite unlock unplug update upgrade upload urge use utilise utilize
vaccinate validate vanish vary vent ventilate verify veto vibrate view violate visit visualise visualize voice vote wait walk wander want warm warn wash waste watch water wave
weaken weigh welcome whip whisper widen wipe wish witness wonder work worry wound wrap wreck yield zoom face allot attest conceal deflect dehydrate deplete dissipate echo evacuate excrete exhale flap forage fracture fuse glide gnaw hoist inhale jam lick linger lure mate mend moor mourn nest ooze oust peck perch perish pinch plough pluck plunder pounce prick quench rear recede refract regenerate replenish retract ripen roam roast roost rupture scavenge scorch seep shatter shelter shield sieve sift simmer siphon skim smear sneeze soar spawn sprinkle squirt stalk sterilize stitch suck surge sway swirl topple toss tow trample tug tumble unload wilt wither wobble hatch rinse wrap scrub sand drain bake fry knead stir crush chill wipe discuss skip mute pin unpack unzip zip render fork clone commit rebase stash squash lint bundle parse serialize deserialize instantiate refactor mount unmount toggle scroll drag hover paste drop tick untick highlight subscribe unsubscribe
`

/** Base, past and participle of verbs that are not regular; past and participle may be several, parted by a slash. */
const IRREGULAR = `
arise arose arisen;become became become;begin began begun;bend bent bent;bind bound bound;bite bit bitten;blow blew blown;break broke broken;breed bred bred;bring brought brought;build built built;burst burst burst;buy bought bought;catch caught caught;choose chose chosen;come came come;cost cost cost;creep crept crept;cut cut cut;deal dealt dealt;dig dug dug;draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed fed;feel felt felt;fight fought fought;find found found;flee fled fled;fly flew flown;forbid forbade forbidden;forget forgot forgotten;freeze froze frozen;get got got/gotten;give gave given;go went gone;grind ground ground;grow grew grown;hang hung hung;hear heard heard;hide hid hidden;hit hit hit;hold held held;hurt hurt hurt;keep kept kept;know knew known;lay laid laid;lead led led;leave left left;lend lent lent;let let let;lie lay lain;lose lost lost;make made made;mean meant meant;meet met met;override overrode overridden;overcome overcame overcome;overwrite overwrote overwritten;pay paid paid;put put put;read read read;rebuild rebuilt rebuilt;ride rode ridden;ring rang rung;rise rose risen;run ran run;say said said;see saw seen;seek sought sought;sell sold sold;send sent sent;set set set;shake shook shaken;shed shed shed;shine shone shone;shoot shot shot;show showed shown;shrink shrank shrunk;shut shut shut;sing sang sung;sink sank sunk;sit sat sat;sleep slept slept;slide slid slid;speak spoke spoken;speed sped sped;spend spent spent;spin spun spun;split split split;spread spread spread;spring sprang sprung;stand stood stood;steal stole stolen;stick stuck stuck;sting stung stung;strike struck struck;swear swore sworn;sweep swept swept;swell swelled swollen;swim swam swum;swing swung swung;take took taken;teach taught taught;tear tore torn;tell told told;think thought thought;throw threw thrown;undergo underwent undergone;understand understood understood;undo undid undone;wake woke woken;wear wore worn;weave wove woven;win won won;wind wound wound;withdraw withdrew withdrawn;withstand withstood withstood;write wrote written;rewrite rewrote rewritten;reset reset reset;quit quit quit;bet bet bet;cast cast cast;forecast forecast forecast;foresee foresaw foreseen;input input input;light lit lit;prove proved proven;sew sewed sewn;sow sowed sown;mow mowed mown;saw sawed sawn;spell spelt spelt;spill spilt spilt;spoil spoilt spoilt;swell swelled swelled;upset upset upset;bear bore borne;beat beat beaten;bid bid bid;bleed bled bled;cling clung clung;dream dreamt dreamt;dwell dwelt dwelt;flow flowed flowed;fling flung flung;forgive forgave forgiven;kneel knelt knelt;leap leapt leapt;mislead misled misled;mistake mistook mistaken;outgrow outgrew outgrown;oversee oversaw overseen;overtake overtook overtaken;partake partook partaken;plead pled pled;redo redid redone;rend rent rent;seek sought sought;slay slew slain;strive strove striven;uphold upheld upheld;weep wept wept;wring wrung wrung
`

/** Base forms that double their last consonant before -ed and -ing. */
const DOUBLING = new Set(
  'abhor admit ban begin bet bid blot bug chop clip commit compel confer control cut debug defer dig dip dispel drag drip drop equip expel fit flip forget get grab grin grip hop hit infer input knit let log map occur omit pan pat permit pin plan plot plug pop prefer program propel put quit refer regret rip rob rub run scan set shed ship shop shut sit skip slap slip slit snap spin split spot step stir stop strip submit swap swim tag tap tip top transfer transmit trap trim unplug unwrap wrap zip pip reset win'.split(
    ' ',
  ),
)

const VOWEL_Y = /[aeiou]y$/u

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/u.test(base)) return `${base}es`
  return base.endsWith('y') && !VOWEL_Y.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`
}

function past(base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (base.endsWith('y') && !VOWEL_Y.test(base)) return `${base.slice(0, -1)}ied`
  return DOUBLING.has(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`
}

function gerund(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/u.test(base)) return `${base.slice(0, -1)}ing`
  return DOUBLING.has(base) ? `${base}${base.slice(-1)}ing` : `${base}ing`
}

function collect(): Readonly<Record<'bases' | 'thirds' | 'pasts' | 'participles' | 'gerunds', ReadonlySet<string>>> {
  const bases = new Set<string>()
  const thirds = new Set<string>()
  const pasts = new Set<string>()
  const participles = new Set<string>()
  const gerunds = new Set<string>()
  const add = (base: string, before: readonly string[], done: readonly string[]): void => {
    bases.add(base)
    thirds.add(thirdPerson(base))
    gerunds.add(gerund(base))
    for (const form of before) pasts.add(form)
    for (const form of done) participles.add(form)
  }
  for (const base of REGULAR.trim().split(/\s+/u)) if (!base.includes('-')) add(base, [past(base)], [past(base)])
  for (const entry of IRREGULAR.trim().split(';')) {
    const [base = '', before = '', done = ''] = entry.trim().split(' ')
    add(base, before.split('/'), done.split('/'))
  }
  return { bases, thirds, pasts, participles, gerunds }
}

const FORMS = collect()

/** `make` */
export const BASES = FORMS.bases
/** `makes` */
export const THIRDS = FORMS.thirds
/** `made` as in “she made” */
export const PASTS = FORMS.pasts
/** `made` as in “it is made” */
export const PARTICIPLES = FORMS.participles
/** `making` */
export const GERUNDS = FORMS.gerunds
