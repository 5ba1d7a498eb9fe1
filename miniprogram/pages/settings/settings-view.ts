import type { Fact } from '../../components/fact-list/fact-list';
import { sentences, words } from '../../config/words';
import type { Services } from '../../services/services';

/** What of the services' state the settings page shows. */
export interface SettingsView {
  readonly facts: readonly Fact[];
  readonly sound: boolean;
  readonly vibration: boolean;
  readonly signedIn: boolean;
}

export function settingsView({ about, preferences, session }: Services): SettingsView {
  const { settings } = words;
  const current = session.current();
  return {
    facts: [
      {
        label: settings.user,
        value:
          current === null ? settings.nobody : sentences.person(current.nickname, current.user),
      },
      { label: settings.server, value: session.server.baseUrl },
      {
        label: settings.version,
        value: sentences.version(about.version, settings.environments[about.environment]),
      },
    ],
    ...preferences.get(),
    signedIn: current !== null,
  };
}

/** What staff are told before they sign out: what stays undecided on this phone, by its bills. */
export function signOutText({ signOut }: Services): string {
  const bills = signOut.undecided().map(({ bill }) => bill);
  return bills.length === 0 ? words.settings.signOutText : sentences.undecidedStay(bills);
}
