/** How two neighbouring sentences hang together, by the words that open the second one. */
export type Relation = 'entail' | 'contradict' | 'neutral' | 'similar'

export interface Connectives {
  /** Opens the second sentence of a pair; a comma follows. */
  readonly openings: Readonly<Record<Relation, RegExp>>
  /** Inside of a sentence: what stands before is the effect, what stands behind its cause. */
  readonly because: RegExp
  /** Groups `term` and `meaning`. */
  readonly definition: RegExp
  /** Groups `thing` and `topic`. */
  readonly topic: RegExp
  /** Least and most characters of a sentence that takes part. */
  readonly least: number
  readonly most: number
  /** Least characters of half a sentence: an effect, a cause, a meaning. */
  readonly leastHalf: number
}

/**
 * The patterns of AdaptLLM (arXiv 2309.09530, table 9), read on whole sentences, so that first and last ones, overlapping
 * pairs and commas count, with dots escaped, terms of several words, causes inside of a sentence, and no "was about" before a
 * number (rule COMP2).
 */
export const ENGLISH: Connectives = {
  openings: {
    entail: /^(?:Yes|Therefore|Thus|Accordingly|Hence|For this reason|As a result|Consequently),\s+/u,
    contradict: /^(?:No|However|But|On the contrary|In contrast|By contrast|Whereas),\s+/u,
    neutral: /^(?:Maybe|Also|Furthermore|Secondly|Additionally|Moreover|In addition),\s+/u,
    similar: /^(?:In other words?|Namely|That is to say|That is|I\.e\.|Similarly|Equally|Likewise),\s+/u,
  },
  because: /^(?<effect>[^;]+?),?\s+(?:due to|because of|on account of|owing to)\s+(?<cause>[^;,]+)[.!]$/u,
  definition:
    /^(?<term>[^,;:()]{3,60}?)(?:\s+(?:is|are) defined as|['’]s definition is|\s+(?:is|are) the terms? for)\s+(?<meaning>.{20,})$/u,
  topic: /^(?<thing>[^,;:]{20,}?)\s+(?:talks? about|is about|deals with|['’]s topic is)\s+(?<topic>(?!\d).{20,})[.!]$/u,
  least: 50,
  most: 400,
  leastHalf: 20,
}

/** The same relations in Chinese; no paper lists them. */
export const CHINESE: Connectives = {
  openings: {
    entail: /^(?:因此|所以|因而|由此可见|由此|故而|于是|可见)[，,]?/u,
    contradict: /^(?:然而|但是|不过|相反|反之|与此相反|但)[，,]?/u,
    neutral: /^(?:此外|另外|同时|而且|并且|再者|其次|除此之外)[，,]?/u,
    similar: /^(?:换言之|换句话说|也就是说|即|亦即|同样|类似地)[，,]/u,
  },
  because: /^(?:由于|因为)(?<cause>[^，,；;。]{4,})[，,](?:因此|所以|因而)?(?<effect>[^；;]+)[。！]$/u,
  definition: /^(?:所谓)?(?<term>[^，,；;：:（）()]{2,16}?)[，,]?(?:是指|指的是|定义为|被定义为)(?<meaning>.{8,})$/u,
  topic: /^(?<thing>[^，,；;：:]{2,30}?)(?:讲述了?|讨论了?|介绍了?|论述了?|探讨了?)(?<topic>.{8,})[。！]$/u,
  least: 12,
  most: 200,
  leastHalf: 6,
}
