import type { RightCases } from './right-cases'

const yesNo = { form: 'yes-no' } as const
const options = (...texts: readonly string[]) => ({ form: 'choice' as const, options: texts })

const TENDER: RightCases = {
  language: 'en',
  passage: `The municipality of Harrowfen invites tenders for the resurfacing of Quay Street and the renewal of 14 bus shelters. The estimated contract value is EUR 2.4 million excluding VAT, split into two lots: Lot 1 (road surface) is valued at EUR 1.9 million, Lot 2 (shelters) at the remainder. Bidders may submit an offer for one lot or for both. Tender documents can be downloaded free of charge from the municipal portal until 12 March; questions must be put in writing by 19 March. Sealed offers must reach the procurement office no later than noon on 2 April 2031 and will be opened in public one hour later. Offers remain binding for 90 days.

Bidders must show an annual turnover of at least EUR 3 million for Lot 1 and EUR 600,000 for Lot 2 in each of the last three business years, as well as two comparable projects. Awards are decided on price (60 %), delivery time (25 %) and environmental measures (15 %). Works start on 1 June and must be complete within 20 weeks; each week of delay costs the contractor 0.5 % of the lot's value, up to a total of 5 %. Joint bids are admitted if one partner is named as lead. Subcontractors may carry out no more than 30 % of the works.`,
  right: [
    ['What works is the municipality tendering?', 'It wants Quay Street resurfaced and fourteen bus shelters renewed.'],
    ['What is the value of Lot 2?', 'Lot 2 is worth about EUR 500,000 (2.4 million minus 1.9 million).'],
    ['Does the estimated contract value include VAT?', 'No, the figure of €2.4 million is net of VAT.', yesNo],
    ['Must a company bid for both lots?', 'No. It can bid for just one of them or for both.', yesNo],
    ['How much do the tender documents cost?', 'Nothing; they can be downloaded for free.'],
    ['By when do bidders have to ask their questions, and how?', 'In writing, by March 19.'],
    ['When will the offers be opened?', 'They will be opened publicly at 1 p.m. on 2 April 2031.'],
    [
      'An offer arrives at 12:40 p.m. on 2 April 2031. Is it in time?',
      'No, it is 40 minutes late, since the deadline is 12 noon.',
    ],
    ['How long is a bidder bound by the offer?', '90 days.'],
    [
      'A firm had a turnover of EUR 2 million in each of the last three years. For which lot does it meet the turnover requirement?',
      'Only for Lot 2. That lot asks for EUR 600,000 a year, whereas Lot 1 asks for at least EUR 3 million.',
    ],
    [
      'Apart from turnover, what evidence is required of bidders?',
      'They also need to show two projects of a comparable kind.',
    ],
    [
      'How are the offers weighed against each other?',
      'Price counts for 60 percent, delivery time for a quarter, and environmental measures for the remaining 15 percent.',
    ],
    [
      'Which award criterion weighs most?',
      'Price',
      options('Delivery time', 'Price', 'Environmental measures', 'Turnover'),
    ],
    [
      'When do the works begin and how much time is allowed?',
      'They begin on June 1, and the contractor has twenty weeks to finish.',
    ],
    [
      'What penalty does the contractor for Lot 1 face if the work is four weeks late?',
      'Four weeks at 0.5 % each make 2 % of EUR 1.9 million, which is EUR 38,000.',
    ],
    [
      'After how many weeks of delay is the maximum penalty reached?',
      'After ten weeks, because 10 × 0.5 % equals the cap of 5 %.',
    ],
    ['Under what condition can companies bid jointly?', 'Joint bids are admitted if one partner is named as lead.'],
    [
      'A contractor plans to give 40 % of the works to subcontractors. Is this allowed?',
      'No, this exceeds the limit: subcontractors can do at most 30 % of the works.',
      yesNo,
    ],
    ['Where do the offers have to be delivered?', 'To the procurement office, in sealed form.'],
    [
      'Summarize the deadlines a bidder has to keep before the opening of the offers.',
      'Documents can be downloaded until 12 March, questions must be submitted by 19 March, and offers have to be in by noon on 2 April 2031.',
    ],
  ],
}

