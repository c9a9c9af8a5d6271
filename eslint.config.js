import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'demo', 'scratch', 'node_modules', 'src/model/generated.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      // A checked index access (noUncheckedIndexedAccess) is asserted only where the loop bound proves it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Control characters are what the readers look for.
      'no-control-regex': 'off',
      'no-irregular-whitespace': 'off',
    },
  },
);
