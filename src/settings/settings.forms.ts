import { z } from 'zod';
import { choice, words } from '../http/forms.ts';
import { ROBOT_KINDS } from '../notices/robot.ts';

export const stationForm = z.object({ town: words(30), contact: words(60) });

export const robotForm = z.object({
  kind: choice(ROBOT_KINDS),
  name: words(30),
  url: words(400),
  secret: z.string().max(200, 'too_long').optional(),
});