const NOVEL: RightCases = {
  language: 'en',
  passage: `"You are late again," said Mrs. Oakhurst without looking up from the ledger. The clock over the stove had just struck nine.

Benedict hung his wet coat on the nail by the door. "The ferry didn't run until eight. There was fog on the river, thick as porridge. I walked the last two miles because the carter wanted a shilling."

"A shilling!" She laughed, but there was no warmth in it. "And you hadn't got one, I suppose."

"I had three. I was saving them for this." He put a small parcel on the table, wrapped in blue paper. "It's from Lydia. She says she will not be coming home for Easter. The school has asked her to stay on and look after the little ones, the five whose parents are overseas."

The old woman laid down her pen. For a while only the rain could be heard. "She promised me," she said at last. "At Christmas she stood where you are standing now, and she promised."

"She cried when she told me, Aunt. She'd have come if there were anyone else to do it, but Miss Farrow has been in bed with a fever since Sunday."

Mrs. Oakhurst untied the string slowly, for her fingers were stiff. Inside lay a pair of grey mittens, one thumb a little longer than the other. She put them on at once, though the kitchen was hot, and did not take them off all evening.`,
  right: [
    [
      'Why is Benedict late?',
      'Because of thick fog the ferry only started running at eight, and he had to go the last two miles on foot.',
    ],
    ['At what time does the scene take place?', "Just after nine o'clock."],
    ['What is Mrs. Oakhurst doing when Benedict arrives?', 'She is working on the ledger.'],
    [
      "Why didn't Benedict ride with the carter?",
      'The carter asked for a shilling, and Benedict wanted to save his money.',
    ],
    ['Could Benedict have paid the carter?', 'Yes, he had three shillings on him.', yesNo],
    ['What is fog compared to in the text?', 'Porridge.'],
    ['Who sent the parcel?', 'Lydia sent it.'],
    ['What news does Benedict bring?', 'Lydia is not coming home for Easter.'],
    [
      'For what reason will Lydia remain at the school?',
      'She was asked to take care of five small children whose parents are abroad, as Miss Farrow is ill.',
    ],
    ['What is wrong with Miss Farrow?', "She has had a fever and hasn't left her bed since Sunday."],
    ['When had Lydia promised to come?', 'At Christmas, in the same spot where Benedict is standing.'],
    ['How is Benedict related to Mrs. Oakhurst?', 'She is his aunt.'],
    [
      'What does the parcel contain?',
      'A pair of mittens',
      options('A letter', 'A pair of mittens', 'Three shillings', 'A ledger'),
    ],
    ['What color are the mittens, and what is the paper like?', 'The mittens are grey; the paper is blue.'],
    ['What flaw do the mittens have?', 'Their thumbs are of unequal length.'],
    ['Why does it take Mrs. Oakhurst a long time to open the parcel?', 'Her fingers are stiff.'],
    ['What is the weather like?', 'It is raining, and earlier there was fog on the river.'],
    ['Did Lydia find it easy to cancel her visit?', 'No, she cried when she told Benedict about it.', yesNo],
    [
      "How does Mrs. Oakhurst's behavior change in the course of the scene?",
      'At first she is cold and scolds Benedict. After hearing about Lydia she falls silent, and in the end she puts on the mittens and wears them all evening.',
    ],
    [
      'What does keeping the mittens on in a hot kitchen suggest about Mrs. Oakhurst?',
      'It suggests that she is attached to Lydia and moved by the gift, even if she does not say so.',
    ],
  ],
}

