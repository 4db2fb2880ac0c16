import { cardText } from '../../src/pipeline/travel/roll-call/card-text.ts';
import { Card } from '../components/parts.tsx';
import { Qr } from '../components/qr.tsx';
import { useReader } from '../i18n/reader.ts';

/** A worker's own card on their own phone: the same square and digits as on the paper one. */
export function OwnCard({ code }: { code: string | null }) {
  const { t } = useReader();
  if (code === null) return null;
  return (
    <Card title={t.sheets.mine}>
      <div class="own-card">
        <Qr text={cardText(code)} label={code} mm={34} />
        <div>
          <p class="count code">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
          <p class="sub">{t.sheets.mineWhy}</p>
        </div>
      </div>
    </Card>
  );
}
