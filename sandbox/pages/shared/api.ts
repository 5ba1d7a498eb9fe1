/** The sandbox said no; its message is meant for people. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Calls the control API. @throws Refused with the server's words. */
export async function call(method: 'POST' | 'DELETE', path: string, body?: object): Promise<void> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    throw new Refused('连接不上沙箱服务器');
  }
  if (response.ok) return;
  const answer = (await response.json().catch(() => null)) as { message?: string } | null;
  throw new Refused(answer?.message ?? `请求失败（${response.status}）`);
}
