// Makes small tokenizers from the text below and writes what the reference library answers for them.
//
//   npm install tokenizers@0.23.2
//   node make-goldens.mjs path/to/node_modules
//
// Per file: tokenizer, and cases of { a, b?, special, cut?, ids, tokens, offsets, types, mask, words, segments, windows, text, clean } or an error.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.resolve(process.argv[2], 'x.js'));
const { Tokenizer } = require('tokenizers');

const corpus = `the cat sat on the mat and the dog did not chase the cat because it was tired . where is the nearest station ?
hello world , hello again ! unbelievable numbers like 1234 and 3.14 are not words . don't you think it's fine ? we're here , they've gone .
é è ü ö naïve café straße größer . это очень простой текст . 東京 に 行き ます 北京 你好 . नमस्ते दुनिया . שלום עולם . the cats sat , the dogs ran .
tokens , token , tokenizer , tokenizing , tokenized . attention , attentive , attended . walking walked walks walk . ` .repeat(3);

const texts = ['', ' ', 'hello', ' hello', 'hello ', 'Hello  World', 'the cat sat on the mat.', "don't you think it's fine?", 'unbelievable tokenizers!', '1234 3.14 ½ ²',
  'naïve café', 'cafe\u0301 e\u0301\u0323', 'STRASSE Straße', 'İstanbul ıI', '東京に行きます', '你好, world', 'नमस्ते दुनिया', 'שלום עולם', 'это текст', '가나다 한국어',
  '🤗 hugging', '👩‍👩‍👧‍👦 family', '\u200Bzero\u200Dwidth\uFEFF', 'tab\tnew\nline\r\nend', '  \n\n  ', 'a\u0000b\u0007c', 'ﬁne ﬀ Ⅳ ㎏ ｆｕｌｌ', '\u0301leading', 'x\u00A0y\u3000z',
  '[MASK] <mask> [CLS]', 'a<mask>b  <mask>  c', '<s>inside</s>', 'word [SEP] word', 'http://example.org/?q=1&r=2', 'snake_case camelCase', 'a-b—c…d', '((nested)) [brackets]',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '\u{10FFFF}\u{E000}\uFFFD', '𝒳𝒴 𐍈', 'ة العربية', 'ไทย', 'the the the cat cat', '.,;:!?', "'s 't 're", 'ſ K Å', '▁mark ▁▁two', '<0x41>', 'ĠGPT Ċ', '##ing'];

