import { words } from '../../config/words';

/** The whole app, where its server may not be used: there are no services, and nothing leads on. */
Component({
  data: { words: words.refused, facts: [] as unknown[] },
  methods: {
    onLoad(query: { server?: string }) {
      const server = decodeURIComponent(query.server ?? '');
      this.setData({ facts: [{ label: words.refused.server, value: server }] });
    },
  },
});
