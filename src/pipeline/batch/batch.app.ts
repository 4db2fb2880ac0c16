import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { batchRoutes } from './batch.routes.tsx';

/** The batch itself. */
export const batchApp = new Hono<AppEnv>().route('/', batchRoutes);
