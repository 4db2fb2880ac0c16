import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { healthRoutes } from './health.routes.tsx';
import { examDayRoutes } from './exam-day.routes.tsx';
import { clinicLinkRoutes } from './clinic-link.routes.tsx';
import { ownFitnessRoutes } from './own-fitness.routes.tsx';

/** Examinations, and the clinic’s own page. */
export const healthApp = new Hono<AppEnv>()
  .route('/', healthRoutes)
  .route('/', examDayRoutes)
  .route('/', clinicLinkRoutes)
  .route('/', ownFitnessRoutes);
