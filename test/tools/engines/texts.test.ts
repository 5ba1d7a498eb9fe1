import { JUDGES, judgeAll } from '../../../tools/engines/phone/judges';
import { judgedTexts } from '../../../tools/engines/texts';

test('at least 10,000 texts, the same at every run', () => {
  const texts = judgedTexts();
  expect(texts.length).toBeGreaterThanOrEqual(10_000);
  expect(judgedTexts()).toEqual(texts);
});

test('every judge comes to more than one answer on them: none is tried in vain', () => {
  const judged = judgeAll(judgedTexts().slice(0, 3_000));
  for (const name of Object.keys(JUDGES)) {
    expect(new Set(judged.map((one) => one[name])).size).toBeGreaterThan(1);
  }
});
