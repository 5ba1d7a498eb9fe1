import type { Attempt } from '../../../miniprogram/core/attempt';
import { isOwnProof, mayMove, mustBlock, saysTryAgain } from '../judge/rules';
import { afterRestart } from '../judge/stored';
import type { Event } from './events';
import { OneAttempt } from './one-attempt';
import type { Due } from './server-side';

/** What an exploration found. */
export interface Explored {
  /** Situations that differ (phone, journal, network, server, customer). */
  readonly situations: number;
  /** Events tried in them. */
  readonly steps: number;
  /** The longest row of events that was tried. */
  readonly depth: number;
  /** Nothing new is left to find. */
  readonly closed: boolean;
  /** States of the attempt that were reached. */
  readonly states: ReadonlySet<string>;
  /** Changes of state that happened, as "from → to". */
  readonly transitions: ReadonlySet<string>;
  /** Situations the rules accept although money stands behind "you may try again". */
  readonly residual: number;
  /** The first few ways in which a rule was broken: the events that lead there, and which rule. */
  readonly broken: readonly { readonly path: readonly Event[]; readonly rule: string }[];
}

const MOST_BROKEN = 10;

/** Tries every order of events, breadth first: a broken rule is told by the shortest way to it. */
export async function explore(due: Due, deepest: number): Promise<Explored> {
  const seen = new Set<string>();
  const states = new Set<string>();
  const transitions = new Set<string>();
  const broken: { path: readonly Event[]; rule: string }[] = [];
  let steps = 0;
  let residual = 0;
  await new Promise((resolve) => setImmediate(resolve));
  let layer: (readonly Event[])[] = [[]];
  let depth = 0;
  for (; depth <= deepest && layer.length > 0; depth += 1) {
    const next: (readonly Event[])[] = [];
    for (const path of layer) {
      const { world, before, kept } = await replay(due, path);
      steps += 1;
      const after = world.attempt();
      const rule = brokenRule(world, before, kept, path[path.length - 1]);
      if (rule !== null && broken.length < MOST_BROKEN) broken.push({ path, rule });
      if (after !== null) states.add(after.state);
      for (const change of changes(before, after)) transitions.add(change);
      const key = world.key();
      if (seen.has(key)) continue;
      seen.add(key);
      if (after !== null && world.server.charged && saysTryAgain(after)) residual += 1;
      for (const event of world.possible()) next.push([...path, event]);
    }
    layer = next;
  }
  return {
    situations: seen.size,
    steps,
    depth,
    closed: layer.length === 0,
    states,
    transitions,
    residual,
    broken,
  };
}

interface Replayed {
  readonly world: OneAttempt;
  /** The attempt before the last event. */
  readonly before: Attempt | null;
  /** What the storage held of it before the last event. */
  readonly kept: Attempt | null;
}

async function replay(due: Due, path: readonly Event[]): Promise<Replayed> {
  const world = new OneAttempt(due);
  for (const event of path.slice(0, -1)) await world.happen(event);
  const before = world.attempt();
  const kept = world.stored()?.attempt ?? null;
  const last = path[path.length - 1];
  if (last !== undefined) await world.happen(last);
  return { world, before, kept };
}

function changes(before: Attempt | null, after: Attempt | null): string[] {
  if (after === null || before === after) return [];
  const known = before?.history.length ?? 0;
  return after.history
    .slice(Math.max(1, known))
    .map(({ to }, i) => `${after.history[Math.max(1, known) + i - 1]?.to ?? ''} → ${to}`);
}

/** The rule that the last event broke; null: none. */
function brokenRule(
  world: OneAttempt,
  before: Attempt | null,
  kept: Attempt | null,
  last: Event | undefined,
): string | null {
  if (world.sentUnwritten) return 'submitted is durable before the call';
  const attempt = world.attempt();
  if (!world.alive()) return null;
  if (last === 'restart') {
    if (kept !== null && attempt === null) return 'no attempt disappears';
    if (kept !== null && attempt?.state !== afterRestart(kept.state)) return 'restart resumes';
  }
  if (attempt === null) {
    return world.server.deliveries > 0 ? 'no attempt disappears' : null;
  }
  for (const change of changes(before, attempt)) {
    const [from, to] = change.split(' → ') as [Attempt['state'], Attempt['state']];
    if (!mayMove(from, to)) return `settled never moves back: ${change}`;
  }
  if (mustBlock(attempt) !== world.blocked()) return 'blocked exactly while it must be';
  if (attempt.state === 'collected' && isOwnProof(attempt) && !world.server.charged) {
    return 'collected only with evidence';
  }
  if (attempt.state === 'collected' && !world.server.charged && !world.server.cash) {
    return 'collected only when money moved';
  }
  const twice = attempt.state === 'declined' && world.server.deliveries > 1;
  if (saysTryAgain(attempt) && world.server.charged && !twice) return 'failed only with proof';
  return null;
}
