/**
 * Prints the link by which the first administrator of a deployed station is made, and the
 * fingerprint of its key: `SECRET=… npm run set-up-link -- --url https://station.example`.
 */
import { parseArgs } from 'node:util';
import { fingerprintOf } from '../src/access/key-fingerprint.ts';
import { setUpToken } from '../src/access/set-up-link.ts';

const { values: args } = parseArgs({ options: { url: { type: 'string' } } });
const secret = (process.env['SECRET'] ?? '').trim();
if (secret === '' || !args.url || !URL.canParse(args.url)) {
  console.error('usage: SECRET=… npm run set-up-link -- --url https://station.example');
  process.exit(2);
}
console.log(new URL(`/set-up/${await setUpToken(secret)}`, args.url).href);
console.log(`key fingerprint: ${await fingerprintOf(secret)}`);
