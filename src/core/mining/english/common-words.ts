/**
 * Common nouns and adjectives that may open a sentence. They tell an ordinary word with a capital from a name, where the passage
 * itself does not. Singular; plurals are found by their endings. Written for this project.
 */
const WORDS = `
access accident account acid action activity actor adult adhesive advice age agency agent agreement agriculture air aircraft airline airport alarm alcohol alga alien alloy
ancient animal answer ant antibiotic antibody apple application arm army art article artist ash asset asteroid atom attention audience author autumn average bacterium bacteria bag ball
bamboo band bank bark barley base basket bat battery battle beach bean bear bed bee beer bell belief bicycle bill bird birth black blade blanket blind blood blue board boat body
boiling bomb bone book border bottle bottom box boy brain branch brass bread breakfast breath brick bridge broken bronze brown browser budget bug building bulb bus business
butter butterfly button cable cake camera camp canal cancer candle cannon capital car carbon card cargo case cash castle cat cattle caution cave ceiling cell cement central century cereal chain chair
chalk chemical chicken chief child children chlorine choice chronic church circle circuit citizen city class classical clay client climate clock cloth clothes cloud coal coast coastal code coffee cold
colony colour color column comet common communication community company competition complex component computer concrete condensation condition conscious constant consumer contaminated content continuous
contract cooking cooling copper coral core corn corrosion cost cotton council country couple course court cow craft crew crime crisis critic crop crowd crown crystal culture current custom customer cycle daily
dam damage dark data database date daughter day dead death debt decision deep deer default deficiency demand desert device diabetes diamond diet digital dinner direct dirt disc disease dish disk distance district doctor document
dog dolphin domestic donor door dough drainage dream drink driver drought drug dry dust duty each early earthquake east eastern economic economist economy edge editor education effective egg eight elder electric electrical electricity electron
electronic element elephant elevator emergency emission employee employer empty encryption energy engine engineer engineering enough entire environment environmental enzyme equal equipment erosion error eruption
estate evening event every everyone everything evidence exact example excess excessive exercise exhaust expensive experience expert export exposure external extra extreme eye fabric face factory failure false family famine farm farmer
fashion fast fat fatigue feather federal fee feedback female fence ferry fertilizer fever few fibre field fifty file film final finance financial fine finger fire fish five flag flame flash flat flavour flight flood floor flour
flower fluid fog food foot football force foreign forest form formal former fossil foundation four fox frame free freedom freight frequency frequent fresh friction friend frog front frost frozen fruit fuel full
function fungus funeral furniture future galaxy game garden garlic gas gasoline gate gene general genetic giant gift girl glacier glass global glucose goat gold golden good goods government grain grammar grape
graph grass gravity great green greenhouse ground group growth guard guest guide gun habit hair half hall hand harbour hard hardware harvest hat head health healthy hearing heart heat heavy height helium hen herb high higher highway hill
historian history hole holiday home honest honey horse hospital host hot hotel hour house household housing huge human humid humidity hundred hunger hunter hurricane hydrogen ice idea illegal image immigrant immune impact
import important income independent index individual industrial industry infant infection inflation influenza information initial injury ink inner input insect inside insulin insurance interest internal international internet
investment investor invoice iron island ivory jaw jewellery job joint journal journalist judge juice jury key kidney kind king kitchen knee knife knowledge known label labour lack lake lamp land landscape language large larger
laser late later lava law lawyer layer lead leader leaf leather left legal lemon lens less lesson letter level liability library licence licensed lichen life light lightning lime limestone limited line link lion liquid list literature little
liver living loan local logic log long loss lost loud love low lower luck lung lunch machine machinery magma magnet magnetic main maize major majority malaria male mammal man management manager manual manufacturer many marble margin
marine market marriage married mass massive material mathematician mathematics meal meaning measurement meat mechanical medical medicine medieval medium meeting member memory men merchant mercury metal meteor method metric microscope middle migration
military milk mill million mind mine mineral miner minimum minister minor mirror missile mission mist mistake mite mixture mobile model modern moist moisture molecule money monk monkey month moon moral morning mosquito moss most mother motion motor
mountain mouse mouth movement movie mud multiple muscle museum mushroom music musician narrow nation national native natural nature naval neck needle negative nerve nest net network neutral new news newspaper nickel night nine nitrogen noise normal north
northern nose notice novel nuclear number nurse nut oak oat object ocean offer office officer official oil old older olive one onion online open operation opinion opponent optical option orange orbit order ordinary ore organ organic organism
organization original other outer output oven overgrazing owl owner ox oxygen ozone page pain paint painter palace pancreas paper parasite parent park parliament part participant particle party passenger password past path patient pattern payment peace peasant people pepper
per perfect permanent permafrost permission person personal pesticide petrol phone phosphorus photograph physical physician physicist piano picture piece pig pilot pine pink pipe pipeline pirate place plague plain plane planet plant plastic plate platform player
plenty poem poet point poison police policy political politician pollen pollution poor popular population porcelain port position positive possible post pot potato potassium poultry poverty powder power powerful practical precipitation pregnancy prehistoric present president pressure
price priest primary prime prince princess prior prison private prize probability problem process product production profession professional professor profit program programme programmer project prolonged property protein protest proton proximity public pulse pump
pupil pure pyramid quality quantity quartz queen question quick quiet rabbit race radar radiation radio rail railroad railway rain rainfall rainwater random range rapid rare rat rate raw ray real rear rebel recent recipe record red reef reform refrigerator refugee region regional regular relative reliable
religion religious remote renewable rent report reporter reptile republic request research researcher reserve resident residual resin resistance resource response rest restaurant retail revenue revolution rice rich right river road robot rock rocket
role roof room root rope rose rough round route routine row royal rubber rule ruler rural rust sacred safe safety sail sailor salary sale salmon salt sample sand sandstone satellite scale school science scientific scientist screen script sea seal
search season seasonal seat seawater second secret section sediment seed self senior sense separate sequence serious servant server service session set settlement settler seven several severe sewage shade shadow shallow shape shark sharp sheep sheet shell shelter ship
shock shop short shoulder show shrimp sick side sign signal silence silicon silk silver similar simple single sister site six size skill skin skull sky slave sleep slope slow small smaller smart smoke smoking smooth snake snow soap social society sodium soft software soil solar
soldier solid solution some son song sound soup source south southern soy space spam spare special species specific speech speed spice spider spinal spirit spleen sport spring square squirrel stable staff stage stair standard star starch state static station statistical statue
steam steel steep stem step sticky stomach stone storage store storm stove straight strange strategy straw stream street strength stress strict strike string strong structure student studio study subject substance suburb subway success successful sudden sugar suicide
sulfur sulphur summer sun sunlight sunscreen superior supply support surface surgeon surgery survey survivor sweat sweet swelling symptom syntax system table tail tall tape target task tax taxi tea teacher team tear technical technician technique technology teenager telephone telescope temperature temple
temporary ten tenant term terminal terrorist test text textile theatre theory therapy thermal thick thin thirty thousand thread threat three thunder ticket tide tiger tight timber time tin tiny tire tissue tobacco token tomato tool tooth teeth top topsoil torque total touch tourism tourist tower town
toxic toxin track trade trader tradition traditional traffic train training transaction translator transparent transport transportation trap traveller treatment treaty tree trial tribe tropical truck true trust truth tuberculosis tumour tunnel turbine turtle twelve twenty twin two typical tyre
ultraviolet uncle underground uniform union unit universal universe university unknown unlike unusual upper uranium urban urine useful user usual vaccine valley value valve vapour variable variety various vegetable vegetation vehicle vein velocity venom vessel veteran victim victory
video villager village vine vinegar violence violet virtual virus visible vision visitor vital vitamin volcanic volcano volcanoes voltage volume volunteer vote voter wage wall war warehouse warm warrior wartime wasp waste water wave wax weak wealth wealthy weapon weather web website wedding week
weight west western wet whale wheat wheel white whole wide widespread wife wild wildfire wildlife wind window wine wing winter wire wireless wolf woman women wood wooden wool word work worker workshop world worm worst wrist writer writing wrong yeast yellow yesterday young zero zinc zone
`

