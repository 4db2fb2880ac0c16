/**
 * Provinces that the town sends people to; the coastal ones count for the coastal share of
 * organised transfer.
 */
export const PROVINCES = [
  'gansu',
  'guangdong',
  'jiangsu',
  'zhejiang',
  'shanghai',
  'fujian',
  'shandong',
  'beijing',
  'sichuan',
  'qinghai',
  'xinjiang',
] as const;
export type Province = (typeof PROVINCES)[number];
