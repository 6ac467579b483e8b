/** What an order begins with, before the name of what it is about: "Click Show", "Compare the Gannet". */
const ORDERS: ReadonlySet<string> = new Set(
  'click tap press select choose open type enter visit run call install use set add check read compare describe explain list name state summarize summarise outline define identify contrast discuss give tell show translate rewrite mention find'.split(
    ' ',
  ),
)

/** Whether a word that opens a sentence is the verb of an order. */
export function opensOrder(word: string): boolean {
  return ORDERS.has(word)
}
