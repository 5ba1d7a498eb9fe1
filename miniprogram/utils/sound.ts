/** The clips in assets/sounds, made by `npm run sounds`. */
export type SoundName = 'success' | 'partial' | 'failure' | 'unknown' | 'news';

/** Plays the app's own clips. Never throws: a phone that cannot play disturbs no payment. */
export interface Sound {
  play(name: SoundName): void;
}

const ignore = (): void => undefined;

export function createSound(): Sound {
  let prepared = false;

  function prepare(): void {
    if (prepared) return;
    prepared = true;
    // A till is heard although the phone is muted, and does not stop the shop's music.
    wx.setInnerAudioOption({ obeyMuteSwitch: false, mixWithOther: true, fail: ignore });
  }

  return {
    play: (name) => {
      try {
        prepare();
        // One player a sound: the next result may come before this one has been played.
        const player = wx.createInnerAudioContext();
        const end = (): void => {
          player.destroy();
        };
        player.onEnded(end);
        player.onError(end);
        player.src = `/assets/sounds/${name}.wav`;
        player.play();
      } catch {
        // Too many players, or none at all.
      }
    },
  };
}
