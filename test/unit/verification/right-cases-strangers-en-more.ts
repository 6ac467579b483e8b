import type { RightCases } from './right-cases'

const yesNo = { form: 'yes-no' } as const
const options = (...texts: readonly string[]) => ({ form: 'choice' as const, options: texts })

const WORD: RightCases = {
  language: 'en',
  passage: `skellow, noun (northern, now rare): a slice of bread fried in the fat left over from bacon. The word is first found in 1587, in the account book of a drover from Wensley, who spelled it scaloe. It spread southwards in the seventeenth century with the cattle trade, had its heyday between about 1720 and 1790, and was already called "a kitchen word, and low" in a dictionary of 1811. After the First World War it survived only in three valleys and in the children's rhyme "Skellow, skellow, hot and yellow".

Older handbooks derived it from the Latin scutella, "dish", but that would require the loss of a t that is kept in every comparable loan, such as skuttle. Today most scholars prefer a Norse origin: skjall meant a thin membrane, in particular the skin inside an eggshell, and a crisp slice of bread may well have reminded speakers of it. The ending -ow would then have been added by analogy with tallow, for the taste of the fat. Marian Thwaite has objected that between the last Norse document and the first English one lie more than two hundred years of silence. She suspects a surname, since a family of innkeepers called Skellough is attested near Ripon in 1562.

From the noun come the verb to skellow, "to fry quickly", recorded from 1644, and the adjective skellowy, "greasy", which is used of hair as well as of food.`,
  right: [
    ['What is a skellow?', 'A piece of bread that has been fried in leftover bacon fat.'],
    ['Is the word still in common use?', 'No, it is described as rare today.', yesNo],
    [
      'Where does the word appear for the first time?',
      "It first appears in a Wensley drover's account book from 1587.",
    ],
    ['How did the drover write the word?', 'scaloe'],
    ['How did the word come to spread to the south?', 'It travelled along with the cattle trade in the 1600s.'],
    ['Roughly how long did the heyday of the word last?', 'About seventy years, from around 1720 to 1790.'],
    ['What opinion of the word did the 1811 dictionary give?', 'It dismissed it as "a kitchen word, and low".'],
    ['Where was the word still alive after World War I?', 'Only in three valleys and in a rhyme for children.'],
    [
      'Why is a Latin origin considered unlikely today?',
      'Because the t of scutella would have had to disappear, although it is preserved in all comparable borrowings.',
    ],
    [
      'Which origin do most scholars favour now?',
      'A Norse origin',
      options('A Latin origin', 'A Norse origin', 'A surname', 'A place name'),
    ],
    ['What did the Norse word skjall mean?', "A thin membrane, especially the one on the inside of an egg's shell."],
    [
      'How might the meaning have shifted from an egg to bread?',
      'A crispy slice of bread probably reminded people of that thin skin.',
    ],
    [
      'How do supporters of the Norse theory explain the ending?',
      'They believe -ow was formed on the model of "tallow".',
    ],
    [
      "What is Marian Thwaite's objection?",
      'She points out a gap of over two centuries between the Norse and English records.',
    ],
    [
      'What does she propose instead?',
      'That the word goes back to a surname: innkeepers named Skellough lived near Ripon.',
    ],
    [
      'How many years before the first record of the word is the innkeeper family attested?',
      '25 years (1562 compared with 1587).',
    ],
    ['Which was recorded first, the noun or the verb?', 'The noun; the verb followed 57 years later, in 1644.'],
    ['What does the verb mean?', 'To fry something quickly.'],
    ['Can the adjective be used for something other than food?', 'Yes, hair can also be called skellowy.', yesNo],
    [
      'Summarize the theories about the origin of the word.',
      'There are three: an older one from Latin scutella, the Norse one that most scholars now accept, and the view of Marian Thwaite, who suspects a family name.',
    ],
  ],
}

