/** SHA-256 as hex. Synchronous: the adapter is ready before it is handed out. */
export interface Hash {
  /** Of the text in UTF-8. */
  sha256(text: string): string
  /** For texts that arrive in pieces. Feeding a piece that ends in half of a surrogate pair is the caller's mistake. */
  stream(): { update(text: string): void; digest(): string }
}
