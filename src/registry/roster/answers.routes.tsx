import { Hono } from 'hono';
import { z } from 'zod';
import { record } from '../../access/audit.queries.ts';
import { actor, may } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { type FormValues, readForm } from '../../http/forms.ts';
import { done, problem } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { AVAILABILITY } from '../worker.ts';
import { advanceBy } from './advance.queries.ts';
import type { Answers, WishMeaning } from './answers.ts';
import { loadImport, movedOn } from './own-import.requests.ts';
import { answerDoubts, NAMEABLE } from './read-anew.queries.ts';
import { openAnswers } from './sealed.cipher.ts';
import { isYesOrNo, wishKey } from './wish-word.ts';

export const answersRoutes = new Hono<AppEnv>();

const MEANINGS: readonly WishMeaning[] = [...AVAILABILITY, 'unsaid'];
/** Words that a form may ask about, and their length. */
const WORDS = 12;
const LONGEST = 20;

/**
 * The words of wishes that a form asked about, each with what was chosen; null where nothing was.
 */
function meaningsIn(values: FormValues): [word: string, meaning: WishMeaning | null][] {
  return Array.from({ length: WORDS }, (_, i): [string, WishMeaning | null] => [
    wishKey(values[`word-${i}`] ?? '').slice(0, LONGEST),
    MEANINGS.find((each) => each === values[`wish-${i}`]) ?? null,
  ]).filter(([word]) => word !== '');
}

/** What a form says of a file's doubts, on top of what was said before. */
function answersIn(values: FormValues, before: Answers): Answers {
  const { hidden, names, wishes = {} } = before;
  const said = meaningsIn(values).flatMap(([word, meaning]) =>
    meaning === null ? [] : [[word, meaning] as const],
  );
  const kept = values['wishes'] === 'anew' ? {} : wishes;
  const isHiddenIn = values['hidden'] === undefined ? hidden === 'in' : values['hidden'] === 'in';
  const onNames = (['in', 'out'] as const).find((each) => each === values['names']) ?? names;
  return {
    ...(isHiddenIn ? { hidden: 'in' } : {}),
    ...(onNames ? { names: onNames } : {}),
    wishes: { ...kept, ...Object.fromEntries(said) },
  };
}

/**
 * Says what becomes of hidden rows and odd names, and what words of wishes mean; the rows are
 * compared anew by it.
 */
answersRoutes.post('/workers/imports/:id/answers', may('worker.import'), async (c) => {
  const form = await readForm(c, z.record(z.string(), z.string()));
  const { imported } = await loadImport(c);
  const { db, now } = c.var;
  const { id } = imported;
  if (!NAMEABLE.includes(imported.state) || imported.state === 'naming')
    return movedOn(c, form.key, id);
  if (meaningsIn(form.values).some(([word, meaning]) => isYesOrNo(word) && meaning === null))
    return problem(c, 'wish_meaning', paths.import(id), 422);
  const answers = answersIn(form.values, await openAnswers(c.env.SECRET, imported.answersCipher));
  const writes = await answerDoubts(db, c.env.SECRET, imported, answers, now);
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'worker.import_answers',
    subject: id,
  };
  await record(db, line, writes);
  await advanceBy(db, c.env.SECRET, id, now, 1);
  return done(c, paths.import(id));
});
