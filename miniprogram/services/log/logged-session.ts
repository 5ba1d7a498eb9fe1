import { Secret } from '../../core/secret';
import type { Clock } from '../../utils/clock';
import { toCashierError } from '../to-cashier-error';
import type { SessionService } from '../session';
import type { Log } from './log';
import { writeUnexpected } from './write-error';

/**
 * A session service whose sign-ins are written down.
 *
 * @param passwords where the password stands while the server is asked, so that the log knows what to mask
 */
export function loggedSession(
  session: SessionService,
  log: Log,
  clock: Clock,
  passwords: Set<Secret<string>>,
): SessionService {
  session.subscribe((current) => {
    if (current === null) log.write('warn', 'session.ended', { refused: session.wasRefused() });
    else log.write('info', 'session.signedIn', { user: current.user });
  });
  return {
    ...session,
    async signIn(user, password) {
      const startedAt = clock.now();
      const secret = new Secret(password);
      passwords.add(secret);
      try {
        return await session.signIn(user, password);
      } catch (error) {
        const ms = clock.now() - startedAt;
        // What was typed as the user name stays out: it may be the password, in the wrong field.
        log.write('warn', 'session.signInFailed', { cause: toCashierError(error).code, ms });
        writeUnexpected(log, error);
        throw error;
      } finally {
        passwords.delete(secret);
      }
    },
  };
}
