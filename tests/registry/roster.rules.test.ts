import { expect, it } from 'vitest';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import { decodeCsv, readRoster } from '../../src/registry/roster-csv.ts';

const VILLAGES = [
  { id: 'v1', name: '柳树村' },
  { id: 'v2', name: '上坝村' },
];
const id = (order: string): string => `62079919900307${order}${idCheckDigit(`62079919900307${order}`)}`;

it('keeps the good rows and tells every bad one by its row number', () => {
  const text = [
    '河湾镇外出务工人员名册,,,',
    '姓名,身份证号,联系电话,村',
    `王兰花,${id('122')},13700000001,柳树村`,
    '',
    `"赵,小军",${id('123')},137 0000 0002,上坝村`,
    `刘志强,62079919900307123,13700000003,上坝村`,
    `陈玉梅,${id('124')},0936-000,柳树村`,
    `李建国,${id('125')},13700000005,别的村`,
    `王兰花,${id('122')},13700000001,柳树村`,
    `,${id('127')},13700000007,柳树村`,
  ].join('\r\n');
  const roster = readRoster(`\uFEFF${text}`, VILLAGES, null);
  expect(roster).toMatchObject({
    rows: [
      { row: 3, name: '王兰花', villageId: 'v1' },
      { row: 5, name: '赵,小军', villageId: 'v2', phone: '13700000002' },
    ],
    refused: [
      { row: 6, code: 'id_length' },
      { row: 7, code: 'bad_mobile' },
      { row: 8, code: 'village_required' },
      { row: 9, code: 'id_known' },
      { row: 10, code: 'required' },
    ],
  });
});

it('reads what Excel saves in GBK as well as UTF-8, and says so when it is neither', () => {
  const gbk = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb]);
  expect(decodeCsv(gbk)).toBe('姓名');
  expect(decodeCsv(new TextEncoder().encode('姓名'))).toBe('姓名');
  expect(decodeCsv(new Uint8Array([0xff, 0xff, 0xff]))).toBeNull();
});

it('asks for the two columns without which nobody can be registered', () => {
  expect(readRoster('甲,乙\n1,2', VILLAGES, null)).toEqual({ error: 'file_headings' });
});
