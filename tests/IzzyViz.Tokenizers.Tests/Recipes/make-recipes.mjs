// Writes, for each class of tokenizer with a recipe, small older files and what the reference answers for the
// tokenizer that transformers' convert_slow_tokenizer.py (4.57) makes of them, put together here by hand.
//
//   npm install tokenizers@0.23.2
//   node make-recipes.mjs path/to/node_modules
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { texts, ids, added, template, seq, byteLevel, bytes, meta, byteTokens, scored, bpe, make, wordPiece, specials, clip } from '../Goldens/vocabularies.mjs';

const require = createRequire(path.resolve(process.argv[2], 'x.js'));
const { Tokenizer } = require('tokenizers');

const [normal, unknown, control, user, byte] = [1, 2, 3, 4, 6];
const mark = '▁';
const replace = (p, content) => ({ type: 'Replace', pattern: typeof p === 'string' ? { String: p } : { Regex: p.regex }, content });
const metaspace = (prepend_scheme = 'always', split = true) => ({ type: 'Metaspace', replacement: mark, prepend_scheme, split });
const strip = (l, r) => ({ type: 'Strip', strip_left: l, strip_right: r });
const cleaned = seq('normalizers', strip(false, true), replace({ regex: ' {2,}' }, mark));
const bert = (t, more) => ({ normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true, ...more }, pre_tokenizer: { type: 'BertPreTokenizer' }, decoder: { type: 'WordPiece', prefix: '##', cleanup: true }, post_processor: t });
const named = (post, list) => ({ ...post, special_tokens: Object.fromEntries(Object.keys(list).map(t => [t, { id: t, ids: [list[t]], tokens: [t] }])) });
const unigram = (vocab, unk_id) => ({ type: 'Unigram', unk_id, byte_fallback: false, vocab });
const roberta = (cls, sep, add_prefix_space, trim_offsets) => ({ type: 'RobertaProcessing', cls, sep, add_prefix_space, trim_offsets });
const fused = (v, merges) => bpe(v, merges, { unk_token: '<unk>', fuse_unk: true, byte_fallback: true });

// pieces of a sentencepiece file: [text, score, kind]
const float = Math.fround;
const plain = scored.map(([t, s]) => [t, float(s), normal]);
const words = plain.map(([t, s]) => [t, s]);
const numbers = [['3,', float(-2.5), normal], ['14', float(-3), normal]];
const bytePieces = byteTokens.map(t => [t, 0, byte]);
// a BPE file's scores fall in the order of merging; characters come last, and runs of one letter can be split in more than one way
const runs = ['aa', 'aaa', 'aaaa', `${mark}${mark}`, `${mark}${mark}${mark}`];
const merged = [...runs, ...meta.vocabulary.filter(t => [...t].length > 1 && !runs.includes(t))].map((t, i) => [t, -i, normal]);
const single = meta.vocabulary.filter(t => [...t].length === 1).map((t, i) => [t, -1000 - i, normal]);
const llamaPieces = [['<unk>', 0, unknown], ['<s>', 0, control], ['</s>', 0, control], ...bytePieces, ...merged, ...single];
const gemmaPieces = [['<pad>', 0, control], ['<eos>', 0, control], ['<bos>', 0, control], ['<unk>', 0, unknown], ['<start_of_turn>', 0, user], ['[custom]', 0, user], ...bytePieces, ...merged, ...single];
// halves of every piece, by score and then by the lengths of both, all falling
const merges = pieces => {
  const known = new Set(pieces.map(p => p[0]));
  return pieces.flatMap(([t, s]) => [...t].slice(1).map((_, k) => [[...t].slice(0, k + 1), [...t].slice(k + 1), s]))
    .filter(([l, r]) => known.has(l.join('')) && known.has(r.join('')))
    .sort((x, y) => y[2] - x[2] || y[0].length - x[0].length || y[1].length - x[1].length)
    .map(([l, r]) => [l.join(''), r.join('')]);
};
const byteDecoder = last => seq('decoders', replace(mark, ' '), { type: 'ByteFallback' }, { type: 'Fuse' }, ...last);
const llama = (parts, model = fused(llamaPieces.map(p => p[0]), merges(llamaPieces))) => make({
  added_tokens: ['<unk>', '<s>', '</s>'].map(t => added(t)), decoder: byteDecoder([{ type: 'Strip', content: ' ', start: 1, stop: 0 }]), post_processor: template('<s>:0 $A:0', '<s>:0 $A:0 <s>:1 $B:1', { '<s>': 1 }), ...parts, model });
