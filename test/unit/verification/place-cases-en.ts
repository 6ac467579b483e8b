import type { SupportCases } from './support-cases'

/** Numbers beside others of their kind, in pairs that say the whole question again; written for this project. */

const GARDEN: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'The botanical garden of Marlow covers 34 hectares and was laid out in 1861. The palm house is 21 metres high, the fern house 9 metres. In the spring of 1974 a storm broke the glass of the palm house, and a gardener found 18 old seed jars under its floor. From 1976 to 1981 Edith Crane led the repairs, which cost 2.3 million pounds. The main gate opens at 8 am; the side gate on Quay Street, which only staff may use, at 6 am. Summer visitors mostly (about 70 per cent) come by tram; winter ones (about 45 per cent) come on foot. The gift shop employs 7 people, the cafe 12, and the garden itself 64. Of 2,840 kinds of orchids, 2,655 have flowered in the garden. Sowing takes an hour, watering half an hour. The board expects between 310,000 and 335,000 visitors in 2025. A season ticket costs 48 pounds, a day ticket 9 pounds. The record runner of the garden race needed 1:07:32. The race was held in the summers from 2008 to 2013.',
  right: [
    [
      'How high is the palm house of the botanical garden of Marlow?',
      'The palm house of the botanical garden of Marlow is 21 metres high.',
    ],
    [
      'How high is the fern house of the botanical garden of Marlow?',
      'The fern house of the botanical garden of Marlow is 9 metres high.',
    ],
    ['When did a storm break the glass?', 'A storm broke it in the spring of 1974.'],
    ['How long did the repairs led by Edith Crane go on?', 'They went on from 1976 to 1981.'],
    ['When does the side gate on Quay Street open for staff?', 'The side gate on Quay Street opens for staff at 6 am.'],
    ['When does the main gate open for visitors?', 'The main gate opens at 8 am.'],
    ['Which share of the summer visitors comes by tram?', 'About 70 per cent of the summer visitors come by tram.'],
    ['Which share of the winter visitors comes on foot?', 'About 45 per cent of the winter visitors come on foot.'],
    ['How many people does the gift shop employ?', 'The gift shop employs 7 people.'],
    ['How many people does the cafe employ?', 'The cafe employs 12 people.'],
    ['How many kinds of orchids have not flowered yet?', '185 of the 2,840 kinds have not flowered yet.'],
    ['How long does sowing take?', 'It takes 60 minutes.'],
    ['How long does watering take?', 'It takes 30 minutes.'],
    ['How many visitors does the board expect at most in 2025?', 'The board expects at most 335,000 visitors in 2025.'],
    [
      'What is the highest number of visitors that the board expects in 2025?',
      'The highest number of visitors that the board expects in 2025 is 335,000.',
    ],
    [
      'What is the lowest number of visitors that the board expects in 2025?',
      'The lowest number that the board expects is 310,000 visitors.',
    ],
    ['What does a day ticket cost?', 'A day ticket costs 9 pounds.'],
    [
      'How much more does a season ticket cost than a day ticket?',
      '39 pounds',
      { reasoning: 'A season ticket is 48 pounds and a day ticket 9 pounds. 48 minus 9 is 39.' },
    ],
    [
      'How much did the repairs cost in each of five years, on average?',
      'about 0.46 million pounds',
      { reasoning: 'They cost 2.3 million pounds in 5 years. 2.3 divided by 5 is 0.46.' },
    ],
    ['How long did the record runner need?', 'The record runner needed 1 hour, 7 minutes and 32 seconds.'],
    ['In how many summers was the race held?', 'It was held in six summers, from 2008 to 2013.'],
    ['How old was the garden when the storm broke the glass?', 'It was 113 years old.'],
  ],
  wrong: [
    [
      'number',
      'How high is the palm house of the botanical garden of Marlow?',
      'The palm house of the botanical garden of Marlow is 9 metres high.',
    ],
    [
      'number',
      'How high is the fern house of the botanical garden of Marlow?',
      'The fern house of the botanical garden of Marlow is 21 metres high.',
    ],
    ['date', 'When did a storm break the glass?', 'A storm broke the glass of the palm house in the spring of 1976.'],
    ['date', 'When were the seed jars found?', 'A gardener found 18 old seed jars in the spring of 1981.'],
    ['date', 'When did Edith Crane begin to lead the repairs?', 'She began to lead them in 1974.'],
    [
      'number',
      'When does the side gate on Quay Street open for staff?',
      'The side gate on Quay Street opens for staff at 8 am.',
    ],
    [
      'number',
      'Which share of the summer visitors comes by tram?',
      'About 45 per cent of the summer visitors come by tram.',
    ],
    [
      'number',
      'Which share of the winter visitors comes on foot?',
      'About 70 per cent of the winter visitors come on foot.',
    ],
    ['number', 'How many people does the gift shop employ?', 'The gift shop employs 12 people.'],
    ['number', 'How many kinds of orchids have not flowered yet?', '165 of the 2,840 kinds have not flowered yet.'],
    ['number', 'How long does sowing take?', 'It takes 50 minutes.'],
    [
      'number',
      'What is the highest number of visitors that the board expects in 2025?',
      'The highest number of visitors that the board expects in 2025 is 310,000.',
    ],
    [
      'number',
      'How much more does a season ticket cost than a day ticket?',
      '29 pounds',
      { reasoning: 'A season ticket is 48 pounds and a day ticket 9 pounds. 48 minus 9 is 29.' },
    ],
    ['number', 'How long did the record runner need?', 'The record runner needed 1 hour, 7 minutes and 52 seconds.'],
    ['number', 'How long did the record runner need?', 'The record runner needed 1:17:32.'],
    ['number', 'In how many summers was the race held?', 'It was held in seven summers, from 2008 to 2013.'],
    ['number', 'By how much is the palm house higher?', 'It is 14 metres higher than the fern house.'],
    ['number', 'How many seed jars were found?', 'The gardener found 16 old seed jars.'],
  ],
}