const CASE_REPORT: RightCases = {
  language: 'en',
  passage: `A 58-year-old beekeeper was admitted with a nine-day history of intermittent fever, night sweats and pain in the left flank. He had lost 4 kg in the preceding month. He did not smoke and took only ramipril 5 mg daily for hypertension, which had been diagnosed six years earlier. On admission his temperature was 38.9 °C, his pulse 104 per minute and his blood pressure 138/84 mmHg. The left flank was tender on percussion; heart and lungs were unremarkable.

Laboratory tests showed 16,800 leucocytes per microlitre and a C-reactive protein of 212 mg/L. Creatinine was normal. Urine culture remained sterile, but two of four blood cultures grew Staphylococcus aureus. Ultrasound of the kidneys was inconclusive; computed tomography on day 2 revealed an abscess of 45 × 30 mm behind the left kidney. A drain was placed under CT guidance the same evening and yielded 60 mL of pus. Flucloxacillin, 2 g every six hours, was given intravenously for 14 days and then replaced by oral cefalexin for another four weeks.

The fever subsided within 48 hours of drainage. The drain was removed on day 9, and the patient went home on day 16. At follow-up after three months he was free of symptoms and had regained 3 kg. The likely source was an infected sting on the left forearm, which he had scratched open two weeks before the fever began.`,
  right: [
    [
      'What symptoms brought the patient to hospital?',
      'He had had on-and-off fever, night sweats and left flank pain for nine days.',
    ],
    [
      'How old was the patient when high blood pressure was diagnosed?',
      'He was about 52, since it was diagnosed six years before (58 − 6).',
    ],
    ['Which medication was he taking before admission?', 'Ramipril, 5 mg once a day.'],
    ['Was the patient a smoker?', 'No, he was a non-smoker.', yesNo],
    [
      'How was the patient three months later?',
      'At follow-up after three months he was free of symptoms and had regained 3 kg',
    ],
    ['What was found when the flank was tapped?', 'It was painful on the left side.'],
    ['What did the blood cultures show?', 'Staphylococcus aureus grew in half of them (2 of 4).'],
    ['Did bacteria grow in the urine?', 'No. Urine culture remained sterile.', yesNo],
    [
      'Which examination revealed the abscess?',
      'Computed tomography',
      options('Ultrasound', 'Urine culture', 'Computed tomography', 'Chest X-ray'),
    ],
    ['Where exactly was the abscess and how large was it?', 'It lay behind the left kidney and measured 4.5 by 3 cm.'],
    ['How was the abscess treated?', 'A CT-guided drain was inserted on the second day, and antibiotics were given.'],
    ['How much flucloxacillin did the patient get per day?', 'He received 8 g per day (four doses of 2 g).'],
    [
      'How long did the antibiotic treatment last in total?',
      'It lasted six weeks: two weeks of intravenous flucloxacillin followed by four weeks of cefalexin by mouth.',
    ],
    ['How quickly did the fever go down?', 'Within two days after the drain had been placed.'],
    [
      'How many days after the removal of the drain was the patient discharged?',
      'Seven days later, as it was removed on day 9 and he left on day 16.',
    ],
    [
      'Had the patient fully regained his weight after three months?',
      'No, he had put on 3 of the 4 kg he had lost, so 1 kg was still missing.',
      yesNo,
    ],
    [
      'What was the probable cause of the infection?',
      'A sting on his left forearm that he had scratched open and that became infected.',
    ],
    ['Was the creatinine level abnormal?', 'No, it was normal.', yesNo],
    [
      'What did the laboratory tests reveal?',
      'A white cell count of 16,800/µL, a CRP of 212 mg/L and a normal creatinine.',
    ],
    [
      'Summarize the outcome of the case.',
      'The patient recovered: the fever disappeared within 48 hours, he was discharged on day 16 and had no symptoms three months later.',
    ],
  ],
}

const QUARTER: RightCases = {
  language: 'en',
  passage: `Bellweir Tools closed the third quarter with revenue of $84.0 million, up from $75.0 million in the same quarter of last year. Hand tools contributed $50.4 million, power tools $25.2 million and spare parts the remaining $8.4 million. Gross margin slipped from 41 % to 38 % because steel became dearer and two suppliers raised their prices in July. Operating expenses amounted to $21 million. Operating profit came to $10.9 million, against $11.6 million a year earlier.

Net debt fell by $6 million to $32 million after the sale of the warehouse in Corrin. Capital expenditure doubled to $9 million, two thirds of which went into the new forging line, due to start in February. The number of employees rose from 1,120 to 1,176; all of the new posts are in power tools. The board will pay no interim dividend but intends to propose $0.45 per share for the full year, after $0.40 last year. For the fourth quarter, management expects revenue between $86 million and $90 million and a margin of around 39 %, provided that the price of steel does not rise further. The order backlog at the end of September covered eleven weeks of production, three weeks more than at the end of June.`,
  right: [
    [
      'By how much did revenue grow compared with the previous year?',
      'It rose by $9 million, or 12 percent, from $75 million to $84 million.',
    ],
    ['What share of revenue came from hand tools?', '60 % ($50.4 million of $84.0 million).'],
    [
      'Which segment brought in the least revenue?',
      'Spare parts',
      options('Hand tools', 'Power tools', 'Spare parts', 'Warehouses'),
    ],
    [
      'How did power tools compare with spare parts?',
      'Power tools brought in three times as much: $25.2 million versus $8.4 million.',
    ],
    ['Why did the gross margin decline?', 'Steel got more expensive, and in July two suppliers put up their prices.'],
    ['By how many percentage points did the gross margin fall?', 'By three points, from 41 to 38 percent.'],
    ['Did operating profit increase?', 'No, it went down by $0.7 million to $10.9 million.', yesNo],
    ['How high was net debt before the reduction?', 'It was $38 million, because it fell by 6 million to 32 million.'],
    ['What made it possible to reduce net debt?', 'The sale of the Corrin warehouse.'],
    [
      'How much was invested in the forging line?',
      'About $6 million, i.e. two thirds of the $9 million of capital expenditure.',
    ],
    ['What was capital expenditure before it doubled?', '$4.5 million.'],
    ['When will the forging line go into operation?', 'It is scheduled to start in February.'],
    [
      'By how many people did the workforce grow, and in which segment?',
      'It grew by 56 people, and all the new jobs are in power tools.',
    ],
    ['Will shareholders receive an interim dividend?', 'No, none will be paid.', yesNo],
    ['How much more dividend is planned than last year?', '5 cents more per share: 45 cents instead of 40 cents.'],
    ['What does management forecast for Q4?', 'It forecasts sales of $86–90 million and a margin of roughly 39 %.'],
    ['On what condition does the forecast depend?', 'That the price of steel does not rise further.'],
    [
      'Fourth-quarter revenue turns out to be $85 million. Would this meet the forecast?',
      'No, it would fall short of it by at least $1 million, since the range starts at $86 million.',
    ],
    ['For how many weeks of production did orders last at the end of June?', 'Eight weeks (11 minus 3).'],
    [
      'Give a summary of the third quarter.',
      'Sales rose by $9 million to $84 million, but a lower gross margin of 38 % pushed operating profit down to $10.9 million, while net debt was cut to $32 million.',
    ],
  ],
}

