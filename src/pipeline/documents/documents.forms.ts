import { z } from 'zod';
import { choice, idList, optionalDay } from '../../http/forms.ts';
import { HOLDERS, PAPER_KINDS, PAPER_STATES, REJECT_REASONS } from './paper.ts';

export const paperForm = z.object({
  kind: choice(PAPER_KINDS),
  state: choice(PAPER_STATES),
  reason: z
    .union([z.literal(''), choice(REJECT_REASONS)])
    .optional()
    .transform((value) => value || null),
  expiresOn: optionalDay(),
});

export const paperRoundForm = z.object({ kind: choice(PAPER_KINDS), people: idList().optional() });
export const requirementsForm = z.object({
  kinds: z
    .string({ error: 'required' })
    .transform((text) => text.split(','))
    .pipe(z.array(choice(PAPER_KINDS)).min(1, 'required')),
});
export const custodyForm = z.object({ kind: choice(PAPER_KINDS), holder: choice(HOLDERS) });
