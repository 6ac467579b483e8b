import type { RightCases } from './right-cases'

const yesNo = { form: 'yes-no' } as const
const options = (...texts: readonly string[]) => ({ form: 'choice' as const, options: texts })
const steps = (reasoning: string) => ({ form: 'steps' as const, reasoning })

const POLICY: RightCases = {
  language: 'en',
  passage: `HOUSEHOLD POLICY – what is covered and what is not
(Summary for the insured; the full conditions prevail.)

Covered: fire, lightning, escape of water, burglary with visible signs of entry, storm of force 8 or above. Contents are insured up to 45,000 crowns; cash up to 500, jewellery up to 6,000 unless listed separately. Bicycles are covered at home only. The excess is 150 crowns a claim; for escape of water 400.

Not covered: flood from rivers or the sea, wear, vermin (except for damage done by martens, up to 1,000 crowns), and glass, for which a supplement of 28 crowns a year is charged.

Away from home: belongings carried on journeys of at most 90 days are insured up to a tenth of the sum for contents.

After a loss: tell us within 7 days (burglary: the police at once, us within 48 hours), keep what is damaged until our assessor, at present Mr Ole Dahl, has seen it, and send a list with receipts. Small losses under 800 crowns are settled without a visit. We pay within three weeks of the assessor's report.

Leaving: either side may cancel at the end of the insurance year with 3 months' notice, and after every claim with 30 days' notice. The premium rises by 5 per cent after a second claim within two years.`,
  right: [
    ['Up to what amount are contents insured?', 'Up to 45,000 crowns.'],
    ['How much cash is insured?', 'No more than 500 crowns.'],
    ['What is the excess for escape of water?', 'It is 400 crowns.'],
    ['What is the excess for other claims?', '150 crowns a claim.'],
    ['Are bicycles covered outside the home?', 'No, only as long as they are at home.', yesNo],
    ['Is damage by a flooding river covered?', 'No, floods from rivers are excluded.', yesNo],
    [
      'A storm of force 7 takes off roof tiles. Does the policy pay?',
      'It does not, since only storms of force 8 and more are covered.',
    ],
    ['Which animal is the exception among vermin?', 'The marten'],
    ['What does the glass supplement cost?', '28 crowns a year'],
    [
      'For how much are belongings insured on a journey?',
      '4,500 crowns',
      steps('Contents are insured up to 45,000 crowns. A tenth of 45,000 is 4,500.'),
    ],
    ['How long may a journey be?', 'Three months at most, or more exactly ninety days.'],
    ['By when must a burglary be reported to the insurer?', 'Within two days.'],
    ['Who has to be told first after a burglary?', 'The police, and straight away.'],
    ['Who is the assessor?', 'Ole Dahl'],
    ['When does no assessor come?', 'When the loss is below 800 crowns.'],
    ['How quickly does the insurer pay?', 'No later than 21 days after the report of the assessor.'],
    ['What notice is needed after a claim?', 'Thirty days'],
    ['What notice is needed at the end of the year?', 'Three months'],
    ['What happens after two claims in two years?', 'The premium goes up by 5 %.'],
    ['Which of these is covered?', 'Lightning', options('Wear', 'Lightning', 'Flood from the sea', 'Moths')],
  ],
}

