import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import { Camera } from './paper-camera.tsx';
import { PaperLine } from './paper-line.tsx';
import { Lend } from './lend.tsx';
import { MoreSteps } from './more-steps.tsx';
import type { PersonPapersProps } from './person-papers-view.ts';

/**
 * A person's papers: each with its state and next tap; photos; originals lent; sending back with a
 * reason.
 */
export function PersonPapers({ s, p, photos }: PersonPapersProps) {
  const { t, day } = useReader();
  const w = t.documents;
  return (
    <Card title={t.codes.stage.documents}>
      <ul class="people">
        {s.requirements.map((kind) => (
          <PaperLine s={s} p={p} kind={kind} label={t.codes.paper[kind]} />
        ))}
      </ul>
      {p.lentElsewhere.map((kind) => (
        <p class="late">{w.lentElsewhere(t.codes.paper[kind])}</p>
      ))}
      {p.custody.map((loan) => (
        <div class="line">
          <span>
            {w.lentTo(
              t.codes.paper[loan.kind],
              [t.codes.holder[loan.holder], loan.keeper].filter(Boolean).join(' '),
            )}
            <span class="sub"> {t.dueBy(day(loan.returnBy))}</span>{' '}
            <a href={paths.custodyReceipt(p.id, loan.id)}>{t.receipt.title}</a>
          </span>
          <Action to={paths.custodyReturn(p.id, loan.id)} label={w.returned} look="primary" />
        </div>
      ))}
      {p.exit === null && <Camera s={s} p={p} photos={photos} />}
      <MoreSteps p={p} s={s} />
      <Lend s={s} p={p} />
    </Card>
  );
}
