import { z } from 'zod';
import { plainText } from '../text/plain-text.ts';
import { ROBOT_KINDS } from '../notices/robot.ts';
import { FIGURE_NAMES, type FigureName, FIGURES } from './figures.ts';
import { choice, maybe, wholeNumber, words } from '../http/fields.ts';

export const stationForm = z.object({ town: words(30), contact: words(60) });

/** Every figure, a whole number within its bounds. */
export const figuresForm = z
  .object(
    Object.fromEntries(
      FIGURE_NAMES.map((name) => [name, wholeNumber(FIGURES[name].least, FIGURES[name].most)]),
    ) as Record<FigureName, ReturnType<typeof wholeNumber>>,
  )
  .superRefine((figures, ctx) => {
    const late = (path: FigureName) =>
      ctx.addIssue({ code: 'custom', path: [path], message: 'figure_order' });
    if (figures.secondReminder <= figures.firstReminder) late('secondReminder');
    if (figures.orderExpires * 24 <= figures.secondReminder) late('orderExpires');
  });

export const robotForm = z.object({
  kind: choice(ROBOT_KINDS),
  name: words(30),
  url: words(400),
  /** As it was copied from the vendor's page, without what came along unseen. */
  secret: maybe(z.string().transform(plainText).pipe(z.string().max(200, 'too_long'))),
});
