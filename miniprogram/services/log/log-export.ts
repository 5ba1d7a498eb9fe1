import { words } from '../../config/words';
import { formatDay } from '../../core/time';
import type { Clock } from '../../utils/clock';
import type { About } from '../../utils/environment';
import type { AttemptStore } from '../attempt-store';
import type { ExportFile } from '../export-file';
import type { SessionService } from '../session';
import type { LogKeeper } from './log-keeper';
import { logReport } from './log-report';

/** 导出日志: puts the log on offer as a file. */
export interface LogExport {
  offer(): Promise<void>;
}

export interface LogExportParts {
  readonly about: About;
  readonly session: SessionService;
  readonly attempts: AttemptStore;
  readonly logKeeper: LogKeeper;
  readonly exportFile: ExportFile;
  readonly clock: Clock;
}

export function createLogExport(parts: LogExportParts): LogExport {
  const { about, session, attempts, logKeeper, exportFile, clock } = parts;
  return {
    async offer() {
      const entries = await logKeeper.all();
      const now = clock.now();
      const text = logReport({
        about,
        server: session.server.baseUrl,
        user: session.current()?.user ?? null,
        attempts: attempts.all(),
        entries,
        now,
      });
      const name = `${words.log.fileName}-${formatDay(now)}`;
      await exportFile.offer({ name, extension: 'txt', text, summary: words.log.summary });
    },
  };
}
