/** Words that end in a full stop without ending a sentence, in lower case and without that stop (rule TEXT5). */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(word => word !== ''))

/** Something always follows: titles of people, and words that introduce. */
export const ALWAYS_INSIDE: ReadonlySet<string> = words(`
  mr mrs ms mx dr drs prof profs messrs mmes sens reps govs mme mlle rev hon gen col maj capt cmdr lt sgt cpl pvt adm sen rep gov pres supt
  e.g i.e c.f cf viz vs v.s approx ca c.a incl excl esp resp a.k.a n.b
  z.b d.h u.a bzw ggf vgl sog inkl evtl p.ex sra srta dra núm pág
`)

/** A name, a number or nothing may follow: an end only where a word that likes to start sentences comes next. */
export const OFTEN_INSIDE: ReadonlySet<string> = words(`
  fr mt ft al inc ltd co corp bros mfg ry jr sr ave blvd rd hwy dept univ dist assn est ed eds trans misc min max avg
  temp jas wm chas geo ph.d m.sc b.sc m.a b.a sc.d ed.d d.phil ll.b ll.m lb oz hr usw etw abb stat
`)

/** As above, but only when written with a capital; as words they end sentences ("the sun.", "he sat."). */
export const OFTEN_INSIDE_CAPITAL: ReadonlySet<string> = words(`
  st jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn
  tex va vt wash wis wyo ont que
`)

/** Inside a sentence when a number follows. */
export const BEFORE_NUMBER: ReadonlySet<string> = words(`
  no nos fig figs eq eqs eqn vol vols p pp ch chap sec sect art tab ref refs nr op pt ex l ll v vv bk cl prop thm
  lem cor def para par ver rev app bd abs kap
`)

/** Units and times after which a capital starts a sentence, but these words do not. */
export const AFTER_CLOCK: ReadonlySet<string> = words(`
  est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest
  monday tuesday wednesday thursday friday saturday sunday
`)

/** A single capital after one of these is a label ("Plan B."), not an initial. */
export const LABELLED: ReadonlySet<string> = words(`
  vitamin plan figure fig table type group section part appendix class grade hepatitis schedule exhibit option team
  phase model point case step level category annex chapter item box panel hypothesis theorem lemma line
`)

/** Words that start sentences far more often than they carry a name. */
export const SENTENCE_OPENERS: ReadonlySet<string> = words(`
  the a an this that these those it its he she they we i you there here his her their our my your
  in on at by for from with without to as of if when whenever while after before since because although though
  however but and or so yet nor then thus hence therefore moreover furthermore meanwhile also besides instead
  what who whose why how where which once until during under over between among despite according
  some many most each every all both no not only even such another other several few one two three
  is are was were do does did can could should would will may might let see note use
  der die das ein eine es er sie wir ich und aber im am le la les un une il elle nous et mais el los las un una
`)
