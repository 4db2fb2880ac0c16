import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser, formsTo, type Page, textOf } from '../../scripts/story/browser.ts';
import { audit } from '../../src/access/access.tables.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import { toXlsx } from '../../src/sheets/write.ts';
import { like } from '../support/rows.ts';
import { registered } from '../support/server-rows.ts';
import { Server } from '../support/server.ts';

const PEOPLE = 21_000;
const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN = '春夏秋冬梅兰竹菊松柏山河江海云雷雨雪风霜';

let server: Server;
let office: Browser;

beforeAll(async () => {
  server = await Server.onDemoTown();
  office = new Browser(server.url);
  await office.submit(await office.open('/sign-in'), '/sign-in', {
    phone: '13900000002',
    password: 'songxing-demo',
  });
});
afterAll(() => server.remove());

const people = Array.from({ length: PEOPLE }, (_, i) => {
  const day = new Date(Date.UTC(1970, 0, 1 + (i % 9000)))
    .toISOString()
    .slice(0, 10)
    .replaceAll('-', '');
  const body = `620699${day}${String(100 + Math.floor(i / 9000)).padStart(3, '0')}`;
  return {
    name: `${FAMILY[i % 20]}${GIVEN[Math.floor(i / 20) % 20]}${GIVEN[Math.floor(i / 400) % 20]}`,
    idNumber: `${body}${idCheckDigit(body)}`,
    phone: `135${String(i).padStart(8, '0')}`,
  };
});

async function roster(): Promise<File> {
  type Person = (typeof people)[0];
  const villages = await office.open('/workers/new');
  const [village = ''] = villages.root
    .querySelectorAll('#villageId option')
    .map((option) => option.text);
  const bytes = await toXlsx({
    name: '名册',
    title: '全镇劳动力花名册',
    columns: [
      { heading: '姓名', width: 10, text: ({ name }: Person) => name },
      { heading: '身份证号', width: 22, text: ({ idNumber }) => idNumber },
      { heading: '电话', width: 14, text: ({ phone }) => phone },
      { heading: '村', width: 12, text: () => village },
    ],
    rows: people,
  });
  return new File([new Uint8Array(bytes)], '全镇.xlsx');
}

function progress(page: Page): string[] {
  return formsTo(page, /progress$/);
}

/**
 * Goes on until the step is over; the server is killed on the way, in the middle of what it does.
 */
async function goOn(from: Page, kills: number): Promise<Page> {
  let page = from;
  for (let i = 0; progress(page).length > 0; i++) {
    expect(page.root.querySelector('progress')?.getAttribute('max')).toBe('42');
    const next = office.submit(page, /progress$/);
    if (i < kills) {
      // The request is under way when everything dies; the browser asks again once the server is
      // back.
      await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 40 + i * 160))]);
      await server.kill();
      await server.start();
    }
    page = await next;
  }
  return page;
}

it('brings in 21,000 people in one go, in parts that survive a server that is killed again and again', async () => {
  const start = await office.upload(
    await office.open('/workers/import'),
    '/workers/import',
    'file',
    await roster(),
  );
  expect(textOf(start)).toContain('正在核对');
  const preview = await goOn(start, 3);
  expect(textOf(preview)).toContain(`新增 ${PEOPLE}`);
  const done = await goOn(await office.submit(preview, /confirmation$/), 4);
  expect(textOf(done)).toContain(`新增 ${PEOPLE} 人`);
  const again = await goOn(
    await office.upload(
      await office.open('/workers/import'),
      '/workers/import',
      'file',
      await roster(),
    ),
    0,
  );
  expect(textOf(again)).toContain(`不变 ${PEOPLE}`);
  await server.stop();
  const found = await server.rows.all(registered, { phone: like('135%') });
  const numbers = new Set(found.map(({ idNumberIndex }) => idNumberIndex));
  expect({ people: found.length, numbers: numbers.size }).toEqual({
    people: PEOPLE,
    numbers: PEOPLE,
  });
  const written = await server.rows.all(audit, { action: 'worker.import' });
  const added = written.reduce((sum, { detail }) => sum + Number(detail['added']), 0);
  expect({ parts: written.length, added }).toEqual({ parts: 42, added: PEOPLE });
});
