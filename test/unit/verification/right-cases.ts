import type { Said } from './support-cases'

/** A passage with pairs that all fit it, put as a small model puts them; written for this project. */
export interface RightCases {
  readonly language: 'en' | 'zh'
  readonly passage: string
  readonly right: readonly Said[]
}

const yesNo = { form: 'yes-no' } as const
const options = (...texts: readonly string[]) => ({ form: 'choice' as const, options: texts })

const PUMP: RightCases = {
  language: 'en',
  passage: `The Torven P4 pump works at a minimum pressure of 1.5 bar and a maximum pressure of 6 bar. Before the first start, fill the housing with clean water through the upper valve; after each use, drain it through the lower valve. The red lamp flashes when the filter is blocked, and the yellow lamp lights up when the water is too hot. The inlet hose has a diameter of 32 mm, the outlet hose one of 25 mm.

The filter may be rinsed under running water, but it may not be cleaned with solvents. Only trained staff may open the control box. If the motor stops, wait ten minutes, check the fuse and press the reset button. The pump must not run dry for more than 20 seconds, because the seal needs water for cooling. In winter, store the pump in a frost-free room.`,
  right: [
    ['What is the minimum pressure of the pump?', 'The minimum pressure is 1.5 bar.'],
    ['What is the maximum pressure of the pump?', 'The maximum pressure is 6 bar.'],
    ['Which valve is used to fill the housing?', 'The upper valve is used to fill the housing with clean water.'],
    ['Which valve is used to drain the housing?', 'The lower valve is used to drain it after each use.'],
    ['What should the user do before starting the pump for the first time?', 'Fill its housing with clean water.'],
    ['What should the user do after every use?', 'The housing should be emptied through the lower valve.'],
    ['What does the red lamp indicate?', 'It indicates a clogged filter.'],
    ['What does the yellow lamp indicate?', 'The yellow lamp indicates that the water temperature is too high.'],
    ['Which lamp warns the user of overheated water?', 'The yellow one.'],
    ['How wide is the inlet hose?', 'It is 32 mm in diameter.'],
    ['How wide is the outlet hose?', 'It is 25 mm in diameter.'],
    ['May the filter be rinsed with water?', 'Yes, it may be rinsed under running water.', yesNo],
    ['May the filter be cleaned with solvents?', 'No, solvents are not allowed for cleaning the filter.', yesNo],
    ['Who is allowed to open the control box?', 'Only staff members who have been trained.'],
    ['Why must the pump not run dry?', 'The seal is cooled by the water and would otherwise be damaged.'],
    ['What steps should be taken if the motor stops?', 'Wait for ten minutes, then check the fuse and push reset.'],
    ['Where should the pump be kept in winter?', 'It should be kept in a room where there is no frost.'],
    [
      'Which lamp flashes when the filter is blocked?',
      'The red lamp',
      options('The red lamp', 'The yellow lamp', 'The green lamp', 'The blue lamp'),
    ],
    [
      'Summarize how the filter should be treated.',
      'The filter can be rinsed under running water, but solvents must not be used on it.',
    ],
  ],
}

const MARKET: RightCases = {
  language: 'en',
  passage: `Under the market rules of Aldermoor, traders with a yearly licence may enter through the east gate from 5 a.m., and traders with a day licence through the west gate from 6.30 a.m. Visitors are admitted from 8 a.m. to 2 p.m. A yearly licence costs 480 pounds, a day licence 15 pounds. Applications for a yearly licence must be sent to the market clerk before 1 November; the council decides on them in December.

Hot food may be sold in the northern hall only. Live animals may not be sold anywhere on the grounds. A trader who leaves waste behind pays a fine of 60 pounds; whoever does so a second time loses the licence for one year. Appeals go first to the market clerk and then to the council. Dogs may be brought in on a lead, except into the fish hall.`,
  right: [
    ['Which gate do holders of a yearly licence use?', 'They use the east gate.'],
    ['Which gate do holders of a day licence use?', 'They use the west gate.'],
    ['From what time may traders with a yearly licence enter?', 'They may enter from 5 a.m.'],
    ['From what time may traders with a day licence enter?', 'They are let in from half past six in the morning.'],
    ['When does the market open to visitors?', 'Visitors are let in at 8 a.m.'],
    ['When does the market close to visitors?', 'It closes to visitors at 2 p.m.'],
    ['How much does a yearly licence cost?', 'It costs £480.'],
    ['How much does a day licence cost?', 'A day licence costs 15 pounds.'],
    ['Who receives applications for a yearly licence?', 'The market clerk receives them.'],
    ['Who decides on applications for a yearly licence?', 'The council does, in December.'],
    ['Where is the sale of hot food allowed?', 'Hot food is only permitted in the northern hall.'],
    ['Is it allowed to sell live animals at the market?', 'No, selling live animals is forbidden everywhere.', yesNo],
    ['What is the penalty for leaving waste for the first time?', 'A fine of 60 pounds has to be paid.'],
    ['What is the penalty for leaving waste a second time?', 'The trader loses the licence for a year.'],
    ['To whom do appeals go first?', 'They first go to the market clerk.'],
    ['To whom do appeals go after the clerk?', 'After the clerk, they go to the council.'],
    ['Can visitors take their dog into the fish hall?', 'No. Dogs are admitted on a lead but not there.', yesNo],
    [
      'Which licence is cheaper?',
      'The day licence',
      options('The day licence', 'The yearly licence', 'The monthly licence', 'The visitor licence'),
    ],
  ],
}

