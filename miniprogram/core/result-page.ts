import { type Attempt, remainingAt } from './attempt';

/** The page that shows an attempt. */
export type ResultPage = 'pending' | 'success' | 'partial' | 'failure';

/** The path of the page that shows the attempt as it stands now. */
export function attemptPage(attempt: Attempt): string {
  const page = resultPage(attempt);
  return `/pages/${page}/${page}?id=${attempt.id}`;
}

/**
 * Which page shows the attempt: the only place where a state becomes a page.
 *
 * Collected money of which it is not known whether it completed the bill stays on the pending page
 * until MainRow tells: success and partial would both claim something. A person's word is about this
 * attempt alone: that it is a part is told by what remained at the baseline, and where no amount was
 * read, success claims nothing about the bill.
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
      return moreRemained(attempt) ? 'partial' : 'success';
    case 'prepared':
    case 'submitted':
    case 'awaiting':
    case 'unknown':
    case 'unresolved':
      return 'pending';
  }
}

function moreRemained({ baseline, amount }: Attempt): boolean {
  const remaining = remainingAt(baseline);
  return remaining !== null && remaining > amount;
}
