// Makes small tokenizers and writes what the reference library answers for them.
//
//   npm install tokenizers@0.23.2
//   node make-goldens.mjs path/to/node_modules
//
// Per file: tokenizer, and cases of { a, b?, special, cut?, ids, tokens, offsets, types, mask, words, segments, windows, text, clean } or an error.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { texts, ids, added, template, seq, byteLevel, bytes, meta, byteTokens, scored, bpe, make, gptSplit, wordPiece, specials, clip, wordList } from './vocabularies.mjs';

const require = createRequire(path.resolve(process.argv[2], 'x.js'));
const { Tokenizer } = require('tokenizers');

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
