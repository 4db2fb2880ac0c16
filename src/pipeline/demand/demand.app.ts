import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { orderRoutes } from './order.routes.tsx';
import { confirmationRoutes } from './confirmation.routes.tsx';
import { redirectionRoutes } from './redirection.routes.tsx';
import { employerLinkRoutes } from './employer-link.routes.tsx';

/** Orders, and what an employer says to them. */
export const demandApp = new Hono<AppEnv>()
  .route('/', orderRoutes)
  .route('/', confirmationRoutes)
  .route('/', redirectionRoutes)
  .route('/', employerLinkRoutes);
