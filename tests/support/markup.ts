import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How markup is written, which a browser does not mind and no reader sees.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'form-dup-name': 'off',
    'long-title': 'off',
    'no-implicit-button-type': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-implicit-input-type': 'off',
    'void-style': 'off',
    // What HTML allows: ids that begin with a digit; buttons and boxes of one name.
    'valid-id': ['error', { relaxed: true }],
    'tel-non-breaking': 'off',
  },
});

/** What is wrong with the markup of a page. */
export async function markupFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const text = html.split('\n')[line - 1] ?? '';
      return `${ruleId}: ${message}: ${text.slice(Math.max(0, column - 20), column + 100)}`;
    }),
  );
  return faults.slice(0, 5);
}
