/** Sets the thin gap that Chinese text has between its own characters and Latin words, as a space. */
export function spaced(words: string): string {
  return words
    .replace(/\s*[（(][^（）()]{1,50}[）)]\s*(?=是|有|用|的|如何|怎)/gu, '')
    .replace(/([\u4e00-\u9fff])(?=[A-Za-z0-9])/gu, '$1 ')
    .replace(/([A-Za-z0-9])(?=[\u4e00-\u9fff])/gu, '$1 ')
    .trim()
}