// ---- small vocabularies
const byteChars = (() => { let n = 256; return [...Array(256).keys()].map(b => String.fromCodePoint((b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174 ? b : n++)); })();
const toBytes = s => [...Buffer.from(s)].map(b => byteChars[b]).join('');
const trainBpe = (words, alphabet, count) => {
  const vocabulary = [...alphabet], known = new Set(vocabulary), merges = [];
  let symbols = words.map(w => [...w]);
  for (let k = 0; k < count; k++) {
    const pairs = new Map();
    for (const w of symbols) for (let i = 0; i + 1 < w.length; i++) { const key = w[i] + '\u0001' + w[i + 1]; pairs.set(key, (pairs.get(key) ?? 0) + 1); }
    const best = [...pairs].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0];
    if (!best || best[1] < 2) break;
    const [a, b] = best[0].split('\u0001');
    merges.push([a, b]);
    if (!known.has(a + b)) { known.add(a + b); vocabulary.push(a + b); }
    symbols = symbols.map(w => { const o = []; for (let i = 0; i < w.length; i++) if (w[i] === a && w[i + 1] === b) { o.push(a + b); i++; } else o.push(w[i]); return o; });
  }
  return { vocabulary, merges };
};
const ids = list => Object.fromEntries(list.map((t, i) => [t, i]));
const added = (content, more = {}) => ({ id: 0, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true, ...more });
const template = (single, pair, tokens) => {
  const list = t => t.split(' ').map(p => { const [n, ty] = p.split(':'); return n[0] === '$' ? { Sequence: { id: n[1], type_id: +ty } } : { SpecialToken: { id: n, type_id: +ty } }; });
  return { type: 'TemplateProcessing', single: list(single), pair: list(pair), special_tokens: Object.fromEntries(Object.entries(tokens).map(([t, i]) => [t, { id: t, ids: [i], tokens: [t] }])) };
};
const seq = (name, ...parts) => ({ type: 'Sequence', [name]: parts });
const byteLevel = (add_prefix_space, trim_offsets = true, use_regex = true) => ({ type: 'ByteLevel', add_prefix_space, trim_offsets, use_regex });
const words = corpus.match(/ ?\S+/g);
const metaWords = words.map(w => '▁' + w.trim());
const bytes = trainBpe(words.map(toBytes), byteChars, 260);
const characters = [...new Set(corpus.replace(/\s/g, ''))];
const meta = trainBpe(metaWords, ['▁', ...characters], 160);
const byteTokens = [...Array(256).keys()].map(b => `<0x${b.toString(16).toUpperCase().padStart(2, '0')}>`);
const plain = [...new Set(corpus.toLowerCase().split(/\s+/))].filter(Boolean);
const pieces = [...new Set(plain.flatMap(w => [w.slice(0, 3), w.slice(0, 4), w.slice(-3), w.slice(-2)]))];
const counts = new Map();
for (const w of metaWords) for (let i = 0; i < [...w].length; i++) for (let j = i + 1; j <= Math.min([...w].length, i + 7); j++) { const p = [...w].slice(i, j).join(''); counts.set(p, (counts.get(p) ?? 0) + 1); }
const scored = [...counts].filter(([p, n]) => [...p].length === 1 || n > 3).sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, 420).map(([p, n]) => [p, Math.log(n / metaWords.length)]);

const bpe = (v, merges, more = {}) => ({ type: 'BPE', dropout: null, unk_token: null, continuing_subword_prefix: null, end_of_word_suffix: null, fuse_unk: false, byte_fallback: false, ignore_merges: false, vocab: ids(v), merges, ...more });
const make = parts => ({ version: '1.0', truncation: null, padding: null, added_tokens: [], normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null, ...parts });
const gptSplit = { type: 'Split', pattern: { Regex: "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+" }, behavior: 'Isolated', invert: false };

const wordPiece = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', ...plain, ...pieces, ...characters, ...pieces.map(p => '##' + p), ...characters.map(p => '##' + p)].filter((t, i, l) => l.indexOf(t) === i);
const specials = ['<s>', '<pad>', '</s>', '<unk>'];
const clipBase = trainBpe(words.map(w => [...toBytes(w.trim().toLowerCase())]).map(w => w.join('')), byteChars, 120);
const clip = { vocabulary: [...clipBase.vocabulary, ...byteChars.map(c => c + '</w>')], merges: clipBase.merges };
const wordList = ['[UNK]', ...plain, ...plain.map(w => w.replace(/[^\p{L}\p{N}]/gu, ''))].filter((t, i, l) => t && l.indexOf(t) === i);

