import type { Person } from './person-view.ts';

export type WorkerPageProps = {
  person: Person;
  idNumber?: string;
  mayWrite: boolean;
  mayReveal: boolean;
  mayErase: boolean;
};