const NEWSLETTER: RightCases = {
  language: 'en',
  passage: `Hazel Lane Primary – Newsletter no. 9, Friday 6 March

Dear families,
the heating is back! It took the plumbers eleven days, during which class 3b wrote its spelling test in gloves and nobody caught a cold. The bill, £3,870, will be shared between the county and the parish.

Ms Oduya is leaving us at Easter to sail to the Azores. Mr Brandt will take over her class, and Mrs Kettle the choir, which now has 41 members. The choir sings at St Olave's on 22 March at 4 p.m. instead of 3 (the bell ringers need the tower).

Reading week: between them, the children read 2,318 books, 400 more than last year. Class 5a came first with 312, closely followed by 4b with 309. The reader of the year is Tomasz from 2c, who read all of the books about pirates, twice.

Lost and found: 14 hats, 9 left gloves, one trombone. Please collect them by 20 March; what is left goes to the charity shop.

Reminders: nuts are not allowed in lunch boxes. The gate is locked at 8.50. Trip money for year 6 (£65, or £40 for a second child) is due by 31 March; Mr Pell in the office takes cash or cheque but no cards. Parents' evening moves from the 12th to the 19th.
Warm regards, Ruth Ancell, head teacher`,
  right: [
    ['How long did the repair of the heating last?', 'It lasted eleven days.'],
    ['Who pays for the repair?', 'The county and the parish split the cost.'],
    ['Did anyone fall ill while the heating was off?', 'No, not a single cold was caught.', yesNo],
    ['Why is Ms Oduya leaving?', 'She is going to sail to the Azores.'],
    ['Who takes over the class of Ms Oduya?', 'Mr Brandt'],
    ['Who will lead the choir?', 'Mrs Kettle will lead it.'],
    ['At what time does the choir sing?', 'At four in the afternoon.'],
    ['Why was the time of the concert changed?', 'Because the tower is needed by the bell ringers.'],
    [
      'How many books were read last year?',
      '1,918 books',
      steps('This year 2,318 books were read, 400 more than last year. 2,318 − 400 = 1,918.'),
    ],
    ['Which class read the most?', '5a'],
    ['By how many books did 5a beat 4b?', 'By three', steps('5a read 312 books and 4b 309. 312 − 309 = 3.')],
    ['How many books did 4b read?', 'Class 4b read 309 books.'],
    ['What did Tomasz read?', 'Every book about pirates, and each of them two times.'],
    ['Which musical instrument was found?', 'A trombone'],
    ['What happens to things that nobody collects?', 'They are given to the charity shop after 20 March.'],
    ['What does the trip cost for a second child?', '£40'],
    ['How can the trip be paid for?', 'In cash or by cheque, but not by card.'],
    ['When is the new date of the parents’ evening?', 'It has been put off to the 19th.'],
    ['Who wrote the newsletter?', 'The head teacher, Ruth Ancell.'],
    ['Write a short message to a parent about lunch boxes.', 'Please do not put any nuts into your child’s lunch box.'],
  ],
}

const INCIDENT: RightCases = {
  language: 'en',
  passage: `Incident report 2024-017 · Cold store B, Marrow Lane depot
Reported by: Imke Sorensen (shift supervisor) · Category: near miss

What happened
At 03:12 on 19 July the temperature in cold store B rose from -22 °C to -9 °C within 50 minutes. The alarm had been muted by the previous shift at 23:40, because a faulty door contact had set it off six times, and was not switched on again. The rise was noticed at 04:05 by the driver Pavel Iliev, who saw water under the door.

What was done
- 04:10 compressor 2 started by hand; compressor 1 had tripped on overload.
- 04:20 the goods (31 pallets of fish, 12 of berries) moved to store D. Eight pallets of berries had softened and were written off; no fish was lost.
- 06:30 technician from Frostal on site. Cause: a fan belt had snapped.

Cost: £2,640 for the goods, £410 for the repair.

Why it could happen
1. The mute had no time limit.
2. The handover sheet has no line for alarms.
3. The second compressor should start by itself when the first one stops, but had been set to manual since the service in May.

Measures
Mutes end after 30 minutes (done 22 July, L. Petrov). New handover sheet (due 15 August, I. Sorensen). Monthly test of the changeover (from September, Frostal).`,
  right: [
    ['How far did the temperature rise?', 'It climbed to minus nine degrees Celsius.'],
    [
      'By how many degrees did the temperature rise?',
      'By 13 degrees',
      steps('It rose from −22 °C to −9 °C. 22 − 9 = 13.'),
    ],
    ['Why had the alarm been muted?', 'Because a defective door contact had triggered it half a dozen times.'],
    ['When had the alarm been muted?', 'At twenty to midnight.'],
    ['Who noticed the rise, and how?', 'The driver Pavel Iliev, because he saw water below the door.'],
    [
      'How long after the start of the rise was it noticed?',
      '53 minutes',
      steps('The rise began at 03:12 and was noticed at 04:05. From 03:12 to 04:05 are 53 minutes.'),
    ],
    ['Which compressor had failed?', 'Compressor 1'],
    ['Which compressor was started by hand?', 'Compressor 2'],
    ['Where were the goods taken?', 'They were moved to store D.'],
    [
      'How many pallets were there in all?',
      '43',
      steps('There were 31 pallets of fish and 12 of berries. 31 + 12 = 43.'),
    ],
    ['Which goods were lost?', 'Eight pallets of berries; the fish was saved.'],
    ['What was the cause of the failure?', 'A broken fan belt.'],
    [
      'What did the incident cost altogether?',
      '£3,050',
      steps('The goods cost £2,640 and the repair £410. 2,640 + 410 = 3,050.'),
    ],
    [
      'Why did the second compressor not start automatically?',
      'It had been switched to manual in May, when it was serviced.',
    ],
    ['Which measure has been carried out already?', 'Alarms are muted for half an hour at most.'],
    ['What is Sorensen responsible for?', 'For a new handover sheet, by the middle of August.'],
    ['How often will the changeover be tested?', 'Once a month, beginning in September.'],
    ['Was anybody hurt?', 'The report speaks of a near miss and mentions no injuries.', yesNo],
  ],
}

