import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

type Props = {
  id: string;
  kind: PaperKind;
  at: number;
  deleteOn: string;
  width: number;
  height: number;
};

/** One photo of a paper, with the name of who looks across it. */
export function PhotoBody({ id, kind, at, deleteOn, width, height }: Props) {
  const { t, time, day } = useReader();
  const w = t.photos;
  return (
    <Card>
      <img
        class="photo"
        src={paths.photoImage(id)}
        alt={t.codes.paper[kind]}
        width={width}
        height={height}
      />
      <p class="sub">{w.taken(time(at), day(deleteOn))}</p>
      <p class="hint">{w.watermark}</p>
      <details>
        <summary>{w.remove}</summary>
        <p>{w.removeWhy}</p>
        <Action to={paths.photoRemoval(id)} label={w.remove} wide />
      </details>
    </Card>
  );
}
