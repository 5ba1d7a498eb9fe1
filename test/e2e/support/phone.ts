import type { Frame, Page } from '@playwright/test';
import type { Settings } from '../../../miniprogram/config/settings';
import type { Attempt } from '../../../miniprogram/core/attempt';
import { decodeRecord } from '../../../miniprogram/core/attempt-record';
// For the type of `window.__simulator`.
import type {} from '../simulator/support';

const SLOT = /^wx:attempt:(.+):[01]$/;

/** The cashier's phone below the app: network, storage, visibility, and what the app keeps. */
export class Phone {
  constructor(private readonly view: () => Page | Frame) {}

  async scanOrder(order: 'android' | 'ios'): Promise<void> {
    await this.view().evaluate((value) => {
      window.__simulator.setScanOrder(value);
    }, order);
  }

  async network(type: 'wifi' | '4g' | 'none'): Promise<void> {
    await this.view().evaluate((value) => {
      window.__simulator.setNetwork(value);
    }, type);
  }

  /** As set in WeChat, px: 16 as a rule, 26 at most. */
  async fontSize(size: number): Promise<void> {
    await this.view().evaluate((value) => {
      window.__simulator.setFontSize(value);
    }, size);
  }

  async weakNetwork(weak: boolean): Promise<void> {
    await this.view().evaluate((value) => {
      window.__simulator.setWeakNetwork(value);
    }, weak);
  }

  /** The sounds that the app has played since its start, by name. */
  async sounds(): Promise<string[]> {
    const paths = await this.view().evaluate(() => window.__simulator.senses.sounds);
    return paths.map((path) => /^\/assets\/sounds\/(.+)\.wav$/.exec(path)?.[1] ?? path);
  }

  async vibrations(): Promise<string[]> {
    return this.view().evaluate(() => window.__simulator.senses.vibrations);
  }

  async screenKeptOn(): Promise<boolean> {
    return this.view().evaluate(() => window.__simulator.senses.screenKeptOn);
  }

  async storageFault(fault: 'none' | 'write' | 'full' | 'read' | 'hang'): Promise<void> {
    await this.view().evaluate((value) => {
      window.__simulator.setStorageFault(value);
    }, fault);
  }

  async encryptionFault(fault: 'none' | 'write' | 'hang' | 'read'): Promise<void> {
    await this.view().evaluate((value) => {
      window.__simulator.setEncryptionFault(value);
    }, fault);
  }

  /** @param freezeAfter ms until the script stops */
  async hide(freezeAfter: number): Promise<void> {
    await this.view().evaluate((ms) => {
      window.__simulator.hide(ms);
    }, freezeAfter);
  }

  async show(): Promise<void> {
    await this.view().evaluate(() => {
      window.__simulator.show();
    });
  }

  /** Changes settings of the running app, until its next start. */
  async settings(change: Partial<Settings>): Promise<void> {
    await this.view().evaluate((values) => {
      const root = window.__simulator.requires('config/settings') as { settings: object };
      Object.assign(root.settings, values);
    }, change);
  }

  /** The routes of the open pages, the one on top last. */
  async pages(): Promise<string[]> {
    return this.view().evaluate(() =>
      window.__simulator.pageStack().map(({ route }) => route.split('/').pop() ?? ''),
    );
  }

  /** What the running app knows. */
  async attempts(): Promise<Attempt[]> {
    // A start waits for what was kept of the session.
    await this.view().waitForFunction(() => '__simulator' in window);
    return this.patiently(() =>
      this.view().evaluate(async () => {
        const root = window.__simulator.requires('services/services') as {
          servicesReady(): Promise<{ attempts: { all(): Attempt[] } }>;
        };
        return (await root.servicesReady()).attempts.all();
      }),
    );
  }

  /** Who is signed in, once the app knows; null: nobody. Waits for an app that is just being restarted. */
  async signedIn(): Promise<string | null> {
    await this.view().waitForFunction(() => '__simulator' in window);
    return this.patiently(() =>
      this.view().evaluate(async () => {
        const root = window.__simulator.requires('services/services') as {
          servicesReady(): Promise<{ session: { current(): { user: string } | null } }>;
        };
        return (await root.servicesReady()).session.current()?.user ?? null;
      }),
    );
  }

  /** Asks again when WeChat has killed the app in the middle of the question. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes('context was destroyed')) throw error;
      await this.view().waitForFunction(() => '__simulator' in window);
      return ask();
    }
  }

  async signOut(): Promise<void> {
    await this.view().evaluate(async () => {
      const root = window.__simulator.requires('services/services') as {
        services(): { session: { signOut(): Promise<void> } };
      };
      await root.services().session.signOut();
    });
  }

  /** What would survive if the app were killed now: the newest whole record of every attempt. */
  async journal(): Promise<Attempt[]> {
    const entries = await this.patiently(() =>
      this.view().evaluate(() => Object.entries(window.localStorage)),
    );
    const newest = new Map<string, { sequence: number; attempt: Attempt }>();
    for (const [key, text] of entries) {
      const id = SLOT.exec(key)?.[1];
      const record = id === undefined ? null : decodeRecord(JSON.parse(String(text)));
      if (id === undefined || record === null) continue;
      if (record.sequence > (newest.get(id)?.sequence ?? 0)) newest.set(id, record);
    }
    return Array.from(newest.values(), ({ attempt }) => attempt);
  }
}
