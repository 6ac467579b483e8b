import type { SupportCases } from './support-cases'

const steps = (reasoning: string) => ({ form: 'steps' as const, reasoning })

/** Passages whose pairs reckon, suppose a case, count on from a day, or write numbers in other ways; written for this project. */
export const RECKONED_EN: readonly SupportCases[] = [
  {
    language: 'en',
    headings: [],
    passage: `Log of the weather hut on Torrin Fell
3 March 1911. Snow until noon, then clear. The barometer fell from 752 to 731 mm. Two panes are broken.
11 March. Lamps lit at four, for it was dark as night. Mr Ashe walked down to Corran for oil and was back at midnight; he had left at six in the evening.
20 March. First lark. The wind gauge, 40 by 25 cm and made of tin, was blown off the roof and found half a mile away.
2 April. Mr Ashe fell ill; Dr Pryce came two days later and ordered him to bed for a fortnight. I keep the watch alone, every eight hours, and sleep in between.
The hut was built in the 18th century for shepherds. It stands at 812 metres and costs the Society GBP 36 a year, a third of it for coal. The keeper is paid 15 shillings a week.`,
    right: [
      ['When was the first lark heard?', 'The first lark was noted on 20 March.'],
      ['On which day were two panes found broken?', 'On 3 March 1911.'],
      ['When did Dr Pryce come?', 'He came on 4 April, two days after Mr Ashe had fallen ill.'],
      ['How long was Mr Ashe to stay in bed?', 'For 14 days.'],
      ['Until when was Mr Ashe to stay in bed?', 'From 4 April he was to rest for two weeks, that is until 18 April.'],
      ['How long was Mr Ashe away for oil?', 'Six hours, from 6 p.m. to midnight.'],
      ['From when to when was he away?', 'He left at six and came back at 12 midnight.'],
      ['Until when did it snow on 3 March?', "Until twelve o'clock."],
      ['By how much did the barometer fall?', 'It fell by 21 mm.'],
      ['How large was the wind gauge?', 'It measured 0.4 by 0.25 m.'],
      ['When was the hut built?', 'It dates from the 1700s.'],
      ['What does the hut cost the Society each year?', '£36.'],
      ['How much of the cost is for coal?', 'A third, that is £12 of the £36.'],
      [
        'How many watches does the writer keep in a day?',
        'Three, one every eight hours.',
        steps('A day has 24 hours: 24 / 8 = 3.'),
      ],
      ['What would the keeper earn in four weeks?', 'He would earn 60 shillings, at 15 shillings a week.'],
      ['How high does the hut stand?', 'At a height of 812 m.'],
      [
        'If the barometer had fallen to 722 mm, how much lower would it have been?',
        '9 mm lower than the 731 mm that were read.',
      ],
    ],
    wrong: [
      ['date', 'When was the first lark heard?', 'The first lark was noted on 11 March.'],
      ['date', 'On which day was the wind gauge blown off?', 'It was blown off the roof on 2 April.'],
      ['date', 'When did Dr Pryce come?', 'He came on 6 April.'],
      ['date', 'When did Mr Ashe walk down to Corran?', 'He walked down to Corran on 20 March.'],
      ['number', 'How long was Mr Ashe to stay in bed?', 'For ten days.'],
      ['number', 'How long was Mr Ashe away for oil?', 'He was away for eight hours.'],
      ['number', 'What does the hut cost the Society each year?', 'It costs £63 a year.'],
      ['number', 'How large was the wind gauge?', 'It measured 45 by 25 cm.'],
      ['date', 'When was the hut built?', 'It dates from the 1600s.'],
      ['number', 'What is the keeper paid?', 'He is paid 36 shillings a week.'],
      ['number', 'To what did the barometer fall?', 'It fell to 752 mm.'],
      ['unit', 'How large was the wind gauge?', 'It measured 40 by 25 mm.'],
    ],
  },
  {
    language: 'en',
    headings: [],
    passage: `Hire of the village hall. The hall may be hired for USD 45 an hour, at least two hours; from the fifth hour on the price falls to USD 30. A deposit of USD 120 is returned within ten days unless something is broken. Associations of the village pay half. Tables and chairs for up to 80 people are included, the kitchen costs USD 25 extra. Whoever cancels less than 14 days before the date pays a fifth of the price. Music has to end at eleven, on Fridays and Saturdays an hour and a half later. The key is fetched from Mrs Lund between 5 and 6 on the day before and brought back by noon on the day after. Adopted: 7 May 2022; amended: 19 October 2024 (replaces the rules of 3 June 2015). In 2023 the hall was hired 64 times, in 2024 only 48 times.`,
    right: [
      ['What does it cost to hire the hall for three hours?', 'It costs $135, as each hour is $45.'],
      ['I want to hire the hall for two hours and use the kitchen. What do I pay?', 'You pay $115: 2 × 45 + 25.'],
      [
        'Our association hires it for two hours. What would we pay?',
        'Associations pay half, so 45 dollars instead of 90.',
      ],
      ['What does an hour cost from the fifth hour on?', '30 dollars an hour.'],
      ['How high is the deposit?', '$120.'],
      [
        'I cancelled a booking of 200 dollars a week before. What do I owe?',
        'A fifth of 200 dollars, which is 40 dollars.',
      ],
      [
        'Until when may music be played on a Friday?',
        'Until 12:30 at night, one and a half hours longer than on other days.',
      ],
      ['When can the key be fetched?', 'Between five and six in the evening of the day before.'],
      ['By when must the key be back?', 'By 12 noon on the next day.'],
      ['When were the rules amended?', 'They were amended on 19 October 2024.'],
      ['How much less often was the hall hired in 2024 than the year before?', '16 times less: 48 instead of 64.'],
      ['By what share did the number of hirings fall?', 'By a quarter, from 64 to 48.'],
      [
        'My party is for 75 people. Are there enough chairs?',
        'Yes, they are enough for 80 people.',
        { form: 'yes-no' },
      ],
      ['How long does the deposit take to come back?', 'At most ten days.'],
    ],
    wrong: [
      ['date', 'When were the rules amended?', 'The rules were amended on 3 June 2015.'],
      ['date', 'When were the rules adopted?', 'They were adopted on 19 October 2024.'],
      ['number', 'What does it cost to hire the hall for three hours?', 'It costs $145.'],
      ['number', 'How high is the deposit?', 'The deposit is $45.'],
      ['number', 'How often was the hall hired in 2024?', 'In 2024 it was hired 64 times.'],
      ['number', 'What does the kitchen cost?', 'The kitchen costs $35 extra.'],
      ['number', 'By when must one cancel to pay nothing?', 'At least ten days before the date.'],
      ['number', 'Until when may music be played on weekdays?', 'Music may be played until ten.'],
    ],
  },
  {
    language: 'en',
    headings: [],
    passage: `Matilda Crane was born on 30 November 1902 and died on 12 June 1989, a week after her last exhibition had opened. She began to paint at the age of nine. From 1921 she studied in Leeds for three years; in 1931, ten years after her first prize, she founded the school at Holm. It had 12 pupils at first and 57 in its best year. In the 1950s she gave up oil for paper. Her largest picture measures 3 by 2.4 metres, the smallest 9 by 6 cm. She left 214 oil paintings, 96 prints and 40 sketchbooks; 118 of the paintings hang in the museum of Holm, the rest is in private hands. The museum raised its price from 6 to 8 pounds in March.`,
    right: [
      ['How old was Matilda Crane when she died?', 'She was 86 years old.'],
      ['At what age did she die?', '86.'],
      ['When did her last exhibition open?', 'It opened on 5 June 1989, a week before her death.'],
      ['Until when did she study in Leeds?', 'She studied there until 1924, for three years.'],
      ['In which year did she win her first prize?', 'In 1921, ten years before she founded the school.'],
      ['How many paintings are in private hands?', '96 of the 214 oil paintings are, as 118 hang in the museum.'],
      ['How old was she when the school was founded?', 'She was 28.'],
      ['How large is her largest picture?', 'It is 300 by 240 cm.'],
      ['What does the museum cost now?', 'It costs 8 pounds now.'],
      ['What did the museum cost before?', 'Six pounds.'],
      ['By how much did the price rise?', 'By two pounds, from 6 to 8.'],
      ['How many works did she leave in all?', 'She left 350 works: 214 + 96 + 40.'],
      ['How many pupils did the school have in its best year?', 'It had 57 pupils then.'],
    ],
    wrong: [
      ['date', 'When did she die?', 'She died on 30 November 1989.'],
      ['date', 'Until when did she study in Leeds?', 'She studied there until 1928.'],
      ['date', 'When did she found the school at Holm?', 'She founded it in 1934.'],
      ['number', 'What does the museum cost now?', 'It costs 6 pounds now.'],
      ['number', 'How many prints did she leave?', 'She left 118 prints.'],
      ['number', 'How old was she when she began to paint?', 'She was twelve.'],
      ['date', 'In which decade did she give up oil?', 'She gave it up in the 1930s.'],
      ['number', 'How many pupils did the school have at first?', 'It had 57 pupils at first.'],
    ],
  },
]
