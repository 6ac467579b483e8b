/** Whether a UTF-16 unit is a Han character (surrogates count: nearly all that Chinese text has are Han). */
export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xd800 && unit <= 0xdfff)
}

/** Whether a UTF-16 unit belongs to a script or punctuation that sets no spaces between words. */
export function isUnspaced(unit: number): boolean {
  return unit >= 0x2e80 && !(unit >= 0xac00 && unit <= 0xd7a3)
}

/** Whether a UTF-16 unit ends a sentence, or closes a quotation or bracket after one. */
export function isTerminal(unit: number): boolean {
  return TERMINALS.includes(String.fromCharCode(unit))
}

const TERMINALS = '.!?:。！？：…”"’）)」』'
