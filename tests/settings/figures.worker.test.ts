import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, textOf } from '../../scripts/story/browser.ts';
import { DAY, dayOf } from '../../src/clock.ts';
import { DEFAULT_FIGURES, figuresOf } from '../../src/settings/figures.ts';
import { firstValue, seedTown, signedIn } from '../support/town.ts';

let admin: Browser;
function typed(own: Record<string, string>): Record<string, string> {
  return {
    ...Object.fromEntries(
      Object.entries(DEFAULT_FIGURES).map(([name, value]) => [name, String(value)]),
    ),
    ...own,
  };
}

beforeAll(async () => {
  await seedTown();
  admin = await signedIn('admin');
});

describe('the hours and days that the station decides on', () => {
  it('are kept within their bounds, with what was typed', async () => {
    const page = await admin.open('/settings');
    const refused = await admin.submit(page, '/settings/figures', typed({ paperBack: '400' }));
    expect([
      refused.status,
      refused.root.querySelector('#paperBack')?.getAttribute('value'),
    ]).toEqual([422, '400']);
    const upsideDown = await admin.submit(
      page,
      '/settings/figures',
      typed({ firstReminder: '72', secondReminder: '24' }),
    );
    expect([upsideDown.status, textOf(upsideDown).includes('要比前一次提醒晚')]).toEqual([
      422,
      true,
    ]);
    expect(figuresOf({ paperBack: 400, medicalHolds: '60' })).toEqual(DEFAULT_FIGURES);
    const coordinator = await signedIn('coordinator');
    expect((await coordinator.post('/settings/figures', typed({}))).status).toBe(403);
  });

  it('hold from the next step on', async () => {
    const zhou = await signedIn('coordinator');
    const person = await firstValue(
      "select id as value from placement where active = 1 and exit is null and recruitment = 'selected' and custody = '[]' limit 1",
    );
    // Seen before the change, so that a batch that was remembered is asked anew.
    await zhou.open(`/placements/${person}`);
    await admin.submit(
      await admin.open('/settings'),
      '/settings/figures',
      typed({ paperBack: '3', wishHolds: '30' }),
    );
    await zhou.submit(await zhou.open(`/placements/${person}`), /custody$/, {
      kind: 'id_card',
      holder: 'station',
      keeper: '马建国',
    });
    expect(
      await firstValue('select return_by as value from custody where placement_id = ?', person),
    ).toBe(dayOf(Date.now() + 3 * DAY));
    const worker = await firstValue(
      "select id as value from worker where availability = 'home' limit 1",
    );
    await env.DB.prepare('update worker set availability_at = ? where id = ?')
      .bind(Date.now() - 31 * DAY, worker)
      .run();
    expect(textOf(await zhou.open(`/workers/${worker}`))).toContain('该再问了');
  });
});
