import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { takingBackRoutes } from './taking-back.routes.ts';

/** Acts of any slice, taken back. */
export const takingBackApp = new Hono<AppEnv>().route('/', takingBackRoutes);
