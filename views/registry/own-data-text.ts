import type { OwnData } from '../../src/registry/own-data.ts';
import { kinText } from '../../src/registry/person-fields.ts';
import type { Reader } from '../i18n/reader.ts';

/** What the station keeps of a worker as plain text, a line each. */
export const ownDataText = ({ t, day, time, money }: Reader, own: OwnData): string => {
  const { person, village, certificates, consents, corrections, reveals } = own;
  const w = t.workers;
  const least = person.wish?.leastFen ?? null;
  const lines: (string | false | null)[] = [
    `${t.ownData.title} · ${time(person.createdAt)}`,
    '',
    `${w.name}: ${person.name}`,
    `${w.idNumber}: **** ${person.idNumberLast4}`,
    `${w.bornOn}: ${day(person.bornOn)}`,
    `${w.phone}: ${person.phone}`,
    `${w.village}: ${village} ${person.groupName}`,
    `${w.trade}: ${t.codes.trade[person.trade]}`,
    `${w.availability}: ${t.codes.availability[person.availability]}`,
    least !== null && `${t.wish.least}: ${money(least)}`,
    `${w.kin}: ${kinText(person.kin)}`,
    person.remark !== '' && `${w.field.remark}: ${person.remark}`,
    ...certificates.map(
      (held) => `${w.certificates}: ${t.codes.trade[held.trade]} ${held.level} ${held.expiresOn ?? ''}`,
    ),
    '',
    t.ownData.use,
    ...consents.map(({ at, given }) => `${time(at)} ${given ? w.consentGiven : w.consentWithdrawn}`),
    '',
    t.ownData.reveals,
    ...reveals.map(({ at, by, reason }) => `${time(at)} ${w.revealedBy(by || t.somebody, reason)}`),
    '',
    ...corrections.map(
      ({ at, field, wanted, state }) => `${time(at)} ${t.ownData.field[field]}: ${wanted} (${t.ownData.state[state]})`,
    ),
  ];
  return `\uFEFF${lines.filter((line) => line !== false && line !== null).join('\r\n')}\r\n`;
};