const tabbed = gemmaPieces.map(p => (p[0] === '<0x09>' ? ['\t', p[1], p[2]] : p));
const quotes = [replace('``', '"'), replace("''", '"')];
const albertPieces = [['<pad>', 0, control], ['<unk>', 0, unknown], ['[CLS]', 0, control], ['[SEP]', 0, control], ['[MASK]', 0, control], ...plain, ...numbers];
const debertaPieces = [['[PAD]', 0, control], ['[CLS]', 0, control], ['[SEP]', 0, control], ['[UNK]', 0, unknown], ...plain];
const t5Pieces = [['<pad>', 0, control], ['</s>', 0, control], ['<unk>', 0, unknown], ...plain];
const fairseqPieces = [['<unk>', 0, unknown], ['<s>', 0, control], ['</s>', 0, control], ...plain];
const extra = Array.from({ length: 100 }, (_, i) => `<extra_id_${99 - i}>`);
const mpnet = wordPiece.map(t => ({ '[CLS]': '<s>', '[SEP]': '</s>', '[MASK]': '<mask>', '[PAD]': '<pad>' }[t] ?? t));
const robertaVocabulary = [...specials, ...bytes.vocabulary, '<mask>'];
const clipVocabulary = [...clip.vocabulary, '<|startoftext|>', '<|endoftext|>'];
const [clipStart, clipEnd] = [clip.vocabulary.length, clip.vocabulary.length + 1];
const gpt = [...bytes.vocabulary, '<|endoftext|>'];
const qwenSplit = "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
const fairseq = (vocab, front) => make({ added_tokens: [...front.map(t => added(t)), added('<mask>', { lstrip: true })], normalizer: cleaned, pre_tokenizer: metaspace(), decoder: metaspace(), post_processor: named(template('<s>:0 $A:0 </s>:0', '<s>:0 $A:0 </s>:0 </s>:0 $B:0 </s>:0', {}), Object.fromEntries(['<s>', '</s>'].map(t => [t, vocab.findIndex(p => p[0] === t)]))), model: unigram(vocab, 3) });
const xlmrVocabulary = [...specials.map(t => [t, 0]), ...words, ['<mask>', 0]];
const camembertVocabulary = [['<s>NOTUSED', 0], ['<pad>', 0], ['</s>NOTUSED', 0], ['<unk>', 0], ['<unk>NOTUSED', -100], ['<s>', 0], ['</s>', 0], ...words, ['<mask>', 0]];
const bertTemplate = template('[CLS]:0 $A:0 [SEP]:0', '[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1', { '[CLS]': 2, '[SEP]': 3 });

