import type { ReadDocuments } from '#files/reader'
export const readDocx: ReadDocuments = () => Promise.reject(new TypeError('later'))
