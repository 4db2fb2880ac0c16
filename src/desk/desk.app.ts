import { Hono } from 'hono';
import type { AppEnv } from '../http/app-context.ts';
import { todayRoutes } from './today.routes.tsx';
import { batchListRoutes } from './batch-list.routes.tsx';
import { placementRoutes } from './placement.routes.tsx';
import { likenessRoutes } from './likeness.routes.tsx';
import { erasureRoutes } from './erasure.routes.tsx';
import { ownDataRoutes } from './own-data.routes.tsx';
import { workerRoutes } from './worker.routes.tsx';
import { employerRoutes } from './employer.routes.tsx';
import { settingsRoutes } from './settings.routes.tsx';
import { linkRoutes } from './link.routes.tsx';
import { robotRoutes } from './robots.routes.tsx';
import { placeRoutes } from './places.routes.tsx';
import { revealRoutes } from './reveal.routes.tsx';

/** Pages that compose several rooms. */
export const deskApp = new Hono<AppEnv>()
  .route('/', todayRoutes)
  .route('/', batchListRoutes)
  .route('/', placementRoutes)
  .route('/', likenessRoutes)
  .route('/', erasureRoutes)
  .route('/', ownDataRoutes)
  .route('/', workerRoutes)
  .route('/', revealRoutes)
  .route('/', employerRoutes)
  .route('/', settingsRoutes)
  .route('/', placeRoutes)
  .route('/', robotRoutes)
  .route('/', linkRoutes);