const COMMON: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/u))

const ORDINARY_ENDING =
  /(?:tion|sion|ness|ment|ity|ance|ence|ship|hood|ism|isms|ware|work|works|wear|graphy|ology|onomy|itis|osis|esis|ysis|aemia|emia|otherapy|culture|ometry|ectomy|icity|tions|sions|ments|ities|ances|ences|ists|ants|ents|ers|ors|ous|ful|less|able|ible|ical|ly|ing|ings|ated|ized)$/u

/** Whether a lower-cased word is one of the listed nouns and adjectives, as it stands. */
export function isListedWord(word: string): boolean {
  return COMMON.has(word)
}

/** Whether a lower-cased word is certain to be an ordinary one, not a name. */
export function isCommonWord(word: string): boolean {
  if (COMMON.has(word)) return true
  const part = word.includes('-') ? word.slice(0, word.indexOf('-')) : word
  if (part !== word && COMMON.has(part)) return true
  if (word.endsWith('ies') && COMMON.has(`${word.slice(0, -3)}y`)) return true
  if (word.endsWith('ves') && COMMON.has(`${word.slice(0, -3)}f`)) return true
  if (word.endsWith('es') && COMMON.has(word.slice(0, -2))) return true
  if (word.endsWith('s') && COMMON.has(word.slice(0, -1))) return true
  return word.length > 6 && ORDINARY_ENDING.test(word)
}

