/** The part of hawk 9 that the sandbox and its tests use; the package brings no types. */
declare module 'hawk' {
  interface Credentials {
    key: string;
    algorithm: 'sha256' | 'sha1';
  }

  interface Artifacts {
    id: string;
    ts: string;
    nonce: string;
    hash?: string;
  }

  /** What the server half reads of node's request. */
  interface IncomingLike {
    method: string;
    url: string;
    headers: Record<string, string | string[] | undefined>;
  }

  interface ServerOptions {
    /** Throws to refuse a nonce seen before. */
    nonceFunc?: (key: string, nonce: string, ts: string) => void | Promise<void>;
    timestampSkewSec?: number;
    localtimeOffsetMsec?: number;
    /** Given: the payload hash is demanded and verified. */
    payload?: string;
    host?: string;
    port?: number;
  }

  export const server: {
    authenticate<C extends Credentials>(
      request: IncomingLike,
      credentials: (id: string) => Promise<C | null>,
      options?: ServerOptions,
    ): Promise<{ credentials: C; artifacts: Artifacts }>;
  };

  interface ClientOptions {
    credentials: Credentials & { id: string };
    /** Seconds since 1970. */
    timestamp?: number;
    nonce?: string;
    payload?: string;
    contentType?: string;
    ext?: string;
  }

  export const client: {
    header(
      uri: string,
      method: string,
      options: ClientOptions,
    ): { header: string; artifacts: Artifacts };
  };
}
