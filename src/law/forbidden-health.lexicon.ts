/**
 * Results that are unlawful to ask for or to keep: hepatitis B (人社部发〔2007〕2号; 卫办医政发〔2010〕29号; 就业促进法
 * art. 30) and pregnancy (妇女权益保障法 (2022) art. 43); and laboratory values, which are nobody's
 * business here (个人信息保护法 art. 28).
 */

/**
 * Chinese terms, matched on a text without spaces and punctuation. What only looks like one is let
 * pass.
 */
export const FORBIDDEN_TERMS: readonly RegExp[] = [
  /乙(型|类)?(病毒性)?肝/,
  /b型?(病毒性)?肝/,
  /(大|小)[三3叁]阳(?!光小区|台工|村|镇|路|川)/,
  /(乙肝)?(两|二|2)对半(?!价|块|年|月|个月)/,
  /乙肝?[五5]项/,
  /澳抗|乙表[抗阳]|表面抗[原体]|核心抗[原体]|e抗[原体]|抗原阳性/,
  /(孕检|查孕|验孕|早孕|妊娠|妊检|怀孕|怀了孕|受孕|有孕(?!育)|[未已]孕(?!育)|身孕|尿妊|孕酮|孕期|孕[\d一二两三四五六七八九十]+(周|个?月)|产检|怀胎)/,
  /孕妇(?![装服枕用])/,
  /转氨酶|谷丙|谷草/,
  /怀yun(?![a-z])|huai孕|乙gan(?![a-z])|yi肝/,
];

/**
 * Abbreviations and spelt words, matched as whole words however they are spaced, hyphenated or
 * accented.
 */
export const FORBIDDEN_WORDS: readonly string[] = [
  'hbsag',
  'hbsab',
  'hbeag',
  'hbeab',
  'hbcab',
  'hbcag',
  'hbv',
  'hbvdna',
  'antihbs',
  'antihbc',
  'hepatitisb',
  'hepb',
  'bhcg',
  'hcg',
  'pregnant',
  'pregnancy',
  'pregnancytest',
  'yigan',
  'yiganyan',
  'yixinggan',
  'yixingganyan',
  'dasanyang',
  'xiaosanyang',
  'liangduiban',
  'huaiyun',
  'huaiyunle',
  'yunjian',
  'mmoll',
  'iuml',
];

/** A number with a laboratory's unit: so much of something in so much blood. */
export const LABORATORY_VALUE = new RegExp(
  String.raw`\d\s*(i?u|[kmunpμ]?g|[munpμ]?mol|copies|拷贝)\s*\/\s*[dmuμ]?l(?![a-z])`,
  'u',
);

/** Traditional forms in which the terms are written as well. */
export const TRADITIONAL_FORMS: Partial<Record<string, string>> = {
  陽: '阳',
  懷: '怀',
  驗: '验',
  兩: '两',
  對: '对',
  體: '体',
  檢: '检',
  婦: '妇',
  產: '产',
  轉: '转',
  測: '测',
  項: '项',
  個: '个',
  週: '周',
};
