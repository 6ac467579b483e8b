import { STATES, type State } from '#core/synthesis/pair'

/** The states of a list such as `kept,ready` (also what is meant without one) or `all`; null where a name is none of them. */
export function statesNamed(list = 'kept,ready'): readonly State[] | null {
  const names = list === 'all' ? [...STATES] : list.split(',')
  const states = names.map(name => STATES.find(state => state === name.trim())).filter(state => state !== undefined)
  return states.length === names.length && states.length > 0 ? states : null
}