const BUG: RightCases = {
  language: 'en',
  passage: `#3127: Calendar shows all-day events twice after import

Version 5.8.2 on Linux (also seen on Windows by two users); not reproducible in 5.7.9. Severity: high. Reported by dmarek on 4 May, closed on 19 May.

To reproduce: export a calendar with at least one all-day event, change the time zone of the system to one west of Greenwich, restart the app and import the file. Expected: each event appears once. Actual: every all-day event appears on its own day and again on the day before. Events with a start time are fine. Deleting one copy removes both.

Comment 1 (ines): The parser was rewritten in 5.8.0. It now reads a bare date as midnight UTC and converts it to local time, so in New York it becomes 8 p.m. of the previous day. East of Greenwich the shift stays within the same day, which is why our testers in Prague never saw it.

Comment 2 (dmarek): Workaround: set the time zone to UTC before the import and back afterwards. Took me 3 minutes for 640 events.

Comment 3 (ines): Fixed on the main branch; bare dates are no longer converted. Added 18 tests, one per zone from UTC−11 to UTC+6. The fix ships with 5.8.4 on 26 May; 5.8.3 was already frozen. Calendars that were imported wrongly are not repaired by the update: delete the calendar and import the file again. We will not port the fix to 5.7, which is not affected.`,
  right: [
    ['What is the bug about?', 'After an import, all-day events are displayed twice in the calendar.'],
    ['Which version was the bug reported for?', 'It was reported for 5.8.2.'],
    ['Does the problem occur on Linux only?', 'No, two users also came across it on Windows.', yesNo],
    ['How long did it take to close the report?', 'Fifteen days, from May 4 to May 19.'],
    [
      'How can the bug be reproduced?',
      '1. Export a calendar that contains an all-day event.\n2. Set the system to a time zone west of Greenwich.\n3. Restart the app.\n4. Import the file.',
    ],
    ['On which days does an all-day event show up because of the bug?', 'On the correct day and the one before it.'],
    ['Are events that begin at a certain hour affected?', 'No. Events with a start time are fine.', yesNo],
    ['What happens if the user deletes one of the duplicates?', 'Both entries vanish.'],
    ['In which release was the parser rewritten?', '5.8.0', options('5.7.9', '5.8.0', '5.8.2', '5.8.4')],
    [
      'What is the cause of the error?',
      'The new parser treats a date without a time as midnight UTC and then converts it to local time.',
    ],
    ['How many hours does New York lie behind UTC in the example?', 'Four hours, as midnight becomes 8 p.m.'],
    [
      'Why did the testers in Prague fail to notice the bug?',
      'Prague is east of Greenwich, where the shift does not lead to a different day.',
    ],
    [
      'What can users do until the fix is out?',
      'They can switch the time zone to UTC, do the import, and then switch back.',
    ],
    ['How was the bug fixed?', 'bare dates are no longer converted'],
    ['What was added along with the fix?', '18 tests were added, covering the zones from UTC−11 to UTC+6.'],
    [
      'When and in which version will users receive the fix?',
      'In version 5.8.4, one week after the report was closed, on 26 May.',
    ],
    ['Why is the fix not part of 5.8.3?', '5.8.3 was already frozen.'],
    [
      'I imported my calendar with 5.8.2 and see duplicates. Is it enough to update?',
      'No, you also have to delete the calendar and import the file again.',
      yesNo,
    ],
    ['Why will the fix not be ported to the 5.7 series?', "That series doesn't have the bug."],
    [
      'Who fixed the bug and who found the workaround?',
      'According to the comments, ines reported the fix, while the workaround came from dmarek.',
    ],
  ],
}

