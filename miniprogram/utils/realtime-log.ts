import { formatEntry, type LogEntry } from '../core/log-entry';

/**
 * Hands entries to WeChat's real-time log, which support reads in the mini program's console.
 * Where WeChat has none, nothing happens.
 */
export function createRealtimeLog(): (entry: LogEntry) => void {
  const manager = wx.canIUse('getRealtimeLogManager') ? wx.getRealtimeLogManager() : null;
  return (entry) => {
    manager?.[entry.level](formatEntry(entry));
  };
}
