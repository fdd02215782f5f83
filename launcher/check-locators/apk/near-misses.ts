import { editDistance } from '../../../config/suggest.ts';

const MAX_NEAR = 3;
/** Of a name's letters so many may differ, at least. */
const MAX_CHANGED_SHARE = 0.4;

/** The names most like one that is missing, the most like first. */
export function nearMisses(name: string, candidates: Iterable<string>): string[] {
  const wanted = name.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length * MAX_CHANGED_SHARE));
  return [...candidates]
    .map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase(), limit) }))
    .filter((near) => near.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MAX_NEAR)
    .map(({ candidate }) => candidate);
}

/** One that has the other in it is near, however much longer it is. */
function distance(a: string, b: string, limit: number): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 3 && long.includes(short)) return 1;
  return Math.abs(a.length - b.length) > limit ? Infinity : editDistance(a, b);
}
