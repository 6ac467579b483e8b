/** Words that stand in every sentence. */
const LITTLE: ReadonlySet<string> = new Set(
  'the a an of in on at to for from by with and or but is are was were be been has have had that which who it its this these those as than then so not no do does did what when where why how he she they his her their there'.split(
    ' ',
  ),
)

/** Whether a folded word says nothing by itself. */
export function isLittle(word: string): boolean {
  return LITTLE.has(word)
}
