import { type MatchCandidate, match, type Match, type MatchPost } from './matching.ts';

export type Ranked<P extends MatchCandidate> = { person: P; match: Match; companions: string[] };

/**
 * Who of the candidates wants to travel with whom: each person's group, named by its first member.
 */
function groupsOf(people: MatchCandidate[]): Map<string, string> {
  const here = new Set(people.map(({ id }) => id));
  const leader = new Map(people.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    const above = leader.get(id) ?? id;
    return above === id ? id : find(above);
  };
  for (const { id, wish } of people)
    for (const companion of wish?.companions ?? [])
      if (here.has(companion)) leader.set(find(companion), find(id));
  return new Map(people.map(({ id }) => [id, find(id)]));
}

/**
 * Candidates in the order in which they are proposed: those whom no law stops first, the best
 * first, and people who want to travel together next to one another, where the best of them stands.
 * @param listed ids of the workers who are on the batch's list already
 */
export function rank<P extends MatchCandidate>(
  people: P[],
  post: MatchPost,
  now: number,
  listed: ReadonlySet<string>,
): Ranked<P>[] {
  const here = new Set(people.map(({ id }) => id));
  const isNear = (id: string): boolean => here.has(id) || listed.has(id);
  const wantedBy = new Map<string, string[]>();
  for (const { id, wish } of people)
    for (const other of wish?.companions ?? [])
      wantedBy.set(other, [...(wantedBy.get(other) ?? []), id]);
  const group = groupsOf(people);
  const ranked = people.map((person): Ranked<P> => {
    const companions = [
      ...new Set([...(person.wish?.companions ?? []), ...(wantedBy.get(person.id) ?? [])]),
    ];
    const near = companions.filter(isNear);
    return { person, match: match(person, post, now, near.length > 0), companions: near };
  });
  const best = new Map<string, number>();
  for (const { person, match: found } of ranked) {
    const of = group.get(person.id) ?? person.id;
    const score = found.obstacles.length > 0 ? Number.NEGATIVE_INFINITY : found.score;
    best.set(of, Math.max(best.get(of) ?? Number.NEGATIVE_INFINITY, score));
  }
  const standing = (each: Ranked<P>): number => best.get(group.get(each.person.id) ?? '') ?? 0;
  return ranked.sort(
    (a, b) =>
      Number(a.match.obstacles.length > 0) - Number(b.match.obstacles.length > 0) ||
      standing(b) - standing(a) ||
      (group.get(a.person.id) ?? '').localeCompare(group.get(b.person.id) ?? '') ||
      b.match.score - a.match.score ||
      (a.person.id < b.person.id ? -1 : 1),
  );
}
