import { paths } from '../../src/paths.ts';
import { Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Action } from '../components/action.tsx';

type AlwaysProps = { link: string; p: Placement | null; wasAsked: boolean; askedAt: number | null };

/** To be called, and what the station keeps of them: always there, whatever else is. */
export function Always({ link, p, wasAsked, askedAt }: AlwaysProps) {
  const { t, time } = useReader();
  const w = t.workerLink;
  return (
    <>
      <div id="asked">
        {(wasAsked || askedAt !== null) && (
          <Notice>{askedAt === null ? w.asked : w.askedAt(time(askedAt))}</Notice>
        )}
      </div>
      {p && !wasAsked && <Action to={paths.workerQuestion(link)} label={w.question} wide />}
      <div class="row">
        <a class="btn" href={paths.workerWish(link)}>
          {w.myWish}
        </a>
        <a class="btn" href={paths.workerData(link)}>
          {w.myData}
        </a>
      </div>
    </>
  );
}
