import type { Check } from './check.js';
import { codebookFields, valueFault } from './codebook-field.js';
import { rememberedSuggestions } from './suggest-category.js';

/** Columns whose categories the codebook gives (stance, speech act) and the project's own x_ columns. */
export const categories: Check = {
  name: 'categories',
  rules: ['codebook/unknown-category', 'codebook/value'],
  tables: ['statement', 'standoff-statement'],
  start: ({ codebook }) => {
    const fields = codebookFields(codebook);
    return {
      column: ({ name, codebook: described }) => {
        const field = fields.get(name.startsWith('x_') ? name : (described ?? ''));
        if (!codebook || !field) return null;
        const suggest = rememberedSuggestions();
        return {
          judge: (value) => {
            const fault = valueFault(field, value, codebook.version, suggest);
            if (!fault) return null;
            const rule = fault.unknownCategory ? 'codebook/unknown-category' : 'codebook/value';
            return [{ rule, message: fault.message, details: { ...fault.details, field: name } }];
          },
        };
      },
    };
  },
};
