/** Verbs whose past has another stem, each with its forms. Forms that are other words as well (left, saw, ground, felt) are left out. */
const ROWS = `
sell sold|lead led|come came|take took taken|give gave given|find found|make made|build built|buy bought|bring brought|win won
write wrote written|rewrite rewrote rewritten|begin began begun|run ran|keep kept|lose lost|hold held|teach taught|think thought|grow grew grown
know knew known|draw drew drawn|fly flew flown|blow blew blown|throw threw thrown|eat ate eaten|drink drank drunk|drive drove driven
ride rode ridden|speak spoke spoken|break broke broken|choose chose chosen|freeze froze frozen|steal stole stolen|wear wore worn
send sent|spend spent|lend lent|pay paid|lay laid|meet met|feed fed|breed bred|stand stood|understand understood|become became|get got
hang hung|fight fought|catch caught|seek sought|dig dug|strike struck|sleep slept|sing sang sung|sink sank sunk|swim swam swum
rise risen|fall fallen|hide hid hidden|forget forgot forgotten|overcome overcame|undertake undertook undertaken|oversee oversaw overseen`

const BASES: ReadonlyMap<string, string> = new Map(
  ROWS.trim()
    .split(/[|\n]/u)
    .flatMap(row => {
      const [base = '', ...forms] = row.split(' ')
      return forms.map((form): [string, string] => [form, base])
    }),
)

/** The form of a verb under which its past is compared, too: `sold` is `sell`. Any other word is itself. */
export function baseOf(word: string): string {
  return BASES.get(word) ?? word
}
