import type { OwnData } from '../../src/registry/own-data.ts';
import type { Typed } from '../components/form.tsx';

export type OwnDataProps = OwnData & { link: string; typed: Typed; wasSent: boolean };
