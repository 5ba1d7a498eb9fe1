import type { Phone } from '../phone/phone';
import type { World } from './world';

const TEN_MINUTES = 600_000;
const RUBBISH: readonly string[] = [
  '',
  'rubbish',
  '{"format":1,"sequence":1}',
  '{"format":2,"sequence":9,"attempt":{}}',
  '[]',
];

/** What happens to phones, networks and servers without anybody asking for it. */
export class Mischief {
  constructor(private readonly world: World) {}

  /** Begins to plague a phone. */
  plague(phone: Phone): void {
    const { timeline, random } = this.world;
    timeline.after(random.whole(500, 3_000), () => {
      if (this.world.weather.isCalm()) return;
      this.strikePhone(phone);
      this.plague(phone);
    });
  }

  /** Begins to plague the servers and their bills. */
  plagueServers(): void {
    const { timeline, random, weather, servers } = this.world;
    timeline.after(random.whole(1_000, 5_000), () => {
      if (weather.isCalm()) return;
      if (weather.strikes('serverRestarted', 0.02)) random.pick(servers).restart();
      if (weather.strikes('sessionExpired', 0.03)) {
        random.pick(servers).expire(random.pick(this.world.users));
      }
      this.payElsewhere();
      this.plagueServers();
    });
  }

  private strikePhone(phone: Phone): void {
    const { weather, random, timeline } = this.world;
    if (weather.strikes('killedAnyTime', 0.008)) phone.kill();
    if (weather.strikes('hiddenShort', 0.02)) this.hide(phone, random.whole(1_000, 9_000));
    if (weather.strikes('hiddenLong', 0.004)) {
      this.hide(phone, random.pick([60_000, 300_000, 1_800_000]));
    }
    if (weather.strikes('networkSwitched', 0.02)) phone.switchNetwork();
    if (weather.strikes('offline', 0.01)) {
      phone.online = false;
      phone.process?.cutCalls({ kind: 'noAnswer', reason: 'timeoutOrNetwork' });
      timeline.after(random.whole(1_000, 40_000), () => {
        phone.online = true;
        phone.tellNetworkReturned();
      });
    }
    if (weather.strikes('clockJumped', 0.004)) {
      phone.clockOffset += random.pick([-TEN_MINUTES, TEN_MINUTES]);
      phone.jumpedAt = timeline.now;
      this.world.log(`${phone.name} clock is off by ${phone.clockOffset / 1000} s`);
    }
    if (weather.strikes('storageFull', 0.005)) {
      phone.storageFull = true;
      timeline.after(random.whole(1_000, 30_000), () => (phone.storageFull = false));
    }
    if (weather.strikes('storageCleared', 0.002)) this.clear(phone);
  }

  /** While the app is not running its storage may be cleared or damaged, or a version installed. */
  betweenRuns(phone: Phone): void {
    const { weather, random } = this.world;
    if (weather.strikes('storageCleared', 0.02)) this.clear(phone);
    if (weather.strikes('readFails', 0.1)) {
      phone.unreadableUntil = this.world.timeline.now + random.whole(5_000, 40_000);
    }
    if (weather.strikes('recordDamaged', 0.1) && phone.disk.size > 0) {
      const key = random.pick([...phone.disk.keys()]);
      phone.disk.set(key, random.pick(RUBBISH));
      this.world.judge.excuse(phone, key.split(':')[1] ?? '');
      this.world.log(`${phone.name} ${key} is damaged`);
    }
    if (weather.strikes('secretsFail', 0.1)) {
      phone.vault.set('session', random.pick(RUBBISH));
    }
    if (weather.strikes('serverChanged', 0.1)) {
      phone.serverUrl = random.pick(this.world.servers).baseUrl;
    }
  }

  private clear(phone: Phone): void {
    phone.disk.clear();
    phone.vault.clear();
    this.world.judge.excuse(phone, null);
    this.world.log(`${phone.name} storage is cleared`);
  }

  private hide(phone: Phone, ms: number): void {
    const { weather, timeline, random } = this.world;
    phone.hide();
    if (ms > 5_000 && weather.strikes('killedWhileHidden', 0.15)) {
      timeline.after(random.whole(5_000, ms), () => {
        if (!phone.visible) phone.kill();
      });
    }
    timeline.after(ms, () => phone.show());
  }

  /** Cash, or a till that is not ours, on a bill somebody may be charging right now. */
  private payElsewhere(): void {
    const { weather, random, servers } = this.world;
    const kind = random.pick(['cash', 'secondTill'] as const);
    if (!weather.strikes(kind, 0.06)) return;
    const server = random.pick(servers);
    const bill = this.world.openBill(server.baseUrl);
    if (bill === null) return;
    const left = bill.due - bill.shown;
    // Often exactly what an attempt on the bill asks for: the case that looks alike.
    const post = this.world.judge.posts.filter((one) => one.bill === bill.number).pop();
    const amount = random.chance(0.5) && post ? post.fen : random.whole(1, Math.max(1, left));
    const taken = server.collectElsewhere(bill, random.chance(0.3) ? left : amount);
    this.world.log(`${kind} ${taken} fen on ${bill.number}`);
  }
}
