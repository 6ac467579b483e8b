import type { RightCases } from './right-cases'

const yesNo = { form: 'yes-no' } as const
const options = (...texts: readonly string[]) => ({ form: 'choice' as const, options: texts })
const steps = (reasoning: string) => ({ form: 'steps' as const, reasoning })

const BOARD_GAME: RightCases = {
  language: 'en',
  passage: `SALT ROAD – rules for 2 to 5 players, ages 10 and up, about 75 minutes

Setting up
Shuffle the 48 route cards and deal six to each player; with two players, eight. Put the remaining cards face down as the stock. Each player takes a caravan, 3 camels and 10 coins. The youngest player begins, and play goes clockwise.

Your turn
1. Draw one card from the stock, or take the top card of the discard pile.
2. Move your caravan up to 4 spaces, one more for each camel beyond the third. You may not end on an occupied space, except in a town.
3. In a town, sell salt or buy a camel (5 coins). In an oasis, you may rest: skip your next turn and draw two cards instead of one from then on until the round ends.

Sandstorm. When a storm card comes up, every caravan outside a town goes back 3 spaces, and its owner loses one camel. Owners of a tent lose nothing.

End of the game. The first to reach Tamzit with at least 12 coins ends the game; everyone else has one more turn. Count 1 point for each coin and 2 for each camel. In a tie the player with fewer cards in hand wins.`,
  right: [
    ['How many people can play Salt Road?', 'Between two and five.'],
    ['May a child of eight play, going by the box?', 'It is meant for players of ten years or more.'],
    ['How many cards does each player get in a game for two?', 'In a game for two, each player is dealt eight cards.'],
    ['Who starts?', 'The game is opened by the youngest person at the table.'],
    [
      'How far may a caravan with five camels move?',
      'Six spaces: four, and two more for the fourth and the fifth camel.',
    ],
    ['What does a camel cost?', 'You pay five coins for one, and you have to be in a town.'],
    ['Can two caravans stand on the same space?', 'Only in a town; anywhere else a space is for one alone.', yesNo],
    [
      'What happens to a player without a tent in a sandstorm?',
      'The caravan is moved back by three spaces and a camel is gone, unless it stands in a town.',
    ],
    ['Which item protects you from a sandstorm?', 'A tent.'],
    ['How is a tie broken?', 'Whoever holds fewer cards wins.'],
    [
      'A player ends with 14 coins and 4 camels. How many points is that?',
      '22 points',
      steps('14 coins give 14 points. 4 camels give 8 points. 14 + 8 = 22.'),
    ],
    ['What must a player have in order to end the game?', 'A caravan in Tamzit and no fewer than a dozen coins.'],
    ['What may be done in an oasis?', 'Resting'],
    [
      'In which direction do turns pass?',
      'Clockwise',
      options('Clockwise', 'Anticlockwise', 'As the youngest decides'),
    ],
    [
      'Explain what resting means.',
      'You give up your next turn; from then on you draw two cards each time, as long as the round lasts.',
    ],
  ],
}

const OBITUARY: RightCases = {
  language: 'en',
  passage: `Henrike Solvang, who has died aged 91, taught half of Norrby to swim and the other half to argue. Born above a chandler's shop in 1932, the third of seven sisters, she learned to read from seed packets. She trained as a draughtswoman at the Lindqvist yard, where she drew the rudder of every ferry launched between 1951 and 1968, though none was ever signed with her name.

When the yard laid off its women first, she took it to court. The case, Solvang v Lindqvist, dragged on for four years and was settled out of court in 1973; with the money she bought the derelict bath house on the harbour. She had it heated by the waste water of the brewery next door. Within a year 600 children had passed through it, at a fee of "whatever your mother can spare".

She sat on the town council from 1979 to 1991, as an independent, and was ejected from the chamber five times, twice for knitting. A plan for a motorway along the shore was dropped in 1984 after she had read the whole of the engineers' report aloud, which took nine hours.

Her husband, the organist Petter Aune, died in 2007. She leaves two sons, Mads and Jonas, and a granddaughter who swam the Norrby Sound last summer in 58 minutes.`,
  right: [
    ['How old was Henrike Solvang when she died?', 'She was ninety-one.'],
    ['How many sisters did she have?', 'She had six sisters, being the third of seven.'],
    ['What was her profession at the Lindqvist yard?', 'She worked there as a draughtswoman.'],
    ['For how many years did she draw rudders there?', 'For 17 years, from 1951 to 1968.'],
    ['Why did she sue the yard?', 'Because it dismissed its female workers before anybody else.'],
    ['How did the lawsuit end?', 'The parties settled in 1973, after four years, without a judgment.'],
    ['What did she do with the money from the settlement?', 'She purchased the run-down bath house at the harbour.'],
    ['Where did the heat for the bath house come from?', 'From the warm waste water of the neighbouring brewery.'],
    ['What did lessons cost?', 'There was no fixed price; parents gave what they could afford.'],
    ['Which party did she represent on the council?', 'None: she was an independent.'],
    ['How long did she serve on the council?', 'Twelve years'],
    ['For what was she thrown out of the chamber twice?', 'For knitting.'],
    ['How did she stop the motorway?', "By reading out the engineers' entire report, nine hours long."],
    ['Was her husband still alive in 2010?', 'No, Petter Aune had died in 2007.', yesNo],
    ['Who has crossed the Norrby Sound swimming?', 'Her granddaughter did so last summer, in just under an hour.'],
    ['Name her sons.', 'Mads and Jonas'],
  ],
}

