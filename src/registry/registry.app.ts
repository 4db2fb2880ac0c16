import { Hono } from 'hono';
import type { AppEnv } from '../http/app-context.ts';
import { importRoutes } from './roster/import.routes.tsx';
import { refusedRoutes } from './roster/refused.routes.tsx';
import { answersRoutes } from './roster/answers.routes.tsx';
import { peopleListRoutes } from './people-list.routes.tsx';
import { wishRoutes } from './wish.routes.tsx';
import { correctionRoutes } from './correction.routes.tsx';
import { workerFormRoutes } from './worker-form.routes.tsx';
import { peopleExportRoutes } from './people-export.routes.tsx';
import { importUploadRoutes } from './roster/import-upload.routes.tsx';
import { workerEditRoutes } from './worker-edit.routes.tsx';

/** Who and what exists: people, lists that come in, wishes, corrections. */
export const registryApp = new Hono<AppEnv>()
  .route('/', importRoutes)
  .route('/', importUploadRoutes)
  .route('/', refusedRoutes)
  .route('/', answersRoutes)
  .route('/', peopleListRoutes)
  .route('/', peopleExportRoutes)
  .route('/', wishRoutes)
  .route('/', correctionRoutes)
  .route('/', workerFormRoutes)
  .route('/', workerEditRoutes);
