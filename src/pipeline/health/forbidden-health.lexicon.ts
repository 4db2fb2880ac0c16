/**
 * Results that are unlawful to ask for or to keep: hepatitis B (人社部发〔2007〕2号; 卫办医政发〔2010〕29号; 就业促进法 art. 30)
 * and pregnancy (妇女权益保障法 (2022) art. 43). Matched on text folded by `fold` in forbidden-health.ts.
 */
export const FORBIDDEN_HEALTH: RegExp[] = [
  /乙(型)?(病毒性)?肝/,
  /(大|小)三阳/,
  /(乙肝)?两对半/,
  /乙肝?五项/,
  /hb[sec]a[gb]/,
  /hbv(dna)?/,
  /hepatitisb/,
  /yigan|dasanyang|xiaosanyang|liangduiban/,
  /(孕检|验孕|妊娠|怀孕|有孕|尿妊)/,
  /\bb?hcg\b|hcg/,
  /pregnan/,
  /huaiyun|yunjian/,
];
