import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, textOf } from '../../scripts/story/browser.ts';
import { encryptField } from '../../src/access/field-encryption.ts';
import { postToRobot } from '../../src/notices/deliver.queries.ts';
import { robot } from '../../src/notices/notices.tables.ts';
import { isRobotUrl } from '../../src/notices/robot.ts';
import { rows } from '../support/town-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';

/**
 * Ways to say "this machine", "this network" or "somebody else" where a robot's address belongs.
 */
const ELSEWHERE = [
  'http://127.0.0.1:8787/healthz',
  'https://127.0.0.1/',
  'https://localhost/',
  'https://localhost.localdomain/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0.0.0.0/',
  'https://10.0.0.8/',
  'https://172.16.0.1/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
  'https://router.local/',
  'https://db.internal/',
  'https://oapi.dingtalk.com.evil.example/robot/send',
  'https://oapi.dingtalk.com@127.0.0.1/robot/send',
  'https://name:secret@oapi.dingtalk.com/robot/send',
  'https://oapi.dingtalk.com:8443/robot/send',
  'https://oapi.dingtalk.com./robot/send',
  'http://oapi.dingtalk.com/robot/send',
  'https://qyapi.weixin.qq.com/cgi-bin/webhook/send',
  'ftp://oapi.dingtalk.com/robot/send',
  'file:///etc/passwd',
];

describe('the address of a DingTalk robot', () => {
  it('has the vendor’s host and no other, however it is written', () => {
    expect(isRobotUrl('dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=t')).toBe(
      true,
    );
    expect(isRobotUrl('dingtalk', 'https://OAPI.DingTalk.com:443/robot/send')).toBe(true);
    expect(ELSEWHERE.filter((address) => isRobotUrl('dingtalk', address))).toEqual([]);
  });

  it('may be at a host of the operator’s, and at that port only', () => {
    const own = '127.0.0.1:9000,relay.example';
    expect(isRobotUrl('dingtalk', 'http://127.0.0.1:9000/robot', own)).toBe(true);
    expect(isRobotUrl('dingtalk', 'https://relay.example/robot', own)).toBe(true);
    expect(isRobotUrl('dingtalk', 'http://127.0.0.1:9001/robot', own)).toBe(false);
    expect(isRobotUrl('dingtalk', 'https://relay.example:8443/robot', own)).toBe(false);
    expect(isRobotUrl('dingtalk', 'ftp://relay.example/robot', own)).toBe(false);
  });
});

describe('a station that runs on somebody’s own machine', () => {
  let admin: Browser;
  beforeAll(async () => {
    await seedTown();
    admin = await signedIn('admin');
  });

  it('takes no robot on that machine, and says so beside the field', async () => {
    for (const url of [
      'http://127.0.0.1:8787/',
      'http://localhost:8787/',
      'http://[::1]:8787/',
      'http://2130706433/',
    ]) {
      const refused = await admin.post('/settings/robots', {
        kind: 'dingtalk',
        name: '工作群',
        url,
      });
      expect([refused.status, refused.root.querySelector('#robot-url-error')?.text], url).toEqual([
        422,
        '地址不是该平台的机器人地址',
      ]);
    }
    expect(await rows.count(robot)).toBe(0);
  });

  it('posts to none that was entered before, and says why', async () => {
    const row = {
      id: '01KRRRRRRRRRRRRRRRRRRRRRRR',
      kind: 'wecom' as const,
      name: '旧机器人',
      urlCipher: await encryptField(env.SECRET, 'http://127.0.0.1:8787/robot'),
      secretCipher: null,
      enabled: true,
      createdAt: 1,
    };
    expect(await postToRobot(env, row, '你好', Date.now())).toBe('address');
    await rows.add(robot, row);
    expect(textOf(await admin.post(`/settings/robots/${row.id}/test`, {}))).toContain('address');
  });
});