const tokenizers = {
  'wordpiece-bert': make({ added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'].map(t => added(t)), normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true }, pre_tokenizer: { type: 'BertPreTokenizer' }, post_processor: template('[CLS]:0 $A:0 [SEP]:0', '[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1', { '[CLS]': 2, '[SEP]': 3 }), decoder: { type: 'WordPiece', prefix: '##', cleanup: true }, model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 30, vocab: ids(wordPiece) } }),
  'wordpiece-cased': make({ added_tokens: ['[CLS]', '[SEP]'].map(t => added(t)), normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: false, lowercase: false }, pre_tokenizer: { type: 'BertPreTokenizer' }, post_processor: { type: 'BertProcessing', sep: ['[SEP]', 3], cls: ['[CLS]', 2] }, decoder: { type: 'WordPiece', prefix: '##', cleanup: false }, model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: ids(wordPiece) } }),
  'bpe-gpt2': make({ added_tokens: [added('<|endoftext|>')], pre_tokenizer: byteLevel(false), post_processor: byteLevel(true, false), decoder: byteLevel(true), model: bpe(bytes.vocabulary, bytes.merges.map(m => m.join(' '))) }),
  'bpe-roberta': make({ added_tokens: [...['<s>', '<pad>', '</s>', '<unk>'].map(t => added(t, { normalized: true })), added('<mask>', { lstrip: true })], pre_tokenizer: byteLevel(true), post_processor: { type: 'RobertaProcessing', sep: ['</s>', 2], cls: ['<s>', 0], trim_offsets: true, add_prefix_space: true }, decoder: byteLevel(true), model: bpe([...specials, ...bytes.vocabulary], bytes.merges) }),
  'bpe-clip': make({ added_tokens: [added('<|endoftext|>')], normalizer: seq('normalizers', { type: 'NFC' }, { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' }, { type: 'Lowercase' }), pre_tokenizer: seq('pretokenizers', { type: 'Split', pattern: { Regex: "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+" }, behavior: 'Removed', invert: true }, byteLevel(false)), post_processor: { type: 'RobertaProcessing', sep: ['!</w>', clip.vocabulary.indexOf('!</w>')], cls: ['!', clip.vocabulary.indexOf('!')], trim_offsets: false, add_prefix_space: false }, decoder: { type: 'BPEDecoder', suffix: '</w>' }, model: bpe(clip.vocabulary, clip.merges, { end_of_word_suffix: '</w>', continuing_subword_prefix: '' }) }),
  'bpe-llama3': make({ added_tokens: [added('<|begin|>'), added('  ', { special: false, normalized: true })], pre_tokenizer: seq('pretokenizers', gptSplit, byteLevel(false, true, false)), post_processor: seq('processors', byteLevel(true, false), template('<|begin|>:0 $A:0', '<|begin|>:0 $A:0 <|begin|>:1 $B:1', { '<|begin|>': bytes.vocabulary.length })), decoder: byteLevel(true), model: bpe(bytes.vocabulary, bytes.merges, { ignore_merges: true }) }),
  'bpe-llama2': make({ added_tokens: ['<unk>', '<s>', '</s>'].map(t => added(t)), normalizer: seq('normalizers', { type: 'Prepend', prepend: '▁' }, { type: 'Replace', pattern: { String: ' ' }, content: '▁' }), post_processor: template('<s>:0 $A:0', '<s>:0 $A:0 <s>:1 $B:1', { '<s>': 1 }), decoder: seq('decoders', { type: 'Replace', pattern: { String: '▁' }, content: ' ' }, { type: 'ByteFallback' }, { type: 'Fuse' }, { type: 'Strip', content: ' ', start: 1, stop: 0 }), model: bpe(['<unk>', '<s>', '</s>', ...byteTokens, ...meta.vocabulary], meta.merges, { unk_token: '<unk>', fuse_unk: true, byte_fallback: true }) }),
  'bpe-unknown': make({ added_tokens: [added('<unk>')], normalizer: { type: 'NFKC' }, pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'first', split: true }, decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'first', split: true }, model: bpe(['<unk>', ...meta.vocabulary], meta.merges, { unk_token: '<unk>', fuse_unk: true }) }),
  'unigram-t5': make({ added_tokens: ['<pad>', '</s>', '<unk>'].map(t => added(t)), normalizer: seq('normalizers', { type: 'Nmt' }, { type: 'NFKC' }, { type: 'Strip', strip_left: false, strip_right: true }, { type: 'Replace', pattern: { Regex: ' {2,}' }, content: '▁' }), pre_tokenizer: seq('pretokenizers', { type: 'WhitespaceSplit' }, { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true }), post_processor: template('$A:0 </s>:0', '$A:0 </s>:0 $B:0 </s>:0', { '</s>': 1 }), decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true }, model: { type: 'Unigram', unk_id: 2, byte_fallback: false, vocab: [['<pad>', 0], ['</s>', 0], ['<unk>', 0], ...scored] } }),
  'unigram-bytes': make({ added_tokens: [added('<unk>')], pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: false }, decoder: seq('decoders', { type: 'ByteFallback' }, { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: false }), model: { type: 'Unigram', unk_id: 0, byte_fallback: true, vocab: [['<unk>', 0], ...byteTokens.map(t => [t, -12]), ...scored] } }),
  'wordlevel-flags': make({ added_tokens: [added('cat', { single_word: true, special: false }), added('Café', { normalized: true, special: false }), added('[MASK]', { lstrip: true, rstrip: true }), added('hello world', { special: false, normalized: true })], normalizer: seq('normalizers', { type: 'NFKD' }, { type: 'StripAccents' }, { type: 'Lowercase' }), pre_tokenizer: { type: 'Whitespace' }, decoder: { type: 'CTC', pad_token: '[UNK]', word_delimiter_token: '.', cleanup: true }, model: { type: 'WordLevel', vocab: ids(wordList), unk_token: '[UNK]' } }),
  'wordlevel-cuts': make({ normalizer: seq('normalizers', { type: 'NFD' }, { type: 'Strip', strip_left: true, strip_right: false }), pre_tokenizer: seq('pretokenizers', { type: 'UnicodeScripts' }, { type: 'Punctuation', behavior: 'MergedWithPrevious' }, { type: 'Digits', individual_digits: true }, { type: 'CharDelimiterSplit', delimiter: ' ' }, { type: 'FixedLength', length: 6 }), model: { type: 'WordLevel', vocab: ids(wordList), unk_token: '[UNK]' } }),
  'bpe-prefix': make({ normalizer: seq('normalizers', { type: 'NFKC' }, { type: 'ByteLevel' }), pre_tokenizer: { type: 'Split', pattern: { String: 'Ġ' }, behavior: 'MergedWithNext', invert: false }, decoder: byteLevel(true), model: bpe([...bytes.vocabulary], bytes.merges) }),
};

const record = e => ({ ids: e.getIds(), tokens: e.getTokens(), offsets: e.getOffsets().flat(), types: e.getTypeIds(), mask: e.getSpecialTokensMask(), words: e.getWordIds(), segments: e.getSequenceIds(), attention: e.getAttentionMask(), windows: e.getOverflowing().map(w => w.getIds()) });
const cuts = [null, { max_length: 6, strategy: 'LongestFirst', direction: 'Right', stride: 0 }, { max_length: 9, strategy: 'LongestFirst', direction: 'Left', stride: 1 }, { max_length: 12, strategy: 'OnlySecond', direction: 'Right', stride: 1 }];
for (const [name, tokenizer] of Object.entries(tokenizers)) {
  const cases = [];
  for (const cut of cuts) {
    const t = Tokenizer.fromString(JSON.stringify({ ...tokenizer, truncation: cut }));
    const whole = Tokenizer.fromString(JSON.stringify(tokenizer));
    for (let i = 0; i < texts.length; i++) {
      const b = i % 3 === 2 || cut?.strategy === 'OnlySecond' ? texts[(i * 7 + 6) % texts.length] : null;
      if (cut && (i % 4 !== 0 || (cut.strategy === 'OnlySecond' && (!b || (await whole.encode(texts[i], null)).getLength() > 4)))) continue;
      for (const special of cut ? [true] : [true, false]) {
        const e = await t.encode(texts[i], b, { addSpecialTokens: special });
        const c = { a: texts[i], b: b ?? undefined, special, cut: cut ?? undefined, ...record(e) };
        if (!cut) { c.text = await t.decode(e.getIds(), false); c.clean = await t.decode(e.getIds(), true); }
        cases.push(c);
      }
    }
  }
  fs.writeFileSync(new URL(`./${name}.json`, import.meta.url), JSON.stringify({ tokenizer, cases }));
  console.log(name, cases.length, fs.statSync(new URL(`./${name}.json`, import.meta.url)).size);
}
