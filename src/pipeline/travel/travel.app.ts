import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { travelRoutes } from './travel.routes.tsx';
import { planRoutes } from './plan/plan.routes.tsx';
import { happeningRoutes } from './happenings.routes.tsx';
import { seatsRoutes } from './plan/seats.routes.tsx';
import { sheetsRoutes } from './sheets.routes.tsx';
import { rosterFileRoutes } from './roster-file.routes.tsx';
import { rollCallRoutes } from './roll-call/roll-call.routes.tsx';
import { escortLinkRoutes } from './roll-call/escort-link.routes.tsx';
import { entriesRoutes } from './roll-call/entries.routes.tsx';
import { takeoverRoutes } from './roll-call/takeover.routes.tsx';
import { handoverRoutes } from './handover/handover.routes.tsx';
import { journeyReportRoutes } from './journey-report.routes.tsx';
import { escortRoutes } from './escorts.routes.tsx';

/** The way: plan, seats, roll call, handover. */
export const travelApp = new Hono<AppEnv>()
  .route('/', travelRoutes)
  .route('/', escortRoutes)
  .route('/', planRoutes)
  .route('/', happeningRoutes)
  .route('/', seatsRoutes)
  .route('/', sheetsRoutes)
  .route('/', rosterFileRoutes)
  .route('/', rollCallRoutes)
  .route('/', escortLinkRoutes)
  .route('/', entriesRoutes)
  .route('/', takeoverRoutes)
  .route('/', handoverRoutes)
  .route('/', journeyReportRoutes);
