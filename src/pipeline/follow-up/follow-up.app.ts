import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { visitRoutes } from './visit.routes.tsx';
import { caseRoutes } from './case.routes.tsx';
import { visitListRoutes } from './visit-list.routes.tsx';

/** Visits and cases. */
export const followUpApp = new Hono<AppEnv>()
  .route('/', visitRoutes)
  .route('/', visitListRoutes)
  .route('/', caseRoutes);
