import type { Environment } from '../environment';
import { ModalBox, type ModalOptions, type ToastBox, type ToastOptions } from '../shell/boxes';
import { asyncCall } from './call';

export function interactionApi(
  { logic, layer }: Environment,
  toast: ToastBox,
): Record<string, unknown> {
  const modal = new ModalBox(layer);
  const hide = (): Record<string, never> => {
    toast.hide();
    return {};
  };
  return {
    showToast: asyncCall(logic, 'showToast', (options: ToastOptions) => {
      toast.show(options);
      return {};
    }),
    hideToast: asyncCall(logic, 'hideToast', hide),
    showLoading: asyncCall(logic, 'showLoading', (options: ToastOptions) => {
      toast.show({ ...options, icon: 'loading', duration: Infinity });
      return {};
    }),
    hideLoading: asyncCall(logic, 'hideLoading', hide),
    showModal: asyncCall(logic, 'showModal', async (options: ModalOptions) => {
      const confirm = await modal.ask(options);
      return { confirm, cancel: !confirm, content: null };
    }),
  };
}