const STEW: RightCases = {
  language: 'en',
  passage: `For the lamb stew, brown 800 grams of lamb in olive oil for eight minutes, then take it out and soften two onions and a leek in the same pot. Stir in a spoonful of tomato paste and a pinch of cumin, pour in half a litre of stock and put the meat back. In the first stage the stew simmers with the lid on for 90 minutes; in the second stage it cooks uncovered for 20 minutes so that the sauce thickens. Add the carrots at the beginning of the first stage and the peas five minutes before the end. Season with salt, not with soy sauce, which would make it too dark. Serve it with barley in winter and with flat bread in summer. The stew keeps for three days in the fridge and for two months in the freezer.`,
  right: [
    ['How long does the stew cook in the first stage?', 'It simmers covered for 90 minutes.'],
    ['How long does the stew cook in the second stage?', 'It cooks without a lid for 20 minutes.'],
    ['Is the pot covered during the first stage?', 'Yes, the lid stays on during the first stage.', yesNo],
    ['Is the pot covered during the second stage?', 'No, it is left uncovered so the sauce can thicken.', yesNo],
    ['When are the carrots added?', 'They go in at the start of the first stage.'],
    ['When are the peas added?', 'They are added five minutes before the stew is done.'],
    ['What is the meat browned in?', 'The meat is browned in olive oil.'],
    ['Which vegetables are softened after the meat?', 'Onions and a leek are softened in the same pot.'],
    ['Why should soy sauce not be used?', 'Because it would darken the stew too much.'],
    ['What is the stew served with in winter?', 'In winter it is served with barley.'],
    ['What is the stew served with in summer?', 'It comes with flat bread in the summer months.'],
    ['How long can the stew be kept in the fridge?', 'It can be kept there for three days.'],
    ['How long can the stew be kept in the freezer?', 'Frozen, it lasts two months.'],
    ['What liquid is poured into the pot?', 'Half a litre of stock.'],
    ['What spice is used in the stew?', 'A pinch of cumin is stirred in with the tomato paste.'],
    ['What should the stew be seasoned with?', 'Salt', options('Salt', 'Soy sauce', 'Vinegar', 'Sugar')],
    [
      'Describe the preparation of the stew in short.',
      'Lamb is browned and set aside while the vegetables soften. Then it simmers with stock, first covered and later uncovered.',
    ],
  ],
}

