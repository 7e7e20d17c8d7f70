// Times the reference library through Node on the documents of Documents.cs, one thread.
//   npm install tokenizers@0.23.2
//   node compare-reference.mjs path/to/node_modules path/to/shared/tokenizers family...
process.env.RAYON_NUM_THREADS = '1';
process.env.TOKENIZERS_PARALLELISM = 'false';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { createRequire } from 'node:module';

const [modules, folder, ...families] = process.argv.slice(2);
const { Tokenizer } = createRequire(path.resolve(modules, 'x.js'))('tokenizers');
const open = name => zlib.gunzipSync(fs.readFileSync(path.join(folder, name))).toString();
const documents = [];
let document = '';
for (const { s } of JSON.parse(open('corpus.json.gz'))) {
  if (!s.isWellFormed()) continue;
  document += s + '\n';
  if (document.length >= 4000) { documents.push(document); document = ''; }
}
const bytes = documents.reduce((sum, d) => sum + Buffer.byteLength(d), 0);
for (const family of families) {
  const tokenizer = Tokenizer.fromString(open(`fixtures/${family}.json.gz`));
  let best = Infinity, tokens = 0;
  for (let round = 0; round < 8; round++) {
    const start = performance.now();
    tokens = 0;
    for (const d of documents) tokens += (await tokenizer.encode(d, null)).getLength();
    best = Math.min(best, performance.now() - start);
  }
  console.log(family.padEnd(24), (bytes / best / 1000).toFixed(2), 'MB/s', tokens, 'tokens', best.toFixed(1), 'ms');
}
