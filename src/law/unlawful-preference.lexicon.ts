/**
 * Wordings of a preference by sex, marriage or childbearing. An employer may not state one and an
 * intermediary may not pass one on: 妇女权益保障法 (2022) art. 43; 就业促进法 art. 27; 人力资源市场暂行条例 art. 24.
 */
export const UNLAWFUL_PREFERENCES: RegExp[] = [
  /限(男|女)/,
  /(只|仅|专)(招|要|收|限)?(男|女)/,
  /不(招|要|收)(男|女)/,
  /(男|女)(性|工|生|士)?(优先|为主|勿扰|免谈)/,
  /(未婚|已婚|未育|已育|已婚已育|未婚未育)/,
  /(不|勿|禁)(得)?(怀孕|生育|结婚)/,
  /(男|女)\d+(名|人|个)/,
  /\b(male|female|men|women|man|woman)s?\b.{0,12}\b(only|preferred|first)\b/i,
  /\b(no|only)\b.{0,6}\b(men|women|males?|females?)\b/i,
  /\b(un)?married\b/i,
];