const TIMETABLE: RightCases = {
  language: 'en',
  passage: `ENGINEERING WORK – Line 6 (Castle Hill – Market – Ferrow Docks)
From the last train on Friday 13 February until 5 a.m. on Monday 23 February

No trains will run between Market and Ferrow Docks. Trains from Castle Hill turn back at Market every 7½ minutes (every 15 after 9 p.m.). Replacement bus 6X runs from Market, stop C, to the docks, calling at all stations except Glassworks, where the road is too narrow; please walk from Canal Lock (6 minutes). Allow 25 minutes more for your journey. Bicycles cannot be carried on the bus; folded ones can.

Tickets and passes for line 6 are valid on the bus and also on tram 2 between Market and Ropery. The lift at Market is out of order until 18 February: passengers with wheelchairs should change at Castle Hill, where staff will call a taxi free of charge if asked at least 20 minutes ahead on 0555 019 22.

Why now? Points laid in 1987 are being replaced, and 1.4 km of rail. The work was to be done in November, but the steel came late. A second closure, in June, will be shorter: one weekend.`,
  right: [
    ['Between which stations will no trains run?', 'There is no service from Market to Ferrow Docks.'],
    ['For how many days is the line closed?', 'For a little more than nine days, from Friday night to Monday morning.'],
    ['How often do trains from Castle Hill run at ten in the evening?', 'They run every quarter of an hour.'],
    [
      'How often do trains from Castle Hill run in the daytime?',
      'Eight times an hour, that is every seven and a half minutes.',
    ],
    ['From which stop does the replacement bus leave?', 'Stop C'],
    ['Why does the bus not call at Glassworks?', 'The street there is not wide enough.'],
    ['How do passengers get to Glassworks?', 'On foot, in six minutes, from Canal Lock.'],
    ['May I take my bicycle on the 6X?', 'Only if it can be folded.', yesNo],
    ['On which tram are line 6 tickets accepted?', 'On number 2, as far as Ropery.'],
    [
      'A passenger in a wheelchair travels on 16 February. What should she do?',
      'She should change at Castle Hill, since the lift at Market is not working yet, and ring 0555 019 22 no later than twenty minutes before.',
    ],
    ['What does the taxi cost?', 'Nothing'],
    ['Why is the work done in February and not in November as planned?', 'Because the steel was delivered late.'],
    ['How old are the points that are replaced?', 'They date from 1987.'],
    ['How does the closure in June compare with this one?', 'It lasts only a weekend.'],
    ['What is the phone number for booking a taxi?', '0555 019 22'],
  ],
}

