import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { ledgerRoutes } from './ledger.routes.tsx';

/** The books of a batch. */
export const ledgerApp = new Hono<AppEnv>().route('/', ledgerRoutes);
