import { kinText } from '../../src/registry/person-fields.ts';
import type { PersonCopy } from '../../src/desk/person-copy.ts';
import { discreet, sentenceFor } from '../batch/history.tsx';
import { named, type Reader } from '../i18n/reader.ts';
import { saidOf } from './person-record.tsx';

/**
 * Everything that the station keeps of a person as plain text, a line each (PIPL art. 45). The ID
 * number only by its last four digits: a text in a phone's downloads is anybody's.
 */
export function personCopy(reader: Reader, copy: PersonCopy): string {
  const { t, day, time } = reader;
  const { person, village, certificates, consents, corrections, reveals, wishes, changes } = copy;
  const w = t.workers;
  const said = saidOf(reader, copy.villageName);
  const part = (title: string, all: string[]): string[] =>
    all.length === 0 ? [] : ['', title, ...all];
  const text = [
    `${t.ownData.title} · ${time(copy.at)}`,
    '',
    `${w.name}: ${person.name}`,
    `${w.idNumber}: **** ${person.idNumberLast4}`,
    `${w.bornOn}: ${day(person.bornOn)}`,
    `${w.phone}: ${person.phone}`,
    `${w.village}: ${village} ${person.groupName}`,
    `${w.trade}: ${t.codes.trade[person.trade]}`,
    `${w.availability}: ${t.codes.availability[person.availability]}`,
    `${w.kin}: ${kinText(person.kin)}`,
    `${w.field.remark}: ${person.remark}`,
    ...part(
      w.certificates,
      certificates.map((each) => certificateLine(reader, each)),
    ),
    ...part(
      t.wish.conditions,
      wishes.map((each) => wishLine(reader, each)),
    ),
    ...part(w.placements, historyLines(reader, copy)),
    ...part(
      w.changes,
      changes.map(
        ({ at, field, was, becomes }) =>
          `${time(at)} ${named(w.field, field)} ${said(field, was)} → ${said(field, becomes)}`,
      ),
    ),
    ...part(
      t.ownData.use,
      consents.map(({ at, given }) => `${time(at)} ${given ? w.consentGiven : w.consentWithdrawn}`),
    ),
    ...part(
      t.ownData.reveals,
      reveals.map(({ at, by, reason }) => `${time(at)} ${w.revealedBy(by || t.somebody, reason)}`),
    ),
    ...part(
      t.corrections.title,
      corrections.map(
        ({ at, field, wanted, state }) =>
          `${time(at)} ${t.ownData.field[field]}: ${wanted} (${t.ownData.state[state]})`,
      ),
    ),
  ];
  return `\uFEFF${text.join('\r\n')}\r\n`;
}

function certificateLine(
  { t, day }: Reader,
  { trade, level, issuer, expiresOn }: PersonCopy['certificates'][number],
): string {
  const until = expiresOn && t.workers.validUntil(day(expiresOn));
  return [t.codes.trade[trade], level, issuer, until].filter(Boolean).join(' ');
}

function wishLine(
  { t, day, time, money }: Reader,
  { at, availability, wish }: PersonCopy['wishes'][number],
): string {
  return [
    time(at),
    t.codes.availability[availability],
    wish?.from && day(wish.from),
    wish?.provinces.map((province) => t.codes.province[province]).join(t.nameComma),
    wish?.trades.map((trade) => t.codes.trade[trade]).join(t.nameComma),
    wish?.leastFen && `${t.wish.least} ${money(wish.leastFen)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function historyLines(reader: Reader, copy: PersonCopy): string[] {
  const { t, time } = reader;
  const codeOf = new Map(copy.batches.map(({ id, code }) => [id, code]));
  return copy.lines.flatMap((told) => {
    const line = copy.seesHealth ? told : discreet(told);
    const what = line && sentenceFor(reader, line, copy.person.name);
    if (!line || !what) return [];
    return [`${time(line.occurredAt)} ${t.batch.code(codeOf.get(line.batchId) ?? '')} ${what}`];
  });
}
