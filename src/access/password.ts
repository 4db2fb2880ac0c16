import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's second scrypt setting: about 155 ms on the machines we measured, 16 MiB of memory. */
const COST = { N: 16384, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };

function stretch(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** `scrypt$salt$key`, both in base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64')}$${(await stretch(password, salt)).toString('base64')}`;
}

/**
 * Whether a password is the one that was hashed. Takes as long for a missing account (`stored`
 * null) as for a wrong password.
 */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt = '', key = ''] = (stored ?? `scrypt$${'A'.repeat(22)}==$${'A'.repeat(43)}=`).split(
    '$',
  );
  const stretched = await stretch(password, Buffer.from(salt, 'base64'));
  const expected = Buffer.from(key, 'base64');
  return (
    stored !== null && expected.length === stretched.length && timingSafeEqual(stretched, expected)
  );
}

export type PasswordError = 'password_short' | 'password_is_phone' | 'password_weak';

/** Whether it runs up or down the keyboard, or says one thing over and over. */
function isPlain(password: string): boolean {
  const text = password.toLowerCase();
  const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
  const runs = rows.flatMap((row) => [row, [...row].toReversed().join('')]);
  if (/^(.{1,4})\1+$/.test(text)) return true;
  return runs.some((row) => row.repeat(2).includes(text));
}

/** Passwords that are tried first, here and everywhere. */
const COMMON = new Set(
  [
    '12345678a a12345678 password passw0rd password1 qwer1234 1qaz2wsx 1q2w3e4r abc12345',
    'abcd1234 woaini1314 5201314520 admin123 admin888 88888888a iloveyou 147258369 123qweasd',
    'zxcvbnm123 q1w2e3r4 11223344 asd123456',
  ].flatMap((line) => line.split(' ')),
);

/**
 * At least eight characters, not the phone number or its end, and none that is tried first: length
 * is what helps, rules about symbols are not (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordError(password: string, phone: string): PasswordError | null {
  if ([...password].length < 8) return 'password_short';
  if (phone !== '' && (phone.endsWith(password) || password.includes(phone)))
    return 'password_is_phone';
  return isPlain(password) || COMMON.has(password.toLowerCase()) ? 'password_weak' : null;
}
