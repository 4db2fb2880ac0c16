import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, textOf } from '../../scripts/story/browser.ts';
import { DAY, dayOf } from '../../src/clock.ts';
import { placement } from '../../src/pipeline/batch/batch.tables.ts';
import { custody } from '../../src/pipeline/documents/documents.tables.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { DEFAULT_FIGURES, figuresOf } from '../../src/settings/figures.ts';
import { holds } from '../support/rows.ts';
import { rows } from '../support/town-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';

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
    const { id: person } = await rows.first(placement, {
      active: true,
      exit: null,
      recruitment: 'selected',
      custody: holds('$[0]', null),
    });
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
    expect((await rows.first(custody, { placementId: person })).returnBy).toBe(
      dayOf(Date.now() + 3 * DAY),
    );
    const { id } = await rows.first(worker, { availability: 'home' });
    await rows.change(worker, { id }, { availabilityAt: Date.now() - 31 * DAY });
    expect(textOf(await zhou.open(`/workers/${id}`))).toContain('该再问了');
  });
});
