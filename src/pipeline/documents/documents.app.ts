import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { documentsRoutes } from './documents.routes.tsx';
import { custodyRoutes } from './custody.routes.tsx';
import { contractRoutes } from './contract.routes.tsx';
import { photoRoutes } from './photo.routes.tsx';
import { lackingRoutes } from './lacking.routes.tsx';
import { ownPapersRoutes } from './own-papers.routes.tsx';

/** Papers, contracts, originals and photos. */
export const documentsApp = new Hono<AppEnv>()
  .route('/', documentsRoutes)
  .route('/', custodyRoutes)
  .route('/', contractRoutes)
  .route('/', photoRoutes)
  .route('/', lackingRoutes)
  .route('/', ownPapersRoutes);