/** Words that are names although they look ordinary, or are both: their capital stays, or nothing is certain. */
export const NAMES: ReadonlySet<string> = new Set(
  `january february april june july september october november december monday tuesday wednesday thursday friday saturday sunday
  english british french german italian spanish russian chinese japanese korean indian american african asian european roman greek latin arabic arab jewish christian muslim islamic buddhist hindu catholic protestant orthodox dutch danish swedish norwegian
  finnish polish portuguese turkish egyptian persian iranian iraqi israeli irish scottish welsh swiss austrian hungarian czech canadian mexican brazilian australian soviet ottoman byzantine victorian
  africa asia europe america australia antarctica china japan india germany france britain england scotland wales ireland italy spain portugal russia turkey egypt greece norway sweden denmark finland iceland poland
  canada mexico brazil argentina chile peru israel iran iraq syria korea vietnam thailand indonesia ukraine austria hungary belgium netherlands switzerland london paris berlin rome moscow tokyo beijing washington
  earth mars venus jupiter saturn mercury neptune uranus pluto jesus bible linux unix python perl git github docker kubernetes google microsoft amazon
  facebook twitter intel oracle adobe christmas easter ramadan olympic olympics parliament congress senate roman viking mongol turk hun celt goth swede dane pole finn scot kurd serb croat inca maya aztec jew nazi democrat republican arab ottoman mughal norman saxon frank gaul persian phoenician spartan athenian venetian parisian londoner californian texan quaker mormon puritan jesuit benedictine communist bolshevik cherokee apache sioux zulu maori aborigine englishmen frenchmen dutchmen tatar cossack`
    .trim()
    .split(/\s+/u),
)

/** Words that are a name or an ordinary word, so that only the passage can tell. */
export const AMBIGUOUS: ReadonlySet<string> = new Set(
  'may march august apple java rust ruby swift go node react vue shell windows oracle turkey china polish earth mercury web internet word excel access chrome edge safari python will bill mark rose frank grace hope joy art pat rob sue ray jack carol victoria lake'.split(
    ' ',
  ),
)
