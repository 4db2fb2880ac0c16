/** Every paper is seen; meanwhile an ID card is lent, and comes back. */
import { linksTo, type Page } from '../browser.ts';
import type { Telling } from '../telling.ts';

/** Ends with the batch ready to travel. */
export async function documents(story: Telling): Promise<void> {
  const { office } = story;
  const page = await story.page('/documents');
  const kinds = linksTo(page, /\?paper=/).map((href) => href.split('paper=')[1] ?? '');
  const [someone = ''] = await story.placements('all');
  story.expect(
    await story.event('loan', async () =>
      office.submit(await office.open(someone), /\/custody$/, {
        kind: 'id_card',
        keeper: '马建国',
      }),
    ),
    'loan',
  );
  for (const kind of kinds) {
    const round = () => seenOfAll(story, kind);
    story.expect(
      kind === kinds[0] ? await story.event('papers', round) : await round(),
      `papers ${kind}`,
    );
  }
  story.expect(await office.submit(await office.open(someone), /\/return$/), 'return');
  await story.stage('护送');
  story.tell(`办证 ${kinds.length} 种证件办齐，1 件借出并归还`);
}

async function seenOfAll(story: Telling, kind: string): Promise<Page> {
  const button = kind === 'contract' ? '按同意的条件签了合同' : '都已核';
  const page = await story.page(`/documents?paper=${kind}`);
  return story.office.submit(page, /\/papers$/, { kind, '#button': button });
}