const LIBRARY: RightCases = {
  language: 'en',
  passage: `How do I get a reader's card? Bring an identity card and proof of your address to the desk on the ground floor. The card costs 18 euros a year, 9 euros for students and pensioners, and nothing for anyone under 18. It is ready at once. If you lose it, a new one costs 4 euros.

How many items may I borrow, and for how long? Up to 30 at a time. Books go out for four weeks, films and games for one. You can renew a loan twice, online or by telephone, unless someone else has reserved the item. Reference works, newspapers and anything with a red dot stay in the building.

What happens if I am late? We charge 20 cents per item and day, but never more than 6 euros per item. Children's books are exempt. Once you owe 15 euros or more, your card is blocked until you pay. Lost or damaged items must be replaced at the current shop price.

Can I return books when you are closed? Yes, through the slot beside the car park, at any hour; games do not fit and have to be handed in at the desk.

May I eat in the library? Drinks with a lid are fine everywhere except in the map room. Food is for the café on the second floor, which closes an hour before we do. We are open from 10 to 7, on Saturdays from 10 to 4.`,
  right: [
    ['What do I need to bring to get a card?', 'An ID card and something that proves your address.'],
    ['How much does a 70-year-old pensioner pay for the card?', 'Pensioners pay €9 a year, half the normal price.'],
    [
      'My daughter is 12 years old. What does a card cost for her?',
      'It is free for her, because under-18s pay nothing.',
    ],
    ['Do I have to wait for my card?', 'No, you get it immediately.', yesNo],
    ['What should I expect to pay for a replacement card?', 'Four euros.'],
    ['What is the maximum number of items I can have on loan?', 'You can have thirty items on loan at once.'],
    ['How do the loan periods for books and films differ?', 'A book can be kept for 28 days, a film for only 7.'],
    [
      'How long can I keep a book if I renew it as often as possible?',
      'Twelve weeks in total: four weeks plus two renewals of four weeks each, provided nobody has reserved it.',
    ],
    [
      'When can a loan not be renewed?',
      'If another reader has reserved the item, or if it has already been renewed twice.',
    ],
    ['What cannot be taken home?', '- reference works\n- newspapers\n- all items marked with a red dot'],
    [
      'How much do I owe if I return one novel for adults five days late?',
      'You owe 1 euro, as 5 × 20 cents = 100 cents.',
    ],
    ['After how many days does the late fee for an item stop rising?', 'After 30 days, when it reaches €6.'],
    ['Are there late fees for books for children?', "No, children's books are exempt.", yesNo],
    [
      'I owe the library 16 euros. Can I still use my card?',
      'No. From 15 euros on the card is blocked, and it stays so until you have paid.',
      yesNo,
    ],
    [
      'What happens if I spill coffee on a book and ruin it?',
      'You have to replace it at the price it currently costs in the shops.',
    ],
    [
      'How can I return a board game?',
      'At the desk',
      options('Through the slot', 'At the desk', 'In the café', 'By post'),
    ],
    [
      'Can I take a cup of tea into the map room?',
      'No, the map room is the only place where even drinks with a lid are not permitted.',
      yesNo,
    ],
    ['Until when is the café open on Saturday?', 'Until 3 p.m., one hour before the library closes.'],
    ['How many hours is the library open on a Saturday?', 'For six hours, from ten to four.'],
    [
      'Summarize the rules on eating and drinking.',
      'Covered drinks are allowed everywhere but the map room, while food may only be eaten in the café on the second floor.',
    ],
  ],
}

