import { StorageFailedError } from '../../../miniprogram/core/errors/storage-failed-error';
import { Secret } from '../../../miniprogram/core/secret';
import type { SecretStorage } from '../../../miniprogram/utils/secret-storage';

export type SecretStorageCall = 'read' | 'write' | 'remove';

/** Encrypted storage in memory that fails and hangs when told. */
export class FakeSecretStorage implements SecretStorage {
  readonly stored = new Map<string, string>();
  /** Calls that fail for as long as they stand here; a failing read finds nothing, as WeChat's does. */
  readonly broken = new Set<SecretStorageCall>();
  /** Calls that wait until `release`. */
  readonly held = new Set<SecretStorageCall>();
  private waiting: (() => void)[] = [];

  release(): void {
    this.held.clear();
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  async read(key: string): Promise<Secret<string> | null> {
    await this.turn('read');
    const text = this.stored.get(key);
    return text === undefined || this.broken.has('read') ? null : new Secret(text);
  }

  async write(key: string, value: Secret<string>): Promise<void> {
    await this.turn('write');
    if (this.broken.has('write')) throw new StorageFailedError('write fails');
    this.stored.set(key, value.reveal());
  }

  async remove(key: string): Promise<void> {
    await this.turn('remove');
    if (this.broken.has('remove')) throw new StorageFailedError('remove fails');
    this.stored.delete(key);
  }

  private async turn(call: SecretStorageCall): Promise<void> {
    if (this.held.has(call)) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
