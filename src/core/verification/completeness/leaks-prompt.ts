import { markerAt } from '#core/text/neutral'

/** What models say about their task, and what they say about themselves. */
const SAID = [
  String.raw`\bas an? (?:AI|artificial intelligence|(?:large )?language model)\b`,
  String.raw`\bI(?:'m| am) (?:just )?an? (?:AI|(?:large )?language model)\b`,
  String.raw`作为(?:一个|一名|一款)?(?:人工智能|AI|语言模型|大语言模型|智能助手)`,
  String.raw`我是(?:一个|一名)?(?:人工智能|AI|语言模型|大语言模型)`,
  String.raw`\bhere (?:are|is) (?:the|your|some|a few|\d+|\w+) (?:\w+[ -]){0,3}(?:pairs?|questions? and answers?|Q&As?)\b`,
  String.raw`(?:以下|下面)(?:是|为)?.{0,12}(?:问答对|指令.{0,3}响应对)`,
  String.raw`\b(?:system|user) prompt\b`,
  String.raw`^#{2,}\s?(?:instruction|input|response|question|answer)\b\s?:`,
  String.raw`^#{2,}\s?(?:问题?|答案?|回答|指令|响应)\s?[:：]`,
  String.raw`(?<=[.!?。！？]\s?)(?:question|问题)\s?\d{1,2}\s?[:：]`,
  String.raw`^\s?\**(?:user|assistant|human|system)\**\s?:`,
  String.raw`^\s?\**(?:question|answer|instruction|response|指令|响应|问题|回答|用户|助手)\**\s?\d{0,3}[:：]`,
].join('|')

const LEAK = new RegExp(SAID, 'imu')

/** What each of these has in small letters, or a letter that may stand for one of it: nearly all texts have none of it. */
const MAY_LEAK = /[:：ſ]|language model|artificial intelligence| an? ai|here (?:are|is) |prompt|作为|我是|以下|下面/u

/** Units of a leak that the passage is asked for. */
const SHOWN = 24

/**
 * Whether words of the prompt, of its tags or of a conversation got into a text (rule CHECK12); not where the passage
 * itself holds them, since then they are its subject.
 */
export function leaksPrompt(text: string, passageText: string): boolean {
  const marker = markerAt(text)
  if (marker >= 0 && !passageText.includes(text.slice(marker, marker + 4))) return true
  if (!MAY_LEAK.test(text.toLowerCase())) return false
  const said = LEAK.exec(text)?.[0].trim().slice(0, SHOWN)
  return said !== undefined && !passageText.includes(said)
}
