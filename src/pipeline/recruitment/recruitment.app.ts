import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { recruitmentRoutes } from './recruitment.routes.tsx';
import { selectionRoutes } from './selection.routes.tsx';
import { reserveRoutes } from './reserve.routes.tsx';
import { forwardingRoutes } from './forwarding.routes.tsx';
import { consentRoutes } from './consent.routes.tsx';
import { tellingRoutes } from './telling.routes.tsx';
import { workerLinkRoutes } from './worker-link.routes.tsx';
import { workerAnswerRoutes } from './worker-answer.routes.tsx';

/** Who goes: proposals, offers, consents, the reserve. */
export const recruitmentApp = new Hono<AppEnv>()
  .route('/', recruitmentRoutes)
  .route('/', selectionRoutes)
  .route('/', reserveRoutes)
  .route('/', forwardingRoutes)
  .route('/', consentRoutes)
  .route('/', tellingRoutes)
  .route('/', workerLinkRoutes)
  .route('/', workerAnswerRoutes);
