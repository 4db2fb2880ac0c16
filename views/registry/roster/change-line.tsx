import type { FieldChange } from '../../../src/registry/person-fields.ts';
import { named, useReader } from '../../i18n/reader.ts';

export function ChangeLine({
  change,
  villageName,
}: {
  change: FieldChange;
  villageName: Map<string, string>;
}) {
  const { t } = useReader();
  const { field, from, to } = change;
  const shown = (value: string): string => {
    if (value === '') return t.import.empty;
    if (field === 'villageId') return villageName.get(value) ?? value;
    if (field === 'trade') return named(t.codes.trade, value);
    return field === 'availability' ? named(t.codes.availability, value) : value;
  };
  return (
    <span class="change">
      {t.workers.field[field]} <del>{shown(from)}</del> → <ins>{shown(to)}</ins>
    </span>
  );
}
