import {
  createFeedbackService,
  type Cue,
  type FeedbackService,
} from '../../miniprogram/services/feedback';
import { createPreferences, type Preferences } from '../../miniprogram/services/preferences';
import { FakeStorage } from '../support/world/fake-storage';
import { VirtualClock } from '../support/world/virtual-clock';

const CUES: readonly Cue[] = [
  'success',
  'partial',
  'failure',
  'unknown',
  'news',
  'newsUnknown',
  'conflict',
];

let clock: VirtualClock;
let preferences: Preferences;
let feedback: FeedbackService;
/** What was noticed: "sound …", "vibrate … at ms". */
let noticed: string[];

beforeEach(() => {
  clock = new VirtualClock();
  const start = clock.now();
  noticed = [];
  preferences = createPreferences(new FakeStorage());
  feedback = createFeedbackService({
    clock,
    preferences,
    sound: { play: (name) => noticed.push(`sound ${name}`) },
    feedback: {
      vibrate: (strength) => noticed.push(`${strength} at ${String(clock.now() - start)}`),
      keepScreenOn: (on) => noticed.push(`screen ${String(on)}`),
    },
  });
});

test('a sound and a pattern for every cue', async () => {
  const patterns: Record<string, string[]> = {};
  for (const cue of CUES) {
    noticed = [];
    feedback.signal(cue);
    await clock.pass(3_000);
    patterns[cue] = noticed.map((each) => each.replace(/ at .*/, ''));
  }
  expect(patterns).toEqual({
    success: ['sound success', 'short'],
    partial: ['sound partial', 'short', 'short'],
    failure: ['sound failure', 'long'],
    unknown: ['sound unknown', 'long', 'long'],
    news: ['sound news', 'tick', 'tick', 'tick'],
    newsUnknown: ['sound news', 'tick', 'tick', 'long'],
    conflict: ['sound news', 'long', 'long', 'long'],
  });
  const felt = Object.values(patterns).map(([, ...pattern]) => pattern.join());
  expect(new Set(felt).size).toBe(CUES.length);
});

test('vibrations are a pause apart; a new cue ends the pattern under way', async () => {
  feedback.signal('unknown');
  await clock.pass(100);
  feedback.signal('partial');
  await clock.pass(3_000);
  expect(noticed).toEqual([
    'sound unknown',
    'long at 0',
    'sound partial',
    'short at 100',
    'short at 300',
  ]);
});

test('each can be switched off by itself, in the middle of a pattern too', async () => {
  await preferences.set('sound', false);
  feedback.signal('partial');
  await preferences.set('vibration', false);
  await clock.pass(3_000);
  feedback.vibrate('tick');
  feedback.keepScreenOn(true);
  await preferences.set('sound', true);
  feedback.signal('failure');
  expect(noticed).toEqual(['short at 0', 'screen true', 'sound failure']);
});
