type Arrival = {
  uid: string;
  at: number;
  now: number;
  summary: string;
  location: string;
  description: string;
};

/** An instant as `YYYYMMDDTHHMMSSZ`. */
function utc(instant: number): string {
  return new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');
}

const LINE_BYTES = 75;
const HALF_HOUR = 30 * 60_000;

/**
 * One content line in pieces of at most 75 bytes, none of which cuts a character (RFC 5545, 3.1).
 */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let [done, width] = ['', 0];
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (width + size > LINE_BYTES) {
      done += '\r\n ';
      width = 1;
    }
    done += sign;
    width += size;
  }
  return done;
}

/** The arrival of a batch as a calendar file (RFC 5545) that phones and desk calendars open. */
export function arrivalCalendar({ uid, at, now, summary, location, description }: Arrival): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Songxing//Arrival//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(at)}`,
    `DTEND:${utc(at + HALF_HOUR)}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(location)}`,
    `DESCRIPTION:${escaped(description)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
