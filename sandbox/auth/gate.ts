import type { Clock } from '../domain/clock';
import type { Random } from '../domain/random';
import type { SandboxSettings } from '../options';
import type { User } from '../seed';
import { HawkAuth, type SignedCall } from './hawk-auth';
import { AuthRefused } from './refused';

export interface GateOptions {
  users: readonly [User, ...User[]];
  clock: Clock;
  random: Random;
  settings: Readonly<SandboxSettings>;
  signedHost?: { host: string; port: number };
}

/** Who calls? By the strategy that the settings name at this moment. */
export class Gate {
  private readonly hawk: HawkAuth;
  private readonly tokens = new Map<string, User>();

  constructor(private readonly options: GateOptions) {
    const { settings, ...rest } = options;
    this.hawk = new HawkAuth({ ...rest, clockOffsetMs: () => settings.clockOffsetMs });
  }

  /** @throws AuthRefused */
  async authenticate(call: SignedCall, isLogin: boolean): Promise<User> {
    const { settings, users } = this.options;
    if (settings.auth === 'none') return users[0];
    if (settings.auth === 'hawk' || isLogin) return this.hawk.authenticate(call);
    const sent = call.headers[settings.tokenHeader.toLowerCase()];
    const user = this.tokens.get(String(sent).replace(/^Bearer /i, ''));
    if (!user) throw new AuthRefused(401, null);
    return user;
  }

  /** The token that Login hands out. Earlier ones stay valid. */
  issueToken(user: User): string {
    let token = '';
    while (token.length < 32) token += this.options.random.integer(16).toString(16);
    this.tokens.set(token, user);
    return token;
  }
}
