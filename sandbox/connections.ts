import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { SandboxSettings } from './options';

/**
 * The open connections of some servers, and how many calls each carries just now.
 *
 * Node's own `closeIdleConnections` spares those that never carried a call. Browsers open such
 * spares, and treat them like kept ones: a call whose spare is cut is sent again.
 */
export class Connections {
  private readonly calls = new Map<Socket, number>();

  constructor(private readonly settings: Pick<SandboxSettings, 'keepAlive'>) {}

  /** From now on; those that are open already are not known. */
  watch(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.calls.set(socket, 0);
      socket.once('close', () => this.calls.delete(socket));
    });
    // Before the handler, which may close the idle ones at once.
    server.prependListener('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
      this.change(socket, 1);
      if (this.settings.keepAlive === 'off') answer.setHeader('connection', 'close');
      answer.once('close', () => this.change(socket, -1));
    });
  }

  closeIdle(): void {
    for (const [socket, calls] of this.calls) if (calls === 0) socket.destroy();
  }

  private change(socket: Socket, by: 1 | -1): void {
    const calls = this.calls.get(socket);
    if (calls !== undefined) this.calls.set(socket, calls + by);
  }
}
