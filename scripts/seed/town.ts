/** The demo town 河湾镇: everybody and everything in it is invented. */
import { creditCheckDigit } from '../../src/registry/credit-code.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import { dayOf } from '../../src/clock.ts';
import type { Province } from '../../src/registry/province.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Random } from './random.ts';

/** What the station is called. */
export const TOWN = '河湾镇劳务工作站';
/** Whom people ask. */
export const CONTACT = '周文静 0936-000 0101';

/** Where people live. */
export const VILLAGES = [
  '柳树村',
  '上坝村',
  '红旗村',
  '北滩村',
  '石桥村',
  '新民村',
  '杏园村',
  '双泉村',
  '大路村',
  '梨园村',
  '河东村',
  '平川村',
];

/**
 * Demo accounts. The password is for the demo only; a real station makes its own at the first
 * visit.
 */
export const ACCOUNTS = [
  { name: '何立新', role: 'admin', phone: '13900000001', village: null },
  { name: '周文静', role: 'coordinator', phone: '13900000002', village: null },
  { name: '张梅', role: 'officer', phone: '13900000003', village: '柳树村' },
  { name: '高志远', role: 'leader', phone: '13900000004', village: null },
] as const;
/** One for all accounts of the demo. */
export const DEMO_PASSWORD = 'songxing-demo';

/**
 * The code of a batch of the demo, which bears the year in which the town was seeded.
 * @param number 1 to 8
 * @param at when it was seeded, in epoch milliseconds
 */
export function demoCode(number: number, at: number): string {
  return `${dayOf(at).slice(2, 4)}-${String(number).padStart(2, '0')}`;
}

const PLACES: [Province, string][] = [
  ['jiangsu', '苏州'],
  ['jiangsu', '昆山'],
  ['guangdong', '深圳'],
  ['guangdong', '东莞'],
  ['zhejiang', '宁波'],
  ['zhejiang', '义乌'],
  ['fujian', '泉州'],
  ['shanghai', '松江'],
  ['xinjiang', '乌鲁木齐'],
  ['xinjiang', '库尔勒'],
  ['qinghai', '西宁'],
  ['gansu', '酒泉'],
  ['gansu', '敦煌'],
  ['sichuan', '成都'],
  ['shandong', '青岛'],
];
const FIRMS = [
  '恒泰电子',
  '顺达精密',
  '锦绣服饰',
  '永固建设',
  '佳和家政',
  '安通物流',
  '鸿运餐饮',
  '长青农业',
];

/**
 * Twenty-four employers in fifteen cities, with numbers that nobody has. Those of the first eight
 * are in the batches.
 */
export function employers(random: Random) {
  return Array.from({ length: 24 }, (_, i) => {
    const [province, city] = PLACES[i % PLACES.length] as [Province, string];
    return {
      name: `${city}${FIRMS[i % FIRMS.length]}`,
      creditCode: creditCode(100 + i),
      province,
      city,
      contactName: `${random.pick([...SURNAMES])}经理`,
      contactPhone: `1380000${String(1000 + i)}`,
    };
  });
}

function creditCode(serial: number): string {
  const body = `91620700MA7${String(serial).padStart(6, '0')}`;
  return body + creditCheckDigit(body);
}

/** Where people are examined. */
export const CLINICS = [
  { name: '河湾镇卫生院', phone: '0936-000 0201', address: '河湾镇中街 12 号' },
  { name: '县人民医院体检中心', phone: '0936-000 0202', address: '县城东大街 3 号' },
  { name: '县疾控中心职业健康科', phone: '0936-000 0203', address: '县城南环路 8 号' },
];

/** Licensed agencies: the licence of one has expired. */
export const AGENCIES = [
  { name: '银桥人力资源公司', licenceNumber: '620700000001', licenceExpiresInDays: 700 },
  { name: '金穗劳务派遣公司', licenceNumber: '620700000002', licenceExpiresInDays: -30 },
];

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎' +
  '余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const FEMALE = '兰花秀英玉梅桂芳红霞丽娟淑珍雪琴春燕小梅翠萍彩云金凤月娥巧玲';
const MALE = '建国志强小军永福海龙文斌大勇学明成林国栋玉龙金山振华立新长河生云德胜';

/**
 * A name of the kind the district's people have; chance may make one that exists, none is taken
 * from anybody.
 */
export function personName(random: Random, female: boolean): string {
  const given = female ? FEMALE : MALE;
  const at = random.int(0, given.length / 2 - 1) * 2;
  const surname = random.pick([...SURNAMES]);
  return random.next() < 0.12 ? surname + given[at] : surname + given.slice(at, at + 2);
}

/** A well-formed ID number of an administrative code that was never assigned (620799). */
export function idNumber(serial: number, bornOn: string, female: boolean): string {
  const order = String((serial % 499) * 2 + (female ? 0 : 1)).padStart(3, '0');
  const area = 620799 - (Math.floor(serial / 499) % 5);
  const body = `${area}${bornOn.replaceAll('-', '')}${order}`;
  return body + idCheckDigit(body);
}

/** What skilled people can do, each with its weight among them. */
export const SKILLED_TRADES: [TradeCode, number][] = [
  ['bricklaying', 18],
  ['plastering', 10],
  ['assembly', 18],
  ['sewing', 14],
  ['welding', 9],
  ['electrical', 8],
  ['driving', 9],
  ['catering', 14],
  ['domestic', 10],
  ['scaffolding', 5],
  ['concrete', 8],
  ['security', 5],
];

/** What a demo server prints, so that somebody can look around. */
export const DEMO_SIGN_INS = ACCOUNTS.map(({ role, phone, name }) => ({
  role,
  phone,
  name,
  password: DEMO_PASSWORD,
}));
