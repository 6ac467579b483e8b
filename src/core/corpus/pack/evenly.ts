/** Takes texts evenly out of all there are, so that what is taken comes to a number of tokens (rule PACK2). */
export interface Evenly {
  /** Whether the next text, of so many tokens, is taken. */
  readonly takes: (tokens: number) => boolean
}

/**
 * A text is taken as soon as fewer tokens were taken than its share of those gone by: from the first to the last document,
 * not from the first ones alone. What is taken comes within one text of the budget.
 *
 * @param budget tokens to take
 * @param total tokens of all texts that will be asked about
 */
export function createEvenly(budget: number, total: number): Evenly {
  let [gone, taken] = [0, 0]
  return {
    takes: tokens => {
      gone += tokens
      // Half of a text more or less: neither side of the budget is preferred.
      const due = total > 0 ? (gone * Math.min(budget, total)) / total : 0
      if (taken + tokens / 2 > due) return false
      taken += tokens
      return true
    },
  }
}