const TRAIL: RightCases = {
  language: 'en',
  passage: `From the chapel at Nant Isaf (210 m) follow the yellow arrows uphill through oak wood. After 40 minutes you come out at a gate; go left along the wall, not straight on, where the old path has been swept away. The next stretch is the steepest: 280 metres of height on little more than a kilometre, with a wire rope at two places. At the top of it lies the tarn of Llyn Bedw (650 m), the last water before the summit and the best spot for a break. Allow one and three quarter hours from the chapel to here.

Above the tarn the arrows turn red and the ground becomes stony. A broad ridge leads south-west in 50 minutes to Carreg Lwyd (894 m). In clear weather you can see the sea, 30 km off, and with luck the island beyond it. Do not go on to the east top when the rock is wet.

For the way down take the cart track on the north side. It is longer, 7.5 km against 5 km for the ascent, but kind to the knees, and brings you back to the chapel in two hours. Buses leave there at 4.10 p.m. and 6.25 p.m., on Sundays only the later one. Sheep are on the ridge from May to September, so dogs must be kept on a lead. The climb is not suited to children under eight or to prams. Between December and March the tarn is often frozen and the rope iced up; spikes are then advisable.`,
  right: [
    ['Where does the hike start?', 'At the chapel in Nant Isaf, 210 metres above sea level.'],
    ['What color are the arrows in the oak wood?', 'They are yellow.'],
    [
      'Which way should hikers turn at the gate, and why?',
      'They should turn left and follow the wall, because the old path straight ahead has been washed away.',
    ],
    [
      'Which part of the climb is the steepest?',
      'The stretch just below the tarn, where you gain 280 m in just over 1 km.',
    ],
    ['Is there anything to hold on to on the steep section?', 'Yes, there is a wire rope in two places.', yesNo],
    ['How high above the start is Llyn Bedw?', '440 metres higher, since it lies at 650 m and the chapel at 210 m.'],
    ['What should walkers know about the water supply on the way up?', 'The tarn is the last water before the summit.'],
    ['How much time does it take to get from the chapel to the tarn?', 'About 105 minutes.'],
    [
      'How long does the ascent take in total?',
      'About 2 hours and 35 minutes: 1 h 45 min to the tarn plus 50 min to the summit.',
    ],
    ['How does the trail change beyond the tarn?', 'Above the tarn the arrows turn red and the ground becomes stony'],
    ['How high is the summit of Carreg Lwyd?', '894 m'],
    [
      'What can be seen from the top on a clear day?',
      'The sea, which is thirty kilometres away, and if you are lucky the island behind it.',
    ],
    [
      'It rained this morning and the rock is wet. May I continue to the east top?',
      'No, you should not go there on wet rock.',
      yesNo,
    ],
    [
      'Which way down is recommended?',
      'The cart track',
      options('The ridge', 'The cart track', 'The wall path', 'The wire rope'),
    ],
    ['How long is the complete round trip?', '12.5 km, of which 5 km are uphill and 7.5 km downhill.'],
    ['What advantage does the longer descent have?', 'It goes easier on the knees.'],
    [
      'I reach the chapel at 5 p.m. on a Tuesday. When is the next bus?',
      'The next one leaves at 6:25 p.m., so you have to wait 85 minutes.',
    ],
    ['Can hikers take the 4.10 p.m. bus on a Sunday?', 'No, only the 6.25 p.m. bus runs on Sundays.', yesNo],
    [
      'Should I take my six-year-old son along?',
      'No. The climb is unsuitable for children who are younger than eight.',
      yesNo,
    ],
    [
      'What equipment is recommended in January, and for what reason?',
      'Spikes, as the wire rope is often covered with ice at that time of year.',
    ],
  ],
}

const FUNERAL: RightCases = {
  language: 'en',
  passage: `ROSALIND MAE TETLOW, née Arkell
18 August 1938 – 3 February 2027

Rosalind went from us as she had lived, without any fuss, at home in Lower Pennick, with the radio on. She leaves two sons, Gareth and Simon, her daughter-in-law Beth, four grandchildren, a great-granddaughter born nine days before her death, and her sister Winifred, the last of the seven Arkell girls. Her husband Clive, whom she nursed for six years, died in May 2009, a month before their golden wedding.

She delivered the post in this valley from 1961 until 1998, first by bicycle and from 1974 in the red van. It is said that she knew every dog by name and was bitten only once. When she retired, the parish gave her a bench by the ford. She sang alto in the chapel choir, would not hear of a hearing aid, and was still winning prizes for her leeks at the age of 86.

The funeral will be held at St Brannock's on Friday, 12 February, at 11 a.m., and afterwards there will be tea in the village hall. The burial, beside Clive, is for the family alone. Please wear something bright, for she could not abide black. No flowers, by her own wish; donations may be made to the air ambulance, which carried her from the hill in 2015. Those who cannot come can follow the service on the church's website. Letters should be sent to Gareth Tetlow, Ford Cottage, who would also like to hear of any photographs from her years on the round.`,
  right: [
    ['How old was Rosalind Tetlow when she died?', 'She was 88; she would have turned 89 in August 2027.'],
    ['What was her maiden name?', 'Arkell.'],
    [
      'Where and how did she die?',
      'She passed away quietly in her own home in Lower Pennick while the radio was playing.',
    ],
    ['How many children and grandchildren does she leave behind?', 'She leaves two sons and four grandchildren.'],
    ['On what date was her great-granddaughter born?', 'On 25 January 2027, nine days before 3 February.'],
    [
      'How many sisters were there in the Arkell family?',
      'There were seven girls, and Winifred is the only one still living.',
    ],
    [
      'In which year did Rosalind and Clive get married?',
      '1959: their golden wedding would have been in June 2009, and that marks fifty years.',
    ],
    ['What did she do for a living?', 'She was a postwoman in the valley for 37 years, from 1961 to 1998.'],
    ['How did she get around on her round?', 'On a bike at first, and later, from 1974 on, in a red van.'],
    ['How many years did she do the round by bicycle?', 'For thirteen years.'],
    ['How often was she bitten by dogs?', 'Just once, so people say.'],
    [
      'What present did she get from the parish on her retirement?',
      'A bench by the ford',
      options('A bench by the ford', 'A hearing aid', 'A red van', 'A prize for leeks'),
    ],
    ['Did she wear a hearing aid?', 'No, she refused to have one.', yesNo],
    ['What hobbies did she have?', 'She was an alto in the chapel choir and grew prize-winning leeks.'],
    [
      'When and where is the funeral?',
      "It takes place on February 12, a Friday, at eleven in the morning at St Brannock's.",
    ],
    ['Can friends attend the burial?', 'No, only the family will be present.', yesNo],
    ['Why are mourners asked to dress in bright clothes?', 'She could not abide black.'],
    ['Why is the air ambulance to receive the donations?', 'Presumably because it flew her from the hill in 2015.'],
    ['I live abroad and cannot travel. How can I take part?', "You can watch the service via the church's website."],
    [
      'What does Gareth ask for?',
      'He would like to receive letters and to be told about photos from her time on the postal round.',
    ],
  ],
}

