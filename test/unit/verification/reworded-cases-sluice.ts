/** Two pairs about one passage: instruction and response of the first, then of the second. */
export type TwoPairs = readonly [string, string, string, string]

/** A passage with pairs of pairs that say the same in other words, and such as look alike and differ; written for this project. */
export interface RewordedCases {
  readonly language: 'en' | 'zh'
  readonly passage: string
  readonly same: readonly TwoPairs[]
  readonly different: readonly TwoPairs[]
}

export const SLUICE: RewordedCases = {
  language: 'en',
  passage: `The Brackwater sluice was designed by Ida Holm and finished in 1887. The town council paid for it. It has two gates: the left gate lets fresh water out, and the right gate keeps salt water from coming in. Before high tide the keeper closes both gates; after high tide the left one is opened first. A gate weighs 14 tonnes and moves on wheels of bronze because bronze does not rust in sea water.

Boats of up to 3 metres in width may pass on weekdays. On Sundays they may not pass, except in an emergency. The first pump was driven by steam; the second, added in 1931, runs on electricity and lifts 900 litres a second. Eels are counted in spring and released above the dam. The old chain was replaced by a steel rope in 1954, since it had worn thin.`,
  same: [
    [
      'Who designed the Brackwater sluice?',
      'Ida Holm.',
      'Who designed the Brackwater sluice?',
      'It was designed by Ida Holm.',
    ],
    [
      'When was the sluice finished?',
      'The sluice was finished in 1887.',
      'When was the sluice completed?',
      'The sluice was completed in 1887.',
    ],
    [
      'When was the sluice finished?',
      'It was finished in 1887.',
      'In which year was the sluice finished?',
      'The sluice was finished in 1887.',
    ],
    [
      'Why do the gates move on bronze wheels?',
      'Bronze does not rust in sea water.',
      'Why do the gates move on bronze wheels?',
      'Because bronze does not rust in sea water.',
    ],
    [
      'Why do the gates move on wheels of bronze?',
      'Because bronze does not rust in sea water.',
      'For what reason do the gates move on bronze wheels?',
      'Because bronze doesn’t rust in sea water.',
    ],
    [
      'How much does a gate weigh?',
      'A gate weighs 14 tonnes.',
      'What is the weight of a gate?',
      'A gate weighs 14 tonnes.',
    ],
    ['How much does a gate weigh?', 'A gate weighs 14 tonnes.', 'How heavy is a gate?', 'Each gate weighs 14 tonnes.'],
    [
      'How wide may boats be?',
      'Boats may be up to 3 metres wide.',
      'How wide may boats be that pass?',
      'The boats may be up to 3 metres wide.',
    ],
    [
      'What drove the first pump?',
      'The first pump was driven by steam.',
      'What was the first pump driven by?',
      'The first pump was driven by steam.',
    ],
    [
      'When was the second pump added?',
      'The second pump was added in 1931.',
      'When was the second pump added?',
      'In 1931 the second pump was added.',
    ],
    ['When was the second pump added?', '1931', 'When was the second pump installed?', 'In 1931.'],
    [
      'What replaced the old chain?',
      'A steel rope replaced the old chain in 1954.',
      'What replaced the old chain?',
      'In 1954, a steel rope replaced the old chain.',
    ],
    [
      'What happens to the eels?',
      'Eels are counted in spring and released above the dam.',
      'What is done with the eels?',
      'The eels are counted in spring and then released above the dam.',
    ],
    [
      'When may boats pass?',
      'Boats may pass on weekdays.',
      'When are boats allowed to pass?',
      'Boats are allowed to pass on weekdays.',
    ],
    [
      'What does the left gate do?',
      'The left gate lets fresh water out.',
      'What is the function of the left gate?',
      'The left gate lets fresh water out.',
    ],
    [
      'What does the left gate do?',
      'The left gate lets fresh water out.',
      'What does the left gate do?',
      'The left gate lets the fresh water out.',
    ],
    [
      'Who paid for the sluice?',
      'The town council paid for the sluice.',
      'Who financed the sluice?',
      'The town council paid for the sluice.',
    ],
    [
      'What does the keeper do before high tide?',
      'The keeper closes both gates before high tide.',
      'What does the keeper do before high tide?',
      'Before high tide the keeper closes both gates.',
    ],
    [
      'What does the keeper do before high tide?',
      'The keeper closes both gates.',
      'What does the keeper do before high tide?',
      'The keeper shuts both gates.',
    ],
    [
      'How much water does the second pump lift?',
      'It lifts 900 litres a second.',
      'How much water does the second pump lift?',
      'It lifts 900 litres per second.',
    ],
    [
      'How much water does the second pump lift?',
      'It lifts 900 litres a second.',
      'What amount of water does the second pump lift?',
      'The second pump lifts 900 litres per second.',
    ],
    [
      'What does the second pump run on?',
      'The second pump runs on electricity.',
      'Tell me what the second pump runs on.',
      'The second pump runs on electricity.',
    ],
  ],
  different: [
    [
      'When may boats pass?',
      'Boats may pass on weekdays.',
      'When may boats not pass?',
      'Boats may not pass on weekdays.',
    ],
    [
      'May boats pass on Sundays?',
      'Boats may pass on Sundays.',
      'May boats pass on Sundays?',
      'Boats may not pass on Sundays.',
    ],
    [
      'What does the left gate do?',
      'The left gate lets fresh water out.',
      'What does the right gate do?',
      'The right gate lets salt water in.',
    ],
    [
      'What does the gate do?',
      'The left gate lets fresh water out.',
      'What does the gate do?',
      'The right gate lets fresh water out.',
    ],
    [
      'What does the keeper do before high tide?',
      'The keeper closes both gates.',
      'What does the keeper do after high tide?',
      'The keeper opens both gates.',
    ],
    [
      'When are the gates closed?',
      'The gates are closed before high tide.',
      'When are the gates closed?',
      'The gates are closed after high tide.',
    ],
    ['Who designed the sluice?', 'Ida Holm.', 'Who paid for the sluice?', 'Ida Holm.'],
    ['Who designed the sluice?', 'The town council.', 'Who financed the sluice?', 'The town council.'],
    [
      'Who designed the sluice?',
      'Ida Holm designed the sluice.',
      'Who designed the sluice?',
      'Ada Holm designed the sluice.',
    ],
    ['What drove the first pump?', 'Steam.', 'What drove the second pump?', 'Steam.'],
    [
      'What drove the first pump?',
      'The first pump was driven by steam.',
      'What drove the second pump?',
      'The second pump was driven by steam.',
    ],
    ['When was the second pump added?', 'In 1931.', 'When was the second pump added?', 'In 1954.'],
    ['When was the first pump added?', 'In 1931.', 'When was the second pump added?', 'In 1931.'],
    [
      'How much does a gate weigh?',
      'A gate weighs 14 tonnes.',
      'How much do both gates weigh?',
      'Both gates weigh 14 tonnes.',
    ],
    [
      'How much does a gate weigh?',
      'A gate weighs 14 tonnes.',
      'How much does a gate weigh?',
      'A gate weighs 14 kilograms.',
    ],
    ['Why was the chain replaced?', 'It had worn thin.', 'Why was the rope replaced?', 'It had worn thin.'],
    [
      'What replaced the chain?',
      'The rope replaced the chain.',
      'What replaced the rope?',
      'The chain replaced the rope.',
    ],
    [
      'Why was the chain replaced?',
      'The chain was replaced in 1954.',
      'When was the chain replaced?',
      'The chain was replaced in 1954.',
    ],
    ['Where are eels released?', 'Above the dam.', 'Where are eels counted?', 'Above the dam.'],
    [
      'Where are eels released?',
      'Eels are released above the dam.',
      'Where are eels released?',
      'Eels are released below the dam.',
    ],
    [
      'Does bronze rust in sea water?',
      'Bronze does not rust in sea water.',
      'Does bronze rust in sea water?',
      'Bronze does rust in sea water.',
    ],
    [
      'Which gate is opened first?',
      'The left gate is opened first.',
      'Which gate is opened first?',
      'The left gate is opened last.',
    ],
    ['What lets water through?', 'The gate lets water out.', 'What lets water through?', 'The gate lets water in.'],
    [
      'Is the sluice older than the pump?',
      'The sluice is older than the pump.',
      'Is the pump older than the sluice?',
      'The pump is older than the sluice.',
    ],
    [
      'Which water does the sluice handle?',
      'Fresh water flows from the river to the sea.',
      'Which water does the sluice handle?',
      'Fresh water flows from the sea to the river.',
    ],
    ['How wide may boats be?', 'At most 3 metres.', 'How wide may boats be?', 'At least 3 metres.'],
  ],
}