const PAINTER: RightCases = {
  language: 'en',
  passage: `Helene Marsh, born in Dunwick in 1871, was the daughter of a schoolteacher; her husband, Oskar Brandt, was the son of a ship's carpenter. She learned drawing from her aunt and later studied painting in Antwerp, where she met Brandt in 1895. He worked as an engraver and taught her to etch. Before her marriage she painted mostly harbours; after it she turned to portraits of factory workers.

Her first exhibition, in Leeds in 1902, was a failure, and only two pictures were sold. The second, in Glasgow four years later, made her famous. She exported many of her prints to America through the dealer Paul Finch and bought her paper from a mill in Kent. Brandt died in 1919. Marsh lived on in Dunwick, founded a drawing school for girls and never married again. She died in 1940; her largest painting hangs in the town hall.`,
  right: [
    ['What was the occupation of Helene Marsh’s father or mother?', 'She was a schoolteacher’s daughter.'],
    ['What was the trade of Oskar Brandt’s father?', 'His father was a ship’s carpenter.'],
    ['Where did Helene Marsh study painting?', 'She studied it in Antwerp.'],
    ['Who taught Helene Marsh to draw?', 'Her aunt taught her to draw.'],
    ['Who taught Helene Marsh to etch?', 'Oskar Brandt, who was an engraver, taught her to etch.'],
    ['What did Marsh mainly paint before her marriage?', 'Before she married, she mainly painted harbours.'],
    [
      'What did Marsh mainly paint after her marriage?',
      'She mainly painted portraits of people who worked in factories.',
    ],
    ['Where was her first exhibition held?', 'Her first exhibition was held in Leeds.'],
    ['Where was her second exhibition held?', 'It took place in Glasgow.'],
    ['How successful was the first exhibition?', 'It was unsuccessful: just two pictures found a buyer.'],
    ['How successful was the second exhibition?', 'It was a great success and brought her fame.'],
    ['In which year was the second exhibition?', 'It was held in 1906.'],
    ['Through whom did she sell her prints in America?', 'Through a dealer named Paul Finch.'],
    ['Where did the paper come from?', 'The paper came from a mill in Kent.'],
    ['Did Marsh remarry after the death of Brandt?', 'No, she stayed single and founded a school.', yesNo],
    ['When did Brandt die?', 'He died in 1919.'],
    ['When did Marsh die?', 'She died in 1940.'],
    ['What did Marsh found in Dunwick?', 'She started a school where girls learned to draw.'],
    [
      'Who of the two was an engraver?',
      'Oskar Brandt',
      options('Oskar Brandt', 'Helene Marsh', 'Paul Finch', 'Her aunt'),
    ],
    ['Where can her biggest painting be seen?', 'It hangs in the town hall.'],
  ],
}

const MOSS: RightCases = {
  language: 'en',
  passage: `A team led by Ruth Okafor compared mosses on north-facing and south-facing roofs in Tallin Bay. On north-facing roofs the moss absorbed up to 14 times its own weight in water, on south-facing roofs only 6 times. Mosses take up water through their leaves, whereas grasses take it up through their roots. During the day the samples released oxygen; at night they released carbon dioxide. Samples were weighed in the morning and photographed in the evening.

The researchers had expected that pigeons would damage the moss, but they found no damage. Snails ate the young shoots, and beetles spread the spores. Lead from old chimneys collected in the lower layers, zinc in the upper ones. The study did not look at lichens. A follow-up study, paid for by the harbour board, will examine roofs inland; the first one was paid for by the university.`,
  right: [
    ['How much water did moss on north-facing roofs absorb?', 'It absorbed up to 14 times its own weight.'],
    ['How much water did moss on south-facing roofs absorb?', 'Only six times its own weight.'],
    ['How do mosses absorb water?', 'Mosses absorb water through their leaves.'],
    ['How do grasses absorb water?', 'Grasses absorb water through their roots.'],
    ['What gas did the samples release during the day?', 'They released oxygen in the daytime.'],
    ['What gas did the samples release at night?', 'They gave off carbon dioxide.'],
    ['When were the samples weighed?', 'They were weighed in the morning.'],
    ['When were the samples photographed?', 'They were photographed in the evening.'],
    ['Which animals ate the shoots?', 'Snails fed on the young shoots.'],
    ['Which animals spread the spores?', 'The spores were spread by beetles.'],
    ['Did pigeons damage the moss?', 'No. The team expected it, but no damage was found.', yesNo],
    ['Which metal collected in the upper layers?', 'Zinc collected in the upper layers.'],
    ['Which metal collected in the lower layers?', 'Lead, which came from old chimneys.'],
    ['Who paid for the first study?', 'The university funded the first study.'],
    ['Who pays for the follow-up study?', 'The harbour board funds it.'],
    ['What will the follow-up study examine?', 'It will look at roofs further inland.'],
    ['Were lichens part of the study?', 'No, the study did not include lichens.', yesNo],
    [
      'Which roofs held more water?',
      'North-facing roofs',
      options('North-facing roofs', 'South-facing roofs', 'Flat roofs', 'All held the same'),
    ],
    [
      'Summarize the main result of the study.',
      'Moss on north-facing roofs held more than twice as much water as moss on south-facing ones.',
    ],
  ],
}

export const RIGHT_CASES_EN: readonly RightCases[] = [PUMP, MARKET, STEW, PAINTER, MOSS]
