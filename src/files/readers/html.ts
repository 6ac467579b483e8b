import type { ReadDocuments } from '#files/reader'
export const readHtml: ReadDocuments = () => Promise.reject(new TypeError('later'))
