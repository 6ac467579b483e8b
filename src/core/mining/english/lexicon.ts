const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Words that point at something said elsewhere when they open a sentence or clause. */
export const POINTING_STARTS = setOf(`
it its itself this that these those they their them he his him she her hers i we our us my you your such here one ones another both others other either neither some
none each all also too then so but and or nor yet however therefore thus hence which who whom whose what why how where when whether if because since as while although though
unless until than doing same latter former instead otherwise similarly likewise conversely meanwhile nevertheless nonetheless moreover furthermore additionally
again still even only just maybe perhaps yes no not first second third firstly secondly thirdly finally lastly next sometimes often usually there's it's that's
he's she's they're we're you're i'm let let's please well okay now today currently recently later afterwards everything anything something nothing everyone someone anyone thing things
`)

export const BE = setOf('is are was were')

export const MODALS = setOf('can could may might must shall should will would cannot')

/** Words that are finite verbs or auxiliaries and nothing else. */
export const AUXILIARIES = setOf(`
is are was were has have had does do did can could may might must shall should will would cannot isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't
didn't can't couldn't mustn't shouldn't won't wouldn't
`)

export const PREPOSITIONS = setOf(`
about above across after against along among around at before behind below beneath beside besides between beyond by despite down during except for from in inside
into like near of off on onto out outside over past per since through throughout to toward towards under underneath until up upon via with within without unlike according because due owing
`)

/** Words that open a clause inside another one. */
export const SUBORDINATORS = setOf(
  'that which who whom whose where when because if although though while unless until whereas since as than whether why how what',
)

/** Words after which a sentence speaks of what somebody says or thinks, so that a reason may belong to the saying. */
export const REPORTING = setOf(`
say says said claim claims claimed argue argues argued believe believes believed think thinks thought suggest suggests suggested report reports reported
feel feels felt assume assumes assumed complain complains complained insist insists insisted deny denies denied know knows knew
`)

/** Function words that lose their capital inside a sentence. */
export const FUNCTION_WORDS = setOf(`
a an the in on at by for from with without under over into onto of to during before after between among within through throughout across along around against despite unlike
as if when while although though because since until unless once whereas where there many most some several few all both each every any no one two three four five six seven eight nine ten
much more less other another such only even just not it this that these those they he she you your its their his her our we my what which who how why
using given making having being unlike early late new old long short high low large small great modern older younger different various certain common
usually often sometimes generally typically normally today now then here also traditionally historically originally eventually
hundreds thousands millions people someone everyone nobody everybody nothing something
`)
