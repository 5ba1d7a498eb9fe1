import type { Fault, FaultTarget } from '../../faults/fault';
import { find, make } from '../shared/dom';
import { BARCODE_FAULTS, QUERY_FAULTS, type FaultChoice } from './fault-list';

/** One row of the list. */
interface Row {
  choice: FaultChoice;
  target: FaultTarget;
  input: HTMLInputElement;
  left: HTMLElement;
}

type Act = (method: 'POST' | 'DELETE', path: string, body?: object) => Promise<void>;

/** Switches that are on exactly while the server still holds the fault. */
export class FaultSwitches {
  private readonly times = find('#times', HTMLInputElement);
  private readonly seconds = find('#seconds', HTMLInputElement);
  private readonly tab = find('#tab-faults', HTMLElement);
  private readonly rows: Row[] = [];
  private faults: readonly Fault[] = [];

  constructor(private readonly act: Act) {
    this.addAll('#faults-barcode', BARCODE_FAULTS, 'barcode');
    this.addAll('#faults-query', QUERY_FAULTS, 'query');
  }

  show(faults: readonly Fault[]): void {
    this.faults = faults;
    this.tab.textContent = faults.length > 0 ? `故障 ${faults.length}` : '故障';
    for (const row of this.rows) {
      const remaining = this.held(row).reduce((sum, fault) => sum + fault.remaining, 0);
      row.input.checked = remaining > 0;
      row.left.textContent = remaining > 0 ? `还有 ${remaining} 次` : '';
    }
  }

  private addAll(selector: string, choices: readonly FaultChoice[], target: FaultTarget): void {
    find(selector, HTMLElement).append(...choices.map((choice) => this.add(choice, target)));
  }

  private add(choice: FaultChoice, target: FaultTarget): HTMLElement {
    const input = document.createElement('input');
    input.type = 'checkbox';
    input.setAttribute('role', 'switch');
    input.setAttribute('aria-label', choice.name);
    const left = make('span', 'fault-left');
    const row: Row = { choice, target, input, left };
    this.rows.push(row);
    input.addEventListener('change', () => void this.toggle(row));
    return make(
      'label',
      'fault',
      make('span', 'fault-name', choice.name),
      make('span', 'fault-why', choice.why),
      make('span', 'fault-side', left, input),
    );
  }

  private async toggle({ choice, target, input }: Row): Promise<void> {
    if (!input.checked) {
      const held = this.held({ choice, target });
      await Promise.all(held.map((fault) => this.act('DELETE', `/sandbox/faults/${fault.id}`)));
      return;
    }
    await this.act('POST', '/sandbox/faults', {
      kind: choice.kind,
      target,
      times: numberIn(this.times, 1),
      ...(choice.uses === 'seconds' && { ms: numberIn(this.seconds, 10) * 1_000 }),
    });
    // A refused wish must not look granted.
    this.show(this.faults);
  }

  private held({ choice, target }: Pick<Row, 'choice' | 'target'>): readonly Fault[] {
    return this.faults.filter((fault) => fault.kind === choice.kind && fault.target === target);
  }
}

/** The field's whole number, within its own limits. */
function numberIn(field: HTMLInputElement, standard: number): number {
  const value = field.valueAsNumber;
  if (!Number.isInteger(value)) return standard;
  return Math.min(Number(field.max), Math.max(Number(field.min), value));
}
