import type { Correctable } from '../../src/registry/correction.ts';
import type { Typed } from '../components/form.tsx';

/** What a worker asked by their own link to have put right. */
export type Asked = { id: string; field: Correctable; wanted: string };

export type WorkerFormProps = {
  typed: Typed;
  villages: { id: string; name: string }[];
  id: string | null;
  asked: Asked | null;
  formKey: string | undefined;
};
