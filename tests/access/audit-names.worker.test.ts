import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../scripts/story/browser.ts';
import { placement } from '../../src/pipeline/batch/batch.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { rightsCase } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { robot } from '../../src/notices/notices.tables.ts';
import { employer } from '../../src/registry/registry.tables.ts';
import { accountOf, rows, theBatch, thePerson } from '../support/town-rows.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';

let admin: Browser;
let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  admin = await signedIn('admin');
  zhou = await signedIn('coordinator');
});

/** The newest line of the audit page that tells of an act. */
async function lineOf(act: string): Promise<string> {
  const page = await admin.open('/audit');
  const lines = page.root.querySelectorAll('ol.history li').map(({ text }) => text);
  return lines.find((line) => line.includes(act)) ?? '';
}

async function somebodyAway() {
  return thePerson((await rows.first(placement, { followUp: 'away' })).workerId);
}

describe('the audit names whom', () => {
  it('a link was made for, and who opened theirs', async () => {
    const { id: subjectId, name } = await somebodyAway();
    const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId }));
    expect(await lineOf('生成链接')).toContain(name);
    const phone = aVisitor();
    await phone.submit(await phone.open(landing), landing);
    expect(await lineOf('打开链接')).toContain(name);
  });

  it('a case was opened for, also where the worker did it', async () => {
    const { id: subjectId, name } = await somebodyAway();
    const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId }));
    const phone = aVisitor();
    const page = await phone.submit(await phone.open(landing), landing);
    await phone.post(`${page.url}/answer`, { kind: 'no_contract' });
    const { id } = await rows.last(rightsCase, { kind: 'no_contract' });
    await zhou.submit(await zhou.open(`/cases/${id}`), `/cases/${id}`);
    expect(await lineOf('案件进展')).toContain(name);
  });

  it('an order is of, by its employer', async () => {
    const { orderId } = await theBatch(3);
    const { employerId } = await rows.first(jobOrder, { id: orderId });
    const { name } = await rows.first(employer, { id: employerId });
    await zhou.post('/links', { purpose: 'employer', subjectId: orderId });
    expect(await lineOf('生成链接')).toContain(name);
  });

  it('and says whether a robot was switched on or off, and which', async () => {
    const url = 'https://oapi.dingtalk.com/robot/send?access_token=abc';
    await admin.post('/settings/robots', { kind: 'dingtalk', name: '工作群', url });
    expect(await lineOf('机器人')).toContain('工作群');
    const { id } = await rows.first(robot);
    await admin.post(`/settings/robots/${id}/state`, { enabled: 'yes' });
    expect(await lineOf('启用机器人')).toContain('工作群');
    await admin.post(`/settings/robots/${id}/state`, {});
    expect(await lineOf('停用机器人')).toContain('工作群');
  });

  it('and tells of no suspension that never was: nobody can suspend themselves', async () => {
    const own = await accountOf('admin');
    const refused = await admin.post(`/settings/accounts/${own.id}/suspension`, { suspend: 'yes' });
    expect([refused.status, textOf(refused).includes('不能停用自己的账号')]).toEqual([409, true]);
    expect(await lineOf('停用账号')).toBe('');
  });
});
