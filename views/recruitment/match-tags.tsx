import type { Match } from '../../src/pipeline/recruitment/matching.ts';
import { Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

/** What speaks for a person and what against, in words and as plainly the one as the other. */
export function MatchTags({ match, companions }: { match: Match; companions: string[] }) {
  const { t } = useReader();
  return (
    <>
      {match.reasons.map((reason) => (
        <Tag look="ok">
          {reason === 'with_companion'
            ? t.recruitment.with(companions.join(t.nameComma))
            : t.codes.matchReason[reason]}
        </Tag>
      ))}
      {match.doubts.map((doubt) => (
        <Tag look="wait">{t.codes.doubt[doubt]}</Tag>
      ))}
      {match.obstacles.map((obstacle) => (
        <Tag look="bad">{t.errors[obstacle]}</Tag>
      ))}
    </>
  );
}
