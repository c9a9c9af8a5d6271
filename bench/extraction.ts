/*
 * Speed of `convert`, its memory, and its threads. The last two run the built program: npm run build before.
 *   npx tsx bench/extraction.ts [speed] [folder or documents.jsonl] [documents, default 600] [rounds, default 5]
 *       beside wink-nlp's readDoc alone (a tokenizer, tagger and sentence splitter that many know) on the same texts
 *   npx tsx bench/extraction.ts memory [documents ..., default 1000 10000 100000]
 *       peak memory of the command on so many short documents: it should not grow with them
 *   npx tsx bench/extraction.ts jobs [documents, default 8000] [pairs, default 5]
 *       --jobs 2 beside two processes with half of the documents each, in turns
 */
const [first = 'speed', ...rest] = process.argv.slice(2);
const what = ['speed', 'memory', 'jobs'].includes(first) ? first : 'speed';
const args = what === first ? rest : [first, ...rest];

if (what === 'memory') await (await import('./extraction/memory.js')).memory(args.map(Number));
else if (what === 'jobs') await (await import('./extraction/jobs.js')).jobs(...args.map(Number));
else await (await import('./extraction/speed.js')).speed(...args);
