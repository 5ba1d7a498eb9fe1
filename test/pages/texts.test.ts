import { fakePhone } from '../support/fakes/services';
import { renderPage, settle } from '../support/simulate';
import { normalise, scenarios } from './scenarios';

test.each(scenarios)('$page shows: $name', async ({ page, attempt, others = [], texts }) => {
  const { services } = await fakePhone([attempt, ...others]);
  const rendered = await renderPage(`pages/${page}/${page}`, {
    services,
    query: { id: attempt.id },
  });
  await settle();
  expect(normalise(rendered.texts())).toEqual(texts);
});
