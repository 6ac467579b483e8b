export const en = {
  title: 'Evaluate',
  lead: 'How many of your pairs are right, by your own eyes, and what the checks and a model make of them.',
}
