import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's second scrypt setting: about 155 ms on the machines we measured, 16 MiB of memory. */
const COST = { N: 16384, r: 8, p: 5, maxmem: 64 * 1024 * 1024 };

const stretch = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** `scrypt$salt$key`, both in base64. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64')}$${(await stretch(password, salt)).toString('base64')}`;
};

/** Whether a password is the one that was hashed. Takes as long for a missing account (`stored` null) as for a wrong password. */
export const checkPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const [, salt = '', key = ''] = (stored ?? `scrypt$${'A'.repeat(22)}==$${'A'.repeat(43)}=`).split('$');
  const stretched = await stretch(password, Buffer.from(salt, 'base64'));
  const expected = Buffer.from(key, 'base64');
  return stored !== null && expected.length === stretched.length && timingSafeEqual(stretched, expected);
};

/** At least eight characters and not the phone number: length is what helps, rules about symbols are not. */
export const passwordError = (password: string, phone: string): 'password_short' | 'password_is_phone' | null =>
  [...password].length < 8 ? 'password_short' : password === phone ? 'password_is_phone' : null;