const ORAL: RightCases = {
  language: 'en',
  passage: `Tape 11, side A. Dorrit Vane, born 1919, recorded at her kitchen table in Upper Strand, 4 October 1994.

We went down to the herring as girls, yes. Seven of us from the one street, me the youngest, fifteen. You followed the fish: Lerrick in May, then Stone Haven, and by September down at Yarrow. Three to a crew, two gutting and one packing, and I was the packer because I'd the long arms. A good crew did thirty barrels in a day, say seven hundred and fifty fish to the barrel. Ninepence a barrel between the three of us, and a penny for yourself if the curer was in a good mood, which Mackie never was, but Mrs Tulloch was.

You tied your fingers up with flour bags against the salt. You'd knit walking to the yard, knit walking back. I knitted a gansey for a boy on the Fair Morn, and he never wore it, for she went down that November off the Skerries, all eight of them.

After that I stayed home a year. Then the war came, and I was on the buses, the first woman to drive the number 4. They gave the job back to a man in '46. I said to the inspector, I can reverse and he can't. He said, Dorrit, it goes in a circle.

My mother? No, she never went. She hated fish.`,
  right: [
    ['How old was Dorrit when she first went to the herring?', 'She was fifteen years old.'],
    ['In what year did she first go?', 'In 1934', steps('She was born in 1919 and was fifteen. 1919 + 15 = 1934.')],
    ['How many girls went from her street?', 'Seven'],
    ['Where were the girls in May?', 'At Lerrick.'],
    ['Where did they work in September?', 'They worked at Yarrow.'],
    ['How was a crew made up?', 'It had three women: two who gutted and one who packed.'],
    ['Why was Dorrit the packer?', 'Because her arms were long.'],
    [
      'How many fish did a good crew handle in a day?',
      'About 22,500',
      steps('A good crew did thirty barrels of 750 fish. 30 × 750 = 22,500.'),
    ],
    ['What were the women paid?', 'Nine pence for each barrel, to be shared by the three of them.'],
    ['Which curer was the kinder one?', 'Mrs Tulloch'],
    ['How did the girls protect their hands?', 'They wrapped their fingers in flour bags.'],
    ['What did they do on the way to work?', 'They knitted as they walked.'],
    ['What happened to the Fair Morn?', 'She sank off the Skerries in November, with all eight hands.'],
    ['Why was the gansey never worn?', 'The boy for whom it was made drowned.'],
    ['What work did Dorrit do in the war?', 'She drove a bus, as the first woman on the number 4.'],
    ['When did she lose her job?', 'In 1946, when it was given to a man again.'],
    ['Did her mother gut herring, too?', 'No, she could not stand fish.', yesNo],
    ['What did the inspector mean by saying that it goes in a circle?', 'That on this route nobody had to reverse.'],
    ['When was the recording made?', 'On 4 October 1994'],
  ],
}

export const RIGHT_CASES_ROOMS = [POLICY, NEWSLETTER, INCIDENT, ORAL]