const PATENT: RightCases = {
  language: 'en',
  passage: `1. A drinking vessel for climbers, comprising a flexible bag (1) of coated fabric, a rigid neck (2) welded to the upper edge of the bag, and a closure (3) which can be opened with one hand, characterised in that the closure has a lever (4) that is held in the closed position by a magnet (5) and, when tilted by more than 40°, exposes a drinking opening of between 8 and 12 mm in width.

2. Vessel according to claim 1, wherein the bag holds from 0.7 to 1.5 litres when full and weighs less than 90 g when empty.

3. Vessel according to claim 1 or 2, wherein the coated fabric consists of three layers, the middle layer being a foil of aluminium with a thickness of 12 µm and the two outer layers being polyamide of 40 µm each.

4. Vessel according to any one of the preceding claims, further comprising a valve (6) in the neck which lets in air while the user drinks, so that no negative pressure builds up in the bag.

5. Vessel according to claim 4, wherein the valve is formed in one piece from silicone and closes by itself as soon as the pressure inside exceeds that outside by 20 mbar.

6. Method of producing a vessel according to claim 3, wherein the layers are first bonded at 120 °C, then cut, and finally welded to the neck by ultrasound for 0.8 seconds.`,
  right: [
    ['What is the invention?', 'A drinking vessel for climbers whose closure can be opened with one hand.'],
    [
      'What are the three main parts of the vessel in claim 1?',
      '1. a flexible bag made of coated fabric\n2. a rigid neck\n3. a closure',
    ],
    ['What keeps the lever closed?', 'A magnet.'],
    ['How far must the lever be tilted to expose the opening?', 'By more than 40 degrees.'],
    [
      'The drinking opening of a vessel is 10 mm wide. Is this width covered by claim 1?',
      'Yes, because 10 mm is within the claimed range of 8 to 12 mm.',
      yesNo,
    ],
    [
      'A bag holds 2 litres when full. Is this covered by the range in claim 2?',
      'No, claim 2 only covers volumes of 0.7–1.5 L.',
      yesNo,
    ],
    ['What weight limit applies to the empty bag under claim 2?', 'It has to be lighter than 90 grams.'],
    [
      'How many layers does the fabric in claim 3 have, and what are they made of?',
      'There are three: an aluminium foil in the middle and a layer of polyamide on each side.',
    ],
    ['What is the total thickness of the three layers?', '92 micrometres (40 + 12 + 40).'],
    ['Which layer is the thinnest?', 'The aluminium foil, which measures just 12 micrometres.'],
    [
      'What does the valve in claim 4 do?',
      'It allows air to enter during drinking and thus prevents negative pressure in the bag.',
    ],
    [
      'Where is the valve located?',
      'In the neck',
      options('In the lever', 'In the neck', 'In the bag', 'In the magnet'),
    ],
    ['What material is the valve made of according to claim 5?', 'It is a single piece of silicone.'],
    [
      'At what pressure does the valve shut automatically?',
      'As soon as the pressure inside exceeds that outside by 20 mbar.',
    ],
    ['Which reference number denotes the magnet?', 'Number 5.'],
    [
      'Which of the claims protects a process rather than a product?',
      'Claim 6 does; it describes how the vessel is made.',
    ],
    [
      'List the production steps in claim 6.',
      'Bond the layers at 120 °C, cut them, and then weld them to the neck with ultrasound.',
    ],
    ['How long does the ultrasonic welding take?', 'Less than a second, namely 0.8 s.'],
    [
      'On which claim does claim 5 depend?',
      'Claim 5 depends on claim 4, which in turn refers to the claims before it.',
    ],
    ['Must the vessel in claim 1 have a valve?', 'No. The valve is only introduced in claim 4.', yesNo],
  ],
}

export const RIGHT_CASES_STRANGERS_EN: readonly RightCases[] = [TENDER, NOVEL, CASE_REPORT, QUARTER, LIBRARY, PATENT]