const TAX: RightCases = {
  language: 'en',
  passage: `Who can claim. Employees who work from home on at least 60 days of a tax year may deduct a flat 5 crowns for each of these days, but no more than 700 crowns a year. A day on which you also went to your usual workplace does not count unless you spent less than two hours there. If you and your spouse both work from home, each of you may claim. You may not claim if your employer pays you a home allowance of 600 crowns a year or more; a smaller allowance is subtracted from your deduction.

Actual costs. Instead of the flat rate you may deduct actual costs, provided that one room is used for work at least 80 % of the time. What counts is the share of rent and heating that corresponds to the share of the room in the floor area of the dwelling, up to 2,400 crowns. You must keep to one method for the whole year.

How to claim. Enter the number of days in box 31 of form H2, or the actual costs in box 32 and attach a floor plan. Keep a log of your days for six years, but do not send it in. Returns on paper are due on 30 April of the following year, returns filed online on 31 May. A late return costs 25 crowns for each month begun. You can correct a return yourself within twelve months of the due date; after that only the tax office can do so, on written request. The self-employed use form S1, not H2.`,
  right: [
    [
      'I worked from home on 45 days this year. Can I claim the flat rate?',
      'No, you would need at least 60 days.',
      yesNo,
    ],
    ['How much can someone deduct for 100 days at home?', 'They can deduct 500 crowns, since 100 × 5 = 500.'],
    [
      'What is the deduction for 180 days?',
      '700 crowns. The calculation gives 900 crowns (180 × 5), but the deduction is capped at 700.',
    ],
    ['How many days does it take to reach the maximum flat-rate deduction?', '140 days (700 ÷ 5).'],
    [
      'I spent 90 minutes at the office on Monday and worked at home for the rest of the day. Does the day count?',
      'Yes, because you were there for less than two hours.',
      yesNo,
    ],
    [
      'How much can a married couple deduct at most under the flat rate?',
      'Up to 1,400 crowns together, as each spouse can claim up to 700.',
    ],
    [
      'My employer pays me a home allowance of 200 crowns and I worked at home on 120 days. What can I deduct?',
      'You can deduct 400 crowns: 120 days give 600 crowns, and the 200 crowns from your employer are taken off.',
    ],
    [
      'Who gets nothing because of an employer allowance?',
      'Employees whose employer pays them a home allowance of at least 600 crowns per year.',
    ],
    [
      'Under what condition may actual costs be deducted?',
      'A room must be used for work for at least four fifths of the time.',
    ],
    [
      'My study, which I use only for work, takes up a fifth of the flat, and rent and heating come to 10,000 crowns a year. What amount counts?',
      'A fifth of 10,000 crowns, so 2,000 crowns, which is below the limit of 2,400.',
    ],
    [
      'Can I use the flat rate until June and actual costs afterwards?',
      'No. You must keep to one method for the whole year.',
      yesNo,
    ],
    ['Where on the form do the actual costs go?', 'Box 32', options('Box 30', 'Box 31', 'Box 32', 'Box 33')],
    ['What has to be attached when actual costs are claimed?', 'A floor plan.'],
    ['What should be done with the log of days?', 'It should be kept for six years but not submitted.'],
    ['How much more time do online filers have?', 'They have one month longer: until May 31 rather than April 30.'],
    [
      'My return is two and a half months late. What does this cost me?',
      '75 crowns, because three months have begun and each costs 25 crowns.',
    ],
    ['How long after the due date may taxpayers correct a return on their own?', 'For one year.'],
    [
      'I noticed a mistake 18 months after the due date. What can I do?',
      'You have to write to the tax office and ask it to make the correction, as you can no longer do so yourself.',
    ],
    ['Which form do self-employed people fill in?', 'They fill in form S1 instead of H2.'],
    [
      'Compare the upper limits of the two methods.',
      'The flat rate ends at 700 crowns a year, while up to 2,400 crowns can be deducted as actual costs.',
    ],
  ],
}