const cases = {
  bert: ['BertTokenizer', {}, { lines: wordPiece }, make({ ...bert(bertTemplate), added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'].map(t => added(t)), model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: ids(wordPiece) } })],
  'bert-cased': ['BertTokenizerFast', { do_lower_case: false, tokenize_chinese_chars: false, mask_token: { content: '[MASK]', lstrip: true, rstrip: false, normalized: false, single_word: false } }, { lines: wordPiece }, make({ ...bert(bertTemplate, { lowercase: false, handle_chinese_chars: false }), added_tokens: [...['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map(t => added(t)), added('[MASK]', { lstrip: true })], model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: ids(wordPiece) } })],
  mpnet: ['MPNetTokenizer', {}, { lines: mpnet }, make({ ...bert(template('<s>:0 $A:0 </s>:0', '<s>:0 $A:0 </s>:0 </s>:0 $B:1 </s>:1', { '<s>': 2, '</s>': 3 })), added_tokens: [...['<s>', '<pad>', '</s>', '[UNK]'].map(t => added(t)), added('<mask>', { lstrip: true })], model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: ids(mpnet) } })],
  gpt2: ['GPT2Tokenizer', { add_bos_token: true }, { vocabulary: gpt, merges: bytes.merges }, make({ added_tokens: [added('<|endoftext|>', { normalized: true })], pre_tokenizer: byteLevel(false), decoder: byteLevel(true), post_processor: template('<|endoftext|>:0 $A:0', '<|endoftext|>:0 $A:0 $B:1', { '<|endoftext|>': gpt.length - 1 }), model: bpe(gpt, bytes.merges) })],
  roberta: ['RobertaTokenizer', {}, { vocabulary: robertaVocabulary, merges: bytes.merges }, make({ added_tokens: [...specials.map(t => added(t, { normalized: true })), added('<mask>', { lstrip: true })], pre_tokenizer: byteLevel(false), decoder: byteLevel(true), post_processor: roberta(['<s>', 0], ['</s>', 2], false, true), model: bpe(robertaVocabulary, bytes.merges) })],
  clip: ['CLIPTokenizer', {}, { vocabulary: clipVocabulary, merges: clip.merges }, make({ added_tokens: [added('<|startoftext|>', { normalized: true }), added('<|endoftext|>', { normalized: true })], normalizer: seq('normalizers', { type: 'NFC' }, replace({ regex: '\\s+' }, ' '), { type: 'Lowercase' }), pre_tokenizer: seq('pretokenizers', { type: 'Split', pattern: { Regex: "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+" }, behavior: 'Removed', invert: true }, byteLevel(false)), decoder: byteLevel(true), post_processor: roberta(['<|startoftext|>', clipStart], ['<|endoftext|>', clipEnd], false, false), model: bpe(clipVocabulary, clip.merges, { unk_token: '<|endoftext|>', continuing_subword_prefix: '', end_of_word_suffix: '</w>' }) })],
  qwen2: ['Qwen2Tokenizer', {}, { vocabulary: gpt, merges: bytes.merges }, make({ added_tokens: [added('<|endoftext|>')], normalizer: { type: 'NFC' }, pre_tokenizer: seq('pretokenizers', { type: 'Split', pattern: { Regex: qwenSplit }, behavior: 'Isolated', invert: false }, byteLevel(false, true, false)), decoder: byteLevel(true), post_processor: byteLevel(true, false), model: bpe(gpt, bytes.merges) })],
  t5: ['T5Tokenizer', {}, { file: 'spiece.model', pieces: t5Pieces, type: 1, unknown: 2 }, make({ added_tokens: [...['<pad>', '</s>', '<unk>'].map(t => added(t)), ...extra.map(t => added(t, { lstrip: true, rstrip: true }))], normalizer: cleaned, pre_tokenizer: metaspace(), decoder: metaspace(), post_processor: template('$A:0 </s>:0', '$A:0 </s>:0 $B:0 </s>:0', { '</s>': 1 }), model: unigram([...t5Pieces.map(p => [p[0], p[1]]), ...extra.map(t => [t, 0])], 2) })],
  'xlm-roberta': ['XLMRobertaTokenizer', {}, { file: 'sentencepiece.bpe.model', pieces: fairseqPieces, type: 1, unknown: 0 }, fairseq(xlmrVocabulary, specials)],
  camembert: ['CamembertTokenizer', {}, { file: 'sentencepiece.bpe.model', pieces: fairseqPieces, type: 1, unknown: 0 }, fairseq(camembertVocabulary, ['<s>NOTUSED', '<pad>', '</s>NOTUSED', '<unk>', '<s>', '</s>'])],
  albert: ['AlbertTokenizer', {}, { file: 'spiece.model', pieces: albertPieces, type: 1, unknown: 1 }, make({ added_tokens: [...['<pad>', '<unk>', '[CLS]', '[SEP]'].map(t => added(t)), added('[MASK]', { lstrip: true })], normalizer: seq('normalizers', ...quotes, { type: 'NFKD' }, { type: 'StripAccents' }, { type: 'Lowercase' }, replace({ regex: ' {2,}' }, ' ')), pre_tokenizer: metaspace(), decoder: metaspace(), post_processor: bertTemplate, model: unigram(albertPieces.map(([t, s]) => [t, t === '3,' ? s - 100 : s]), 1) })],
  'deberta-v2': ['DebertaV2Tokenizer', { split_by_punct: true, do_lower_case: true }, { file: 'spm.model', pieces: debertaPieces, type: 1, unknown: 3 }, make({ added_tokens: [...['[PAD]', '[CLS]', '[SEP]'].map(t => added(t)), added('[UNK]', { normalized: true }), added('[MASK]')], normalizer: seq('normalizers', { type: 'Lowercase' }, strip(true, true), replace({ regex: ' {2,}' }, ' ')), pre_tokenizer: seq('pretokenizers', { type: 'Punctuation', behavior: 'Isolated' }, metaspace()), decoder: metaspace(), post_processor: template('[CLS]:0 $A:0 [SEP]:0', '[CLS]:0 $A:0 [SEP]:0 $B:1 [SEP]:1', { '[CLS]': 1, '[SEP]': 2 }), model: unigram(debertaPieces.map(p => [p[0], p[1]]), 3) })],
  llama: ['LlamaTokenizer', {}, { file: 'tokenizer.model', pieces: llamaPieces, type: 2, unknown: 0 }, llama({ normalizer: seq('normalizers', { type: 'Prepend', prepend: mark }, replace(' ', mark)) })],
  'llama-new': ['LlamaTokenizer', { legacy: false, add_eos_token: true }, { file: 'tokenizer.model', pieces: llamaPieces, type: 2, unknown: 0 }, llama({ pre_tokenizer: metaspace('first', false), post_processor: template('<s>:0 $A:0 </s>:0', '<s>:0 $A:0 </s>:0 <s>:1 $B:1 </s>:1', { '<s>': 1, '</s>': 2 }) })],
  gemma: ['GemmaTokenizer', {}, { file: 'tokenizer.model', pieces: gemmaPieces, type: 2, unknown: 3 }, make({ added_tokens: [...['<pad>', '<eos>', '<bos>', '<unk>', '<start_of_turn>'].map(t => added(t)), added('[custom]', { special: false })], normalizer: replace(' ', mark), pre_tokenizer: { type: 'Split', pattern: { String: ' ' }, behavior: 'MergedWithPrevious', invert: false }, decoder: byteDecoder([]), post_processor: template('<bos>:0 $A:0', '<bos>:0 $A:0 <bos>:1 $B:1', { '<bos>': 2 }), model: fused(tabbed.map(p => p[0]), merges(tabbed)) })],
};

const special = ['a\tb\t\tc', 'aaaaa aaa aaaaaaa', 'x    y', '``quoted\'\' 3,14 [UNK] [unk]', '<extra_id_0> and <extra_id_1>', '<|StartOfText|> <|endoftext|>', '<start_of_turn> [custom]', '<s>NOTUSED <unk>', ' [MASK] '];
const tried = [...texts, ...special];
for (const [name, [type, configuration, files, tokenizer]] of Object.entries(cases)) {
  const reference = Tokenizer.fromString(JSON.stringify(tokenizer));
  const answers = [];
  for (let i = 0; i < tried.length; i++) {
    const b = i % 4 === 3 ? tried[(i * 7 + 6) % tried.length] : null;
    const e = await reference.encode(tried[i], b);
    const ids_ = e.getIds();
    answers.push({ a: tried[i], b: b ?? undefined, i: ids_, o: e.getOffsets().flat(), t: e.getTypeIds(), s: e.getSpecialTokensMask(), text: await reference.decode(ids_, true) });
  }
  const target = new URL(`./${name}.json`, import.meta.url);
  fs.writeFileSync(target, JSON.stringify({ class: type, configuration, files, answers }));
  console.log(name, answers.length, fs.statSync(target).size);
}
