// Small vocabularies and the texts to try them on, made from the corpus below.

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

export { texts, byteChars, ids, added, template, seq, byteLevel, bytes, meta, byteTokens, scored, bpe, make, gptSplit, wordPiece, specials, clip, wordList };