const SERMON: RightCases = {
  language: 'en',
  passage: `My dear friends, a woman has ten silver coins and loses one. She lights a lamp, sweeps the house and does not stop until she has found it; then she calls in the neighbours to be glad with her. You have just heard it read, and I daresay some of you thought what my grandmother used to say: the party must have cost more than the coin.

She was a thrifty soul. She kept her egg money in a mustard tin, and on the first of every month she counted it out on the oilcloth. One winter, when I was seven, a half-crown was missing. She moved the dresser, she took up the rug, she had my brother Alec on his stomach under the stove. On the third day it turned up in the toe of my own boot, where I had hidden it for a dare and then been too frightened to say so. I waited for the strap. Instead she put the kettle on and sent Alec for Mrs. Pugh from next door, and we ate the whole of the Sunday cake, on a Wednesday.

It took me forty years to see what had been lost that week, and it was not the half-crown. So when we ask, as the church council did on Thursday, whether it is worth heating this hall every evening for the four or five who come in from the street, let us not do the sum as the world does it. Ninety pounds a week is a great deal of money. But somebody is under the dresser still, and the lamp is lit, and she has not stopped sweeping. Amen.`,
  right: [
    ['What does the woman in the reading lose?', 'One of her ten silver coins.'],
    ['How many coins did the woman have left after losing one?', 'Nine.'],
    [
      'How does the woman look for the coin?',
      'She lights a lamp and sweeps the house, and she keeps searching until the coin turns up.',
    ],
    ['What does she do once the coin is found?', 'She invites her neighbors to celebrate with her.'],
    ["What was the grandmother's comment on the story?", 'That the party must have cost more than the coin.'],
    ['Where did the grandmother store the money from her eggs?', 'In a mustard tin'],
    ['How often did she count her money?', 'She counted it once a month, on the 1st.'],
    ['How old was the preacher when the half-crown disappeared?', 'Seven years old.'],
    ['Who had taken the half-crown, and why?', 'The preacher himself or herself had hidden it, as a dare.'],
    [
      'Where was the half-crown found?',
      'In a boot',
      options('Under the stove', 'In a boot', 'Behind the dresser', 'Under the rug'),
    ],
    [
      'How did the family search for the half-crown?',
      'The grandmother shifted the dresser and lifted the rug, and Alec had to look under the stove.',
    ],
    ['Why did the child not own up?', 'Out of fear.'],
    [
      'Was the child beaten?',
      'No. Although the child expected the strap, the grandmother put the kettle on and they ate cake.',
      yesNo,
    ],
    ['Who is Mrs. Pugh?', 'She was the neighbor who was fetched to join in.'],
    ['What was unusual about the cake?', 'It was meant for Sunday but was eaten on a Wednesday.'],
    [
      'At about what age did the preacher understand what had really been lost?',
      'At around 47, that is, forty years later.',
    ],
    [
      'What question did the church council discuss?',
      'Whether it is worth heating this hall every evening for the four or five who come in from the street',
    ],
    ['How much would the heating cost over ten weeks?', 'It would cost £900, as it comes to £90 per week.'],
    [
      'Is the preacher in favour of heating the hall?',
      'Yes. The preacher admits that it is expensive but asks people not to judge it by money alone.',
      yesNo,
    ],
    [
      'Summarize the message of the sermon.',
      'A person who is lost is worth more than any sum of money, so the church should go on caring for the few people who come in from the street.',
    ],
  ],
}

export const RIGHT_CASES_STRANGERS_EN_MORE: readonly RightCases[] = [WORD, BUG, TRAIL, FUNERAL, TAX, SERMON]