const CATALOGUE: RightCases = {
  language: 'en',
  passage: `LOT 214
A walnut bracket clock, Jeremiah Poole, Stanmouth, circa 1765
Eight-day movement, verge escapement, striking the hours on a bell; 41 cm high, the dial 7 in. Signed on the backplate. One foot replaced, the strike silenced at some time and since restored.
Provenance: made for the Reverend Amos Field; by descent to his great-niece Lavinia Croft, who took it to Madras in 1831; bought back at Sotherton's in 1902 (lot 77, 11 guineas) by the clockmaker Hugh Tebbutt; thence by inheritance.
Exhibited: Stanmouth Guildhall, 1951, no. 34.
Estimate £6,000–8,000

Note. Fewer than twenty clocks by Poole are recorded. He was apprenticed to his uncle in Lyme at fourteen, fell out with him over a spoiled fusee and set up on his own in Stanmouth in 1749. Unlike most country makers he cut his own wheels. He gave up clocks for spectacles in 1771. The bird on the dial, a wheatear, is found on no other piece of his; Tebbutt took it for a pun on a client's name, but the wheatear is also the badge of the Croft family.

Condition: running when catalogued, but sold not guaranteed to run. Buyer's premium 24 %. Lots must be removed within 10 working days; after that storage is £8 a day.`,
  right: [
    ['Who made the clock?', 'It was made by Jeremiah Poole.'],
    ['When was the clock made?', 'Around 1765'],
    ['How tall is the clock?', 'It stands 41 centimetres high.'],
    ['How long does it run when wound?', 'For eight days.'],
    ['Which part is not original?', 'One of the feet has been replaced.'],
    ['Does the clock strike today?', 'Yes. The strike had been silenced but has been restored.', yesNo],
    ['For whom was the clock made?', 'For a clergyman, the Reverend Amos Field.'],
    ['How was Lavinia Croft related to the first owner?', 'She was his great-niece.'],
    ['Where did the clock go in 1831?', 'Lavinia Croft took it with her to Madras.'],
    ['What did Hugh Tebbutt pay for it?', 'He paid eleven guineas.'],
    ['What is the highest price the auctioneers expect?', '£8,000'],
    ['What is the lowest price the auctioneers expect?', '£6,000'],
    ['How many clocks by Poole are known?', 'Not even twenty.'],
    ['Why did Poole leave his uncle?', 'They quarrelled about a fusee that had been spoiled.'],
    ['What set Poole apart from other makers in the country?', 'He made the wheels himself.'],
    ['What did Poole make after 1771?', 'Spectacles'],
    [
      'What are the two explanations for the bird on the dial?',
      "According to Tebbutt it plays on a customer's name; it may just as well be the badge of the Crofts.",
    ],
    [
      'What does storage cost a buyer who collects the clock three days late?',
      '£24',
      steps('Storage is £8 a day. 3 × 8 = 24.'),
    ],
    [
      'Is the buyer promised that the clock will run?',
      'No. It ran when it was catalogued, but there is no guarantee.',
      yesNo,
    ],
  ],
}

const WEATHER: RightCases = {
  language: 'en',
  passage: `Shipping bulletin for the Orlo coast, issued at 0600 on Thursday
General: low 984 hPa west of Cape Dunn, moving northeast at 25 knots, filling. High 1031 over the Grey Islands, stationary.

Inner Orlo: southwest 6 to 7, easing 4 by evening. Rain, then showers. Visibility moderate, poor in rain.
Outer Orlo: southwest 8, locally 9 until noon, veering west 6. Sea very rough, swell 4 m. Gale warning in force since 2200 yesterday.
Dunn Strait: variable 3, fog patches, some dense. Ice: drifting floes reported at 61 N by the trawler Marit; small craft should keep south of the light vessel.

Outlook for Friday: all areas northwest 4 or less, fair. On Saturday a new low will approach from the south; its track is still uncertain.

Harbours: Vessa closed to entry until the swell falls below 3 m. The pilot boat at Kjell is out of service; use channel 14 to request the one from Hamre (allow two hours). The foghorn at Dunn Head sounds every 40 seconds and not, as printed in the almanac, every 30.`,
  right: [
    ['Where is the low?', 'It lies to the west of Cape Dunn.'],
    ['What is the pressure of the high?', '1031 hectopascals'],
    ['How fast is the low moving?', 'At twenty-five knots, towards the northeast.'],
    ['What wind is expected in Inner Orlo by evening?', 'A southwest wind of force 4.'],
    ['For which area is there a gale warning?', 'Outer Orlo'],
    ['Since when has the gale warning been in force?', 'Since ten on Wednesday night.'],
    ['What is the danger in Dunn Strait?', 'Fog, dense in places, and drifting ice.'],
    ['Which ship reported the ice?', 'The trawler Marit'],
    ['Where should small boats stay?', 'South of the light vessel.'],
    ['How will the weather be on Friday?', 'Fair everywhere, with northwest winds of no more than 4.'],
    ['Why is the forecast for Saturday less certain?', 'Nobody knows yet which path the new low will take.'],
    [
      'A vessel wants to enter Vessa while the swell is 3.5 m. May it?',
      'No, the harbour stays closed as long as the swell is 3 m or more.',
      yesNo,
    ],
    [
      'How can a ship bound for Kjell get a pilot?',
      'By asking on channel 14 for the boat from Hamre, some two hours ahead.',
    ],
    ['How often does the foghorn sound?', 'Once every forty seconds.'],
    ['What does the almanac say about the foghorn?', 'That it sounds every 30 seconds, which is wrong.'],
  ],
}

export const RIGHT_CASES_REGISTERS = [BOARD_GAME, OBITUARY, TIMETABLE, CATALOGUE, WEATHER]
