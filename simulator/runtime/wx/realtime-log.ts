/** WeChat's real-time log: here it stands in the console, among the verbose messages. */
export function realtimeLogApi(): Record<string, unknown> {
  const write =
    (level: string) =>
    (...parts: unknown[]): void => {
      console.debug('[实时日志]', level, ...parts);
    };
  return {
    getRealtimeLogManager: () => ({
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    }),
  };
}