const FERRY: SupportCases = {
  language: 'en',
  headings: [],
  passage:
    'The ferry Lodestar has linked Ardwick with the isle of Corran since 1992. It carries 280 passengers and 45 cars; its sister ship, the Skua, carries 190 passengers and 30 cars. The crossing takes 55 minutes in summer and 70 minutes in winter. In the council vote 61 per cent were for a bridge and 33 per cent against. A bridge would cost 88 million crowns, a tunnel 140 million. The first ticket of 1992 cost 4 crowns, the hundred-thousandth 6. Captain Ines Moor, who is 52, has 14 sailors under her, Captain Dag Riis 11. Passengers under 6 years ride free and those over 65 years pay half. On calm days the Lodestar burns 900 litres, on stormy ones 1,300. In May 2011 the engine failed three miles off Corran, and 212 passengers waited for five hours; in June of that year it failed again for two hours. Line 3 of the bus meets every ferry; lines 5 and 8 stop at the school. The pier was rebuilt within a year. The kiosk sells maps for 2.50 crowns and stamps for 1.20.',
  right: [
    [
      'How many passengers does the sister ship of the Lodestar carry?',
      'The sister ship of the Lodestar, the Skua, carries 190 passengers.',
    ],
    ['How many cars does the ferry Lodestar carry?', 'The ferry Lodestar carries 45 cars.'],
    ['How long does the crossing take in winter?', 'In winter the crossing takes 70 minutes.'],
    ['How long is the crossing in summer?', 'In summer it is 55 minutes.'],
    [
      'In the council vote, which share was against a bridge?',
      'In the council vote, 33 per cent were against a bridge.',
    ],
    ['In the council vote, which share was for a bridge?', 'In the council vote, 61 per cent were for a bridge.'],
    ['What would a tunnel cost?', 'A tunnel would cost 140 million crowns.'],
    ['What would a bridge cost?', '88 million crowns'],
    ['How many sailors are under Captain Dag Riis?', 'Captain Dag Riis has 11 sailors under him.'],
    ['How many sailors are under Captain Ines Moor?', 'Captain Ines Moor has 14 sailors under her.'],
    ['How much does the Lodestar burn on stormy days?', 'On stormy days the Lodestar burns 1,300 litres.'],
    ['For how long did the passengers wait in May 2011?', 'In May 2011 they waited for five hours.'],
    ['Which line of the bus meets every ferry?', 'Line 3', { form: 'choice', options: ['Line 3', 'Line 5', 'Line 8'] }],
    ['How long did it take to rebuild the pier?', 'It was rebuilt within 12 months.'],
    [
      'How much more would a tunnel cost than a bridge?',
      '52 million crowns',
      { reasoning: 'A tunnel costs 140 million crowns and a bridge 88 million crowns. 140 - 88 = 52.' },
    ],
    ['Which share was neither for nor against the bridge?', '6 per cent were neither for nor against.'],
    ['What do stamps cost at the kiosk?', 'At the kiosk stamps cost 1.20 crowns.'],
    ['How many passengers and cars does the Skua carry?', 'It carries 190 people and 30 cars.'],
  ],
  wrong: [
    [
      'number',
      'How many passengers does the sister ship of the Lodestar carry?',
      'The sister ship of the Lodestar, the Skua, carries 280 passengers.',
    ],
    ['number', 'How many cars does the ferry Lodestar carry?', 'The ferry Lodestar carries 30 cars.'],
    ['number', 'How long does the crossing take in winter?', 'In winter the crossing takes 55 minutes.'],
    [
      'number',
      'In the council vote, which share was against a bridge?',
      'In the council vote, 61 per cent were against a bridge.',
    ],
    [
      'number',
      'In the council vote, which share was for a bridge?',
      'In the council vote, 33 per cent were for a bridge.',
    ],
    ['number', 'What would a tunnel cost?', 'A tunnel would cost 88 million crowns.'],
    ['number', 'How many sailors are under Captain Dag Riis?', 'Captain Dag Riis has 14 sailors under him.'],
    ['number', 'How much does the Lodestar burn on stormy days?', 'On stormy days the Lodestar burns 900 litres.'],
    ['number', 'For how long did the passengers wait in May 2011?', 'In May 2011 the passengers waited for two hours.'],
    [
      'number',
      'Which line of the bus meets every ferry?',
      'Line 5',
      { form: 'choice', options: ['Line 3', 'Line 5', 'Line 8'] },
    ],
    ['number', 'How long did it take to rebuild the pier?', 'It was rebuilt within 18 months.'],
    ['number', 'What do stamps cost at the kiosk?', 'At the kiosk stamps cost 2.50 crowns.'],
    ['date', 'Since when has the ferry linked Ardwick with Corran?', 'It has linked them since 2011.'],
    ['date', 'When did the engine fail for the first time?', 'The engine failed for the first time in June 2011.'],
    ['unit', 'How far off Corran did the engine fail?', 'It failed three kilometres off Corran.'],
  ],
}

export const PLACES_EN: readonly SupportCases[] = [GARDEN, FERRY]
