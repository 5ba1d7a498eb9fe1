import {
  BARCODE_FAULTS,
  type BarcodeFault,
  FAULT_KINDS,
  type FaultKind,
  QUERY_FAULTS,
  type QueryFault,
} from './fault-kinds';
import type { Random } from './random';

/**
 * Which faults one seed knows, and how often they come. Each seed leaves about half of them out: a
 * run in which everything fails at once never reaches the quiet states in which other faults hurt.
 */
export class Weather {
  readonly injected = new Map<FaultKind, number>();
  private readonly known: ReadonlySet<FaultKind>;
  /** Share of barcode calls that meet a fault of their own. */
  private readonly barcodeShare: number;
  private readonly queryShare: number;
  /** Scales all others. */
  private readonly strength: number;
  private calm = false;
  private failingReads = 0;

  constructor(private readonly random: Random) {
    this.known = new Set(FAULT_KINDS.filter(() => random.chance(0.55)));
    this.barcodeShare = random.pick([0, 0.3, 0.6, 0.9]);
    this.queryShare = random.pick([0, 0.05, 0.15, 0.4]);
    this.strength = random.pick([0.3, 1, 1, 2]);
  }

  /** From now on nothing fails any more: what is still open must come to its end. */
  clearUp(): void {
    this.calm = true;
    this.failingReads = 0;
  }

  isCalm(): boolean {
    return this.calm;
  }

  /** Does it happen now? Counted when it does. */
  strikes(kind: FaultKind, probability: number): boolean {
    if (this.calm || !this.known.has(kind)) return false;
    if (!this.random.chance(Math.min(0.9, probability * this.strength))) return false;
    this.count(kind);
    return true;
  }

  count(kind: FaultKind): void {
    this.injected.set(kind, (this.injected.get(kind) ?? 0) + 1);
  }

  ofBarcodeCall(): BarcodeFault | null {
    return this.oneOf(BARCODE_FAULTS, this.barcodeShare);
  }

  ofRead(): QueryFault | null {
    if (this.strikes('queriesFailInARow', 0.01)) this.failingReads = this.random.whole(3, 12);
    if (this.failingReads > 0) {
      this.failingReads -= 1;
      return 'queryLost';
    }
    return this.oneOf(QUERY_FAULTS, this.queryShare);
  }

  private oneOf<K extends FaultKind>(kinds: readonly K[], share: number): K | null {
    if (this.calm || !this.random.chance(share)) return null;
    const kind = this.random.pick(kinds);
    if (!this.known.has(kind)) return null;
    this.count(kind);
    return kind;
  }
}
