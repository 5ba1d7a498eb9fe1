import { existsSync } from 'node:fs';
import path from 'node:path';
import { createSound, type SoundName } from '../../miniprogram/utils/sound';
import { installWx } from '../support/world/fake-wx';

class FakePlayer {
  src = '';
  played = 0;
  destroyed = 0;
  ended: () => void = () => undefined;
  failed: () => void = () => undefined;
  onEnded(listener: () => void): void {
    this.ended = listener;
  }
  onError(listener: () => void): void {
    this.failed = listener;
  }
  play(): void {
    this.played += 1;
  }
  destroy(): void {
    this.destroyed += 1;
  }
}

let players: FakePlayer[];
const setInnerAudioOption = jest.fn();

beforeEach(() => {
  players = [];
  setInnerAudioOption.mockReset();
  installWx({
    setInnerAudioOption,
    createInnerAudioContext: () => {
      const player = new FakePlayer();
      players.push(player);
      return player;
    },
  });
});

test.each<SoundName>(['success', 'partial', 'failure', 'unknown', 'news'])(
  '%s: a clip of the package',
  (name) => {
    createSound().play(name);
    expect(players).toMatchObject([{ src: `/assets/sounds/${name}.wav`, played: 1 }]);
    const file = path.join(__dirname, '../../miniprogram', players[0]?.src ?? '');
    expect(existsSync(file)).toBe(true);
  },
);

test('heard on a muted phone, beside the music of the shop; set once', () => {
  const sound = createSound();
  expect(setInnerAudioOption).not.toHaveBeenCalled();
  sound.play('success');
  sound.play('news');
  expect(setInnerAudioOption.mock.calls).toEqual([
    [expect.objectContaining({ obeyMuteSwitch: false, mixWithOther: true })],
  ]);
});

test('a player goes away once it has played, or could not', () => {
  const sound = createSound();
  sound.play('success');
  sound.play('failure');
  players[0]?.ended();
  players[1]?.failed();
  expect(players.map(({ destroyed }) => destroyed)).toEqual([1, 1]);
});

test.each([
  ['setInnerAudioOption', { createInnerAudioContext: () => new FakePlayer() }],
  ['createInnerAudioContext', { setInnerAudioOption }],
])('a phone without %s disturbs nothing', (_missing, wx) => {
  installWx(wx);
  expect(() => {
    createSound().play('success');
  }).not.toThrow();
});
