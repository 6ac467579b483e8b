import { stat } from 'node:fs/promises'

/** What a command exits with: all done; some of what was asked was left out, the rest is written; nothing was begun. */
export const EXIT = { done: 0, partly: 1, usage: 2 } as const
export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** Options as they were understood, a sentence about what is wrong with them, or a call for help. */
export type Parsed<Options> = { readonly options: Options } | { readonly fault: string } | { readonly help: true }

/** A command that reads files and writes files, without a browser. */
export interface Command<Options> {
  readonly usage: string
  readonly parse: (args: readonly string[]) => Parsed<Options>
  /** Files that have to be there; null for one that was not named. */
  readonly files: (options: Options) => readonly (string | null)[]
  readonly work: (options: Options) => Promise<Exit>
}

/**
 * Reads arguments and decides what they ask for; arguments that cannot be read are a fault, and a call for help goes first.
 *
 * @param read throws what is wrong with the arguments, as `parseArgs` does
 */
export function understand<Values extends { readonly help?: boolean | undefined }, Options>(
  read: () => Values,
  decide: (values: Values) => Parsed<Options>,
): Parsed<Options> {
  let values: Values
  try {
    values = read()
  } catch (thrown) {
    return { fault: thrown instanceof Error ? thrown.message : String(thrown) }
  }
  return values.help === true ? { help: true } : decide(values)
}

/** A line for the person, beside what is written. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Runs a command. Gives its exit status. */
export async function runCommand<Options>(
  args: readonly string[],
  { usage, parse, files, work }: Command<Options>,
): Promise<Exit> {
  const parsed = parse(args)
  if ('help' in parsed) {
    process.stdout.write(usage)
    return EXIT.done
  }
  if ('fault' in parsed) {
    say(`${parsed.fault}\n\n${usage}`)
    return EXIT.usage
  }
  for (const file of files(parsed.options)) {
    const found = file === null ? null : await stat(file).catch(() => undefined)
    if (found === undefined || found?.isFile() === false) {
      say(`There is no file ${String(file)}`)
      return EXIT.usage
    }
  }
  return work(parsed.options)
}
