import type { Todo } from '../../src/pipeline/todo.ts';
import type { Reader } from '../i18n/reader.ts';

/** Whom a step is about: the person, or how many share it where its sentence does not say so. */
export function whoseStep({ kind, name, count }: Todo, t: Reader['t']): string {
  const { text } = t.todo[kind];
  return name === '' && count > 1 && text(count) === text(1) ? t.people(count) : name;
}
