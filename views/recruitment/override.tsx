import type { Match } from '../../src/pipeline/recruitment/matching.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { MatchTags } from './match-tags.tsx';

type Props = {
  batchId: string;
  doubtful: {
    person: { id: string; name: string; villageId: string };
    match: Match;
    companions: string[];
  }[];
  /** Everybody who was chosen, the others too. */
  all: string[];
  villages: { id: string; name: string }[];
  formKey: string;
};

/**
 * Against whom of the chosen something speaks, and the word with which they are put on the list all
 * the same.
 */
export function OverrideBody({ batchId, doubtful, all, villages, formKey }: Props) {
  const { t } = useReader();
  const village = new Map(villages.map((v) => [v.id, v.name]));
  const w = t.recruitment;
  return (
    <form method="post" action={paths.placements(batchId)} class="stack">
      <Card title={w.override}>
        <p>{w.overrideWhy}</p>
        <ul class="people">
          {doubtful.map(({ person, match, companions }) => (
            <li>
              <span class="name">{person.name}</span>
              <span class="tags">
                <Tag>{village.get(person.villageId)}</Tag>
                <MatchTags match={match} companions={companions} />
              </span>
            </li>
          ))}
        </ul>
        <FormKey value={formKey} />
        {all.map((id) => (
          <input type="hidden" name="people" value={id} />
        ))}
        <Field name="word" label={w.overrideWord} hint={w.overrideHint} />
        <button class="btn primary wide">{w.overrideAdd(all.length)}</button>
      </Card>
    </form>
  );
}
