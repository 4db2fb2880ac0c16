import type { Role } from '../../src/access/permissions.ts';
import type { Typed } from '../components/form.tsx';

export type AccountLine = {
  id: string;
  name: string;
  phone: string;
  role: Role;
  suspendedAt: number | null;
};

export type AccountsProps = {
  accounts: AccountLine[];
  villages: { id: string; name: string }[];
  typed: Typed;
};
