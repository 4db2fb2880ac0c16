/**
 * What a cell for a name says where there is none: a sum, an empty cell's filling, a mark that it
 * is not known.
 */
export const NO_NAME = new RegExp(
  String.raw`^(无|没有|暂无|不详|未知|不明|待定|待补|待查|空|空白|缺|略|同上|某某?|合计|总计|小计|共计|累计|总人数|人数|姓名|名字|本人|户主|` +
  String.raw`none|null|n\/?a|nan|test|测试|#.*|x+|×+)$`,
  'i',
);
/** Letters of any script; the round zero, which is a numeral, is one in Chinese names. */
export const LETTER = /[\p{L}〇]/u;
