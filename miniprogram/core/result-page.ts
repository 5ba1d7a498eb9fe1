import type { Attempt } from './attempt';

/** The page that shows an attempt. */
export type ResultPage = 'pending' | 'success' | 'partial' | 'failure';

/**
 * Which page shows the attempt: the only place where a state becomes a page.
 *
 * Collected money of which it is not known whether it completed the bill stays on the pending page
 * until MainRow tells: success and partial would both claim something.
 */
export function resultPage(attempt: Attempt): ResultPage {
  switch (attempt.state) {
    case 'collected':
      if (attempt.billComplete === null) return 'pending';
      return attempt.billComplete ? 'success' : 'partial';
    case 'declined':
    case 'rejected':
    case 'conflict':
    case 'staffNotPaid':
      return 'failure';
    case 'staffPaid':
      return 'success';
    case 'prepared':
    case 'submitted':
    case 'awaiting':
    case 'unknown':
    case 'unresolved':
      return 'pending';
  }
}
