import type { ServerResponse } from 'node:http';
import type { World } from '../world';
import { snapshotOf } from './snapshot';

/** Proxies drop a silent stream; a comment now and then keeps it. Milliseconds. */
const HEARTBEAT_MS = 20_000;

/** Pages that follow the sandbox live, by Server-Sent Events named `state`. */
export class EventStreams {
  private readonly open = new Set<ServerResponse>();
  private sendSoon: NodeJS.Immediate | undefined;
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(private readonly world: World) {
    world.onChange(() => this.schedule());
  }

  get count(): number {
    return this.open.size;
  }

  /** Takes over a response and keeps it open until one side closes it. */
  add(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    this.open.add(response);
    response.on('close', () => this.open.delete(response));
    response.write(this.event());
    this.heartbeat ??= setInterval(() => this.writeAll(': \n\n'), HEARTBEAT_MS).unref();
  }

  /** Ends every stream, so that the server can close. */
  closeAll(): void {
    clearImmediate(this.sendSoon);
    clearInterval(this.heartbeat);
    this.heartbeat = undefined;
    for (const response of this.open) response.end();
    this.open.clear();
  }

  /** Several changes of one moment become one event. */
  private schedule(): void {
    if (this.open.size === 0 || this.sendSoon) return;
    this.sendSoon = setImmediate(() => {
      this.sendSoon = undefined;
      this.writeAll(this.event());
    });
  }

  private event(): string {
    return `event: state\ndata: ${JSON.stringify(snapshotOf(this.world))}\n\n`;
  }

  private writeAll(text: string): void {
    for (const response of this.open) response.write(text);
  }
}
