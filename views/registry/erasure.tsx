import { paths } from '../../src/paths.ts';
import type { Erasure, ErasureError } from '../../src/registry/retention.ts';
import { Field, Form } from '../components/form.tsx';
import { Card, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

type Props = { id: string; name: string; erasure: Erasure | { error: ErasureError } };

/**
 * What goes, what stays and why; or what is still under way. It cannot be undone, so a reason is
 * asked for.
 */
export function ErasureBody({ id, name, erasure }: Props) {
  const { t, day } = useReader();
  const w = t.erasure;
  if ('error' in erasure)
    return (
      <Card title={w.title}>
        <Notice look="wait">{t.errors[erasure.error]}</Notice>
      </Card>
    );
  return (
    <Form to={paths.erasure(id)} class="card">
      <h1>{w.of(name)}</h1>
      <p>{w.goes}</p>
      <p>{erasure.whole ? w.whole : w.kept(day(erasure.nameUntil))}</p>
      <Field name="reason" label={t.batch.reason} />
      <button class="btn primary wide">{w.button}</button>
    </Form>
  );
}
