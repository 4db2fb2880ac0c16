import type { Child } from 'hono/jsx';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { lean } from '../../../src/pipeline/travel/roll-call/lean-roster.ts';
import { ASSETS } from '../../asset-names.ts';
import { useReader } from '../../i18n/reader.ts';
import { rollWords } from './roll-words.ts';
import { REASONS } from './reasons.ts';

/**
 * Everything the escort's phone needs, so that one visit with a signal is enough. The page's script
 * draws the roll call from it; without script the server's own, inside, works as ever.
 */
export function PhoneRollFrame({
  link,
  roster,
  children,
}: {
  link: string;
  roster: PhoneRoster | null;
  children?: Child;
}) {
  const { t, now } = useReader();
  // What only the station's own page of the roll call says stays there: every byte comes over a
  // thin line.
  const { title: _t, appName: _a, foundAtPost: _f, nobodyYet: _n, ...said } = rollWords(t);
  const words = {
    ...said,
    errors: Object.fromEntries(REASONS.map((code) => [code, t.errors[code]])),
    reasons: t.codes.rejection,
    incidents: t.codes.incident,
    comma: t.nameComma,
  };
  return (
    <>
      <Taken id="roll-words" value={words} />
      <Taken id="roll-roster" value={roster && lean(roster)} />
      <div
        id="roll"
        data-link={link}
        data-time={now}
        data-square={ASSETS.square}
        data-scanner={ASSETS.scanner}
        data-wasm={ASSETS.scannerWasm}
      >
        {children}
      </div>
    </>
  );
}

/** What the page's script takes along: a block of data, which no browser runs. */
function Taken({ id, value }: { id: string; value: unknown }) {
  // No text of it can end the block.
  const html = JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
  return <script id={id} type="application/json" dangerouslySetInnerHTML={{ __html: html }} />;
}
