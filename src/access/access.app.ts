import { Hono } from 'hono';
import type { AppEnv } from '../http/app-context.ts';
import { signInRoutes } from './sign-in.routes.tsx';
import { auditRoutes } from './audit.routes.tsx';
import { setUpRoutes } from './set-up.routes.tsx';

/** Signing in, and the audit. */
export const accessApp = new Hono<AppEnv>()
  .route('/', signInRoutes)
  .route('/', setUpRoutes)
  .route('/', auditRoutes);
