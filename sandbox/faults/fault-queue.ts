import {
  BARCODE_ONLY,
  completeFault,
  type Endpoint,
  type Fault,
  type FaultRequest,
  type FaultTarget,
} from './fault';

const READING: readonly Endpoint[] = ['main-row', 'rows', 'receipt', 'wechat-query'];

/** The faults waiting for their calls. A call meets one fault at most: the oldest that fits. */
export class FaultQueue {
  private faults: Fault[] = [];
  private lastId = 0;

  /** @throws RangeError where the kind cannot happen to the target. */
  add(request: FaultRequest): Fault {
    const fault = completeFault(request, this.lastId + 1);
    if (BARCODE_ONLY.includes(fault.kind) && fault.target !== 'barcode') {
      throw new RangeError(`${fault.kind} 只能用于 barcode`);
    }
    if (fault.afterBarcode && fault.target === 'barcode') {
      throw new RangeError('afterBarcode 只能用于查询');
    }
    this.lastId = fault.id;
    this.faults.push(fault);
    return { ...fault };
  }

  list(): Fault[] {
    return this.faults.map((fault) => ({ ...fault }));
  }

  /** @returns whether there was such a fault. */
  remove(id: number): boolean {
    const before = this.faults.length;
    this.faults = this.faults.filter((fault) => fault.id !== id);
    return this.faults.length < before;
  }

  clear(): void {
    this.faults = [];
  }

  /** Called once for every call that comes in: what shall go wrong with it? */
  take(endpoint: Endpoint): Fault | undefined {
    const fault = this.faults.find((item) => !item.afterBarcode && hits(item.target, endpoint));
    if (fault) {
      fault.remaining -= 1;
      this.faults = this.faults.filter((item) => item.remaining > 0);
    }
    if (endpoint === 'barcode') this.wakeSleeping();
    return fault && { ...fault };
  }

  private wakeSleeping(): void {
    for (const fault of this.faults) fault.afterBarcode = false;
  }
}

function hits(target: FaultTarget, endpoint: Endpoint): boolean {
  return target === endpoint || (target === 'query' && READING.includes(endpoint));
}
