import { beforeAll, describe, expect, it } from 'vitest'
import type { DetectLanguage } from '#core/ports/language'
import { languageAgrees } from '#core/verification/language-agrees'
import { loadDetectLanguage } from '#files/language'
import { judgement } from './judged'

let detect: DetectLanguage = () => 'other'
beforeAll(async () => {
  detect = await loadDetectLanguage()
})

const PASSAGE =
  'The mill at Oberried was built in 1742 by the brothers Hanns and Konrad Vogel. Its wheel is fed by a leat of 300 metres ' +
  'that leaves the river Brugga above the weir. In summer the miller closes the sluice at noon, because the meadows below ' +
  'need the water. Bread from the mill, called Bauernbrot or pain paysan, is sold on Fridays in the Café Vogel. The tools ' +
  'are called Hebeisen, Zwischengeschirr, Mahlgang and Beutelkasten.'

const said = (instruction: string, response: string): string =>
  judgement(languageAgrees, { instruction, response }, { passageText: PASSAGE, detect }).result

/** Answers in another language, or questions, beside a half in English. */
const FOREIGN: readonly (readonly [question: string, answer: string])[] = [
  ['Who built the mill at Oberried?', 'Die Brüder Hanns und Konrad Vogel haben sie gebaut.'],
  ['When does the miller close the sluice?', 'Er schließt das Wehr im Sommer um zwölf Uhr.'],
  ['Why does the miller close the sluice?', 'Weil die Wiesen das Wasser brauchen.'],
  ['Who built the mill at Oberried?', 'Le moulin fut construit par les frères Vogel.'],
  ['When does the miller close the sluice?', 'À midi, pendant tout l’été.'],
  ['Why does the miller close the sluice?', 'Parce que les prés ont besoin de l’eau.'],
  ['Who built the mill at Oberried?', 'Lo construyeron los hermanos Vogel.'],
  ['Why does the miller close the sluice?', 'Porque los prados necesitan el agua.'],
  ['When does the miller close the sluice?', 'A mezzogiorno, durante tutta l’estate.'],
  ['Why does the miller close the sluice?', 'Porque os prados precisam da água.'],
  ['Why does the miller close the sluice?', 'Omdat de weiden het water nodig hebben.'],
  ['Warum schließt der Müller das Wehr?', 'Because the meadows below need the water.'],
  ['Pourquoi le meunier ferme-t-il la vanne ?', 'Because the meadows below need the water.'],
  ['¿Por qué el molinero cierra la compuerta?', 'Because the meadows below need the water.'],
  ['Dlaczego młynarz zamyka śluzę?', 'Because the meadows below need the water.'],
]

/** Halves in English that look otherwise: names, terms of the passage, headings, one word. */
const ENGLISH: readonly (readonly [question: string, answer: string])[] = [
  ['Who built the mill?', 'Hanns and Konrad Vogel'],
  ['Who built it?', 'The Vogel brothers, Hanns and Konrad'],
  ['What are the tools called?', 'Hebeisen, Zwischengeschirr, Mahlgang, Beutelkasten'],
  ['Where is bread sold?', 'Café Vogel, Oberried'],
  ['What is the bread called in French?', 'pain paysan'],
  ['What feeds the wheel?', 'A leat 300 metres long, led off from the Brugga'],
  ['Name the tools.', 'They are Hebeisen, Zwischengeschirr, Mahlgang and Beutelkasten.'],
  ['How long is the leat?', '300 metres'],
  ['When is bread sold?', 'Every Friday'],
  ['Does the miller close the sluice in summer?', 'Yes, at midday'],
  ['Summarise the passage in keywords.', 'Mill history, water rights, irrigation, artisan bread, tools'],
  ['Classify the passage.', 'Local history and traditional crafts'],
]

describe('a half in another language of the same script', () => {
  it.each(FOREIGN)('CHECK8: %s / %s: a doubt', (question, answer) => {
    expect(said(question, answer)).toBe('doubt')
  })

  it.each(ENGLISH)('CHECK8: %s / %s: agrees', (question, answer) => {
    expect(said(question, answer)).toBe('pass')
  })
})
