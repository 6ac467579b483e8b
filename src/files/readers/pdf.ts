import type { ReadDocuments } from '#files/reader'
export const readPdf: ReadDocuments = () => Promise.reject(new TypeError('later'))
