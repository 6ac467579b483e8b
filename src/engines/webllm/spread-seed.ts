/**
 * A seed for web-llm's generator (×48271 modulo 2³¹−1): low seeds all give a first number near 0 and so the same first
 * token, and negative ones throw. Gives an integer in [1, 2³¹−2]; equal seeds give equal ones. The mixing is the
 * finalizer of MurmurHash3 (public domain).
 */
export function spreadSeed(seed: number): number {
  let bits = (seed | 0) ^ 0x9e3779b9
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  bits = (bits ^ (bits >>> 16)) >>> 0
  return (bits % 2147483646) + 1
}
