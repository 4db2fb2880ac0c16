import { createHmac } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser, formsTo, textOf } from '../../scripts/story/browser.ts';
import { DEMO_PASSWORD } from '../../scripts/seed/town.ts';
import { Server } from '../support/server.ts';

type Heard = { path: string; body: { msgtype: string; text: { content: string } } };

let server: Server;
let receiver: HttpServer;
const heard: Heard[] = [];
let refuse = 0;
let sendsOn = false;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      // Refused is what this story is about; the town's own deadlines may be told at any time.
      if (refuse > 0 && text.includes('有人退出')) {
        refuse -= 1;
        response.writeHead(503).end();
        return;
      }
      if (sendsOn) {
        response.writeHead(307, { location: '/elsewhere' }).end();
        sendsOn = false;
        return;
      }
      heard.push({ path: request.url ?? '', body: JSON.parse(text) as Heard['body'] });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"errcode":0}');
    });
  });
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve);
  });
  // A robot's receiver on this machine is nothing that a station allows by itself.
  const { port } = receiver.address() as AddressInfo;
  server = await Server.onDemoTown({ extra: ['--robot-hosts', `127.0.0.1:${port}`] });
});
afterAll(async () => {
  await server.remove();
  receiver.close();
});

async function signedIn(phone: string): Promise<Browser> {
  const browser = new Browser(server.url);
  await browser.submit(await browser.open('/sign-in'), '/sign-in', {
    phone,
    password: DEMO_PASSWORD,
  });
  return browser;
}

const SECRET = 'SEC-only-for-this-test';

it('tells a DingTalk group, signed, off until switched on, and again after a failure', async () => {
  const admin = await signedIn('13900000001');
  const { port } = receiver.address() as AddressInfo;
  const wrong = await admin.submit(await admin.open('/settings'), '/settings/robots', {
    kind: 'dingtalk',
    name: '工作群',
    url: 'https://evil.example/robot',
    secret: SECRET,
  });
  expect(wrong.status).toBe(422);
  expect(textOf(wrong)).toContain('地址不是该平台的机器人地址');
  const next = await admin.submit(await admin.open('/settings'), '/settings/robots', {
    kind: 'dingtalk',
    name: '工作群',
    url: `http://127.0.0.1:${port + 1}/robot`,
  });
  expect(next.status).toBe(422);
  const url = `http://127.0.0.1:${port}/robot/send?access_token=t`;
  const added = await admin.submit(await admin.open('/settings'), '/settings/robots', {
    kind: 'dingtalk',
    name: '工作群',
    url,
    secret: SECRET,
  });
  expect(added.status).toBe(200);
  expect(added.html).not.toContain('access_token');

  const test = formsTo(added, /\/test$/)[0] ?? '';
  expect(textOf(await admin.submit(added, test))).toContain('机器人收到了');
  // Whoever answers cannot send the text on to somewhere else.
  sendsOn = true;
  expect(textOf(await admin.submit(await admin.open('/settings'), test))).toContain('HTTP 307');
  expect(heard).toHaveLength(1);
  const { path, body } = heard[0]!;
  expect(body).toEqual({ msgtype: 'text', text: { content: '送行：机器人已接通。' } });
  const query = new URL(path, url).searchParams;
  const timestamp = query.get('timestamp') ?? '';
  expect(query.get('sign')).toBe(
    createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64'),
  );

  const withdraw = async () => {
    const office = await signedIn('13900000002');
    const page = await office.open('/batches');
    const batch =
      page.root
        .querySelectorAll('.people a')
        .find((a) => a.text.includes('义乌安通物流'))
        ?.getAttribute('href') ?? '';
    const people = await office.open(`${batch}?show=all`);
    const one = people.root.querySelector('#people .people a')?.getAttribute('href') ?? '';
    const officerlike = await signedIn('13900000001');
    await officerlike.submit(await officerlike.open(one), /\/withdrawal$/);
    return people.root.querySelector('#people .people .name')?.text ?? '';
  };
  // The town's own deadlines may pass meanwhile, and are told too.
  const told = () => heard.filter(({ body: { text } }) => text.content.includes('有人退出'));
  await withdraw();
  await admin.post('/demo/clock', { ms: '0' });
  expect(told()).toHaveLength(0);

  await admin.submit(await admin.open('/settings'), /\/state$/);
  refuse = 1;
  const name = await withdraw();
  await admin.post('/demo/clock', { ms: '0' });
  expect(told()).toHaveLength(0);
  expect(textOf(await admin.open('/settings'))).toContain('等待发送（已试 1 次）HTTP 503');
  await admin.post('/demo/clock', { ms: String(2 * 60_000) });
  expect(told()).toHaveLength(1);
  const said = told()[0]!.body.text.content;
  expect(said).toMatch(/^送行 批次 \d\d-\d\d：有人退出，请补人$/);
  expect(name.length).toBeGreaterThan(1);
  expect(said).not.toContain(name);
  await admin.post('/demo/clock', { ms: String(60 * 60_000) });
  expect(told()).toHaveLength(1);

  refuse = 1;
  await withdraw();
  await admin.post('/demo/clock', { ms: '0' });
  await admin.submit(await admin.open('/settings'), /\/state$/);
  await admin.post('/demo/clock', { ms: String(60 * 60_000) });
  expect(told()).toHaveLength(1);
  expect(textOf(await admin.open('/settings'))).toContain('robot off');
});
