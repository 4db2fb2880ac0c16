import { monotonicFactory } from 'ulid';

/** A new row id: sortable by time, unique without asking the database, and no secret. */
export const newId: (at?: number) => string = monotonicFactory();

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Client-made keys and ids in addresses must look like a ULID before they reach the database. */
export const looksLikeId = (text: string): boolean => ULID.test(text);
