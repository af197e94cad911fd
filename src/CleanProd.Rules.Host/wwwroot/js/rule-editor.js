// The editor for rules: Monaco from this service's own files, or a plain text field where it cannot be shown or is not wanted. Words and errors
// come from the engine; this file only shows them. Long texts go to the server as streams, because a message of a connection may not be long.
const monacoFiles = '/_content/BlazorMonaco/lib/monaco-editor/min/vs';
const byModel = new Map();
let loading;

function script(source) {
  return new Promise((done, failed) => {
    const element = document.createElement('script');
    element.src = source;
    element.onload = done;
    element.onerror = () => failed(new Error(source));
    document.head.append(element);
  });
}

function isDark() {
  const chosen = document.documentElement.dataset.appearance;
  return chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

async function monacoLoaded(english) {
  loading ??= (async () => {
    await script(monacoFiles + '/loader.js');
    const require = globalThis.require;
    require.config({ paths: { vs: monacoFiles }, ...(english ? {} : { 'vs/nls': { availableLanguages: { '*': 'zh-cn' } } }) });
    await new Promise((done, failed) => require(['vs/editor/editor.main'], done, failed));
    describe(globalThis.monaco);
    return globalThis.monaco;
  })();
  return loading;
}

function describe(monaco) {
  const words = [[/\b(and|or|not|in|true|false|null|iif)\b/, 'keyword'], [/"(\\.|[^"\\])*"/, 'string'], [/\d+(\.\d+)?m?/, 'number'], [/\bp\.\w+/, 'type'], [/[A-Za-z_]\w*/, 'identifier'], [/=>|[<>!=]=?|[-+*/?:]/, 'operator']];
  monaco.languages.register({ id: 'condition' });
  monaco.languages.setMonarchTokensProvider('condition', { tokenizer: { root: words } });
  monaco.languages.setLanguageConfiguration('condition', { brackets: [['(', ')']], autoClosingPairs: [{ open: '(', close: ')' }, { open: '"', close: '"' }] });
  monaco.languages.register({ id: 'pack' });
  monaco.languages.setMonarchTokensProvider('pack', {
    tokenizer: { root: [[/"(\\.|[^"\\])*"(?=\s*:)/, 'type'], [/"(\\.|[^"\\])*"/, 'string'], [/-?\d+(\.\d+)?/, 'number'], [/\b(true|false|null)\b/, 'keyword']] },
  });
  monaco.languages.setLanguageConfiguration('pack', { brackets: [['{', '}'], ['[', ']']], autoClosingPairs: [{ open: '{', close: '}' }, { open: '[', close: ']' }, { open: '"', close: '"' }] });
  const kinds = { word: 5, list: 13, member: 3, function: 1, parameter: 14, value: 15, keyword: 17, item: 4 };
  for (const language of ['condition', 'pack']) {
    monaco.languages.registerCompletionItemProvider(language, {
      triggerCharacters: ['.', '"', ' '],
      async provideCompletionItems(model, position) {
        const editor = byModel.get(model);
        if (!editor) return { suggestions: [] };
        const offers = await editor.offers(model.getValue(), model.getOffsetAt(position));
        const word = model.getWordUntilPosition(position);
        const range = { startLineNumber: position.lineNumber, endLineNumber: position.lineNumber, startColumn: word.startColumn, endColumn: word.endColumn };
        return {
          suggestions: offers.map(o => ({
            label: { label: o.text, description: [o.type, o.unit].filter(Boolean).join(' · ') }, kind: kinds[o.kind] ?? 0, insertText: o.text, range,
            documentation: [o.documentation, o.whenMissing, o.example].filter(Boolean).join('\n\n'),
          })),
        };
      },
    });
  }

  const ink = dark => dark
    ? [['keyword', '6cc7c3'], ['string', 'f1c468'], ['number', 'ffa493'], ['type', 'b6c9d8'], ['identifier', 'e3eaea'], ['operator', 'e3eaea'], ['', 'e3eaea']]
    : [['keyword', '0b5c5e'], ['string', '7d5200'], ['number', '9c2d1c'], ['type', '40566a'], ['identifier', '1b2426'], ['operator', '1b2426'], ['', '1b2426']];
  for (const dark of [false, true]) {
    monaco.editor.defineTheme(dark ? 'rules-dark' : 'rules-light', {
      base: dark ? 'vs-dark' : 'vs', inherit: true, rules: ink(dark).map(([token, foreground]) => ({ token, foreground })),
      colors: dark ? { 'editor.background': '#1a2122', 'editorLineNumber.foreground': '#a3b3b5' } : { 'editor.background': '#ffffff', 'editorLineNumber.foreground': '#566466' },
    });
  }
}

// Where a cursor in the text of a pack stands within a condition: what is written of it, and how far.
function conditionAt(text, offset) {
  const conditions = new Set(['Expression', 'appliesWhen', 'when', 'requires']);
  let start = -1, name = '', last = '';
  for (let i = 0; i < offset; i++) {
    if (text[i] !== '"') continue;
    let end = i + 1;
    while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
    if (end >= offset) { start = i + 1; break; }
    last = text.slice(i + 1, end);
    if (/^\s*:/.test(text.slice(end + 1, end + 20))) name = last;
    i = end;
  }
  if (start < 0 || !conditions.has(name)) return null;
  const unescaped = part => part.replace(/\\(.)/g, '$1');
  const written = unescaped(text.slice(start, offset));
  return { condition: written, offset: written.length };
}

class Plain {
  constructor(host, text, options, changed) {
    this.area = document.createElement('textarea');
    Object.assign(this.area, { value: text, spellcheck: false, readOnly: options.readOnly, rows: options.mode === 'pack' ? 28 : 6 });
    this.area.className = 'editor-plain';
    this.area.setAttribute('aria-label', options.label);
    this.words = document.createElement('p');
    this.words.className = 'editor-words';
    host.append(this.area, this.words);
    this.area.addEventListener('input', () => { changed(); this.offer(); });
    this.area.addEventListener('click', () => this.offer());
  }

  async offer() {
    const at = this.area.selectionStart;
    const offers = this.area.readOnly ? [] : await this.offers(this.area.value, at);
    this.words.replaceChildren(...offers.slice(0, 12).map(o => {
      const word = document.createElement('button');
      Object.assign(word, { type: 'button', className: 'button small-button', textContent: o.text, title: o.documentation });
      word.addEventListener('click', () => {
        const begun = /[A-Za-z_0-9]*$/.exec(this.area.value.slice(0, at))[0].length;
        this.area.setRangeText(o.text, at - begun, at, 'end');
        this.area.dispatchEvent(new Event('input'));
        this.area.focus();
      });
      return word;
    }));
  }

  get text() { return this.area.value; }
  set text(text) { this.area.value = text; }
  mark() {}
  go(line, column) {
    const lines = this.area.value.split('\n');
    const at = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0) + column - 1;
    this.area.focus();
    this.area.setSelectionRange(at, at);
  }
  dispose() { this.area.remove(); this.words.remove(); }
}

class Rich {
  constructor(monaco, host, text, options, changed) {
    this.monaco = monaco;
    this.model = monaco.editor.createModel(text, options.mode);
    this.editor = monaco.editor.create(host, {
      model: this.model, ariaLabel: options.label, readOnly: options.readOnly, theme: isDark() ? 'rules-dark' : 'rules-light', automaticLayout: true, fontSize: 13,
      wordWrap: options.mode === 'pack' ? 'off' : 'on', lineNumbers: options.mode === 'pack' ? 'on' : 'off', minimap: { enabled: false }, scrollBeyondLastLine: false,
      // What would ask a worker: the engine knows the words, and no script of another kind is allowed here.
      wordBasedSuggestions: false, links: false, colorDecorators: false, occurrencesHighlight: false, unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
      folding: options.mode === 'pack', foldingStrategy: 'indentation', glyphMargin: false, renderLineHighlight: 'none', padding: { top: 8, bottom: 8 }, overviewRulerLanes: 0, fixedOverflowWidgets: true,
      quickSuggestions: { other: true, strings: true, comments: false }, suggest: { showWords: false }, scrollbar: { alwaysConsumeMouseWheel: false },
    });
    byModel.set(this.model, this);
    this.model.onDidChangeContent(() => { if (!this.quiet) changed(); });
    if (!Rich.tabLeaves) { this.editor.trigger('', 'editor.action.toggleTabFocusMode'); Rich.tabLeaves = true; }
  }

  get text() { return this.model.getValue(); }
  set text(text) { this.quiet = true; this.model.pushEditOperations([], [{ range: this.model.getFullModelRange(), text }], () => null); this.quiet = false; }
  mark(errors) {
    this.monaco.editor.setModelMarkers(this.model, 'engine', errors.map(e => {
      const line = Math.min(Math.max(e.line, 1), this.model.getLineCount());
      const word = this.model.getWordAtPosition({ lineNumber: line, column: e.column });
      return { severity: 8, message: e.message, startLineNumber: line, endLineNumber: line, startColumn: word?.startColumn ?? e.column, endColumn: word?.endColumn ?? e.column + 1 };
    }));
  }
  go(line, column) { this.editor.revealLineInCenter(line); this.editor.setPosition({ lineNumber: line, column }); this.editor.focus(); }
  dispose() { byModel.delete(this.model); this.editor.dispose(); this.model.dispose(); }
}

// A stream may not be empty.
function streamed(text) { return new Blob(['=' + text]); }

/** Makes an editor in an element. The page is told of changes, and asked what fits at the cursor. */
export async function create(host, page, text, options) {
  const pause = options.mode === 'pack' ? 900 : 500;
  let waiting;
  const changed = () => { clearTimeout(waiting); waiting = setTimeout(() => page.invokeMethodAsync('Changed'), pause); };
  let editor;
  if (!options.plain) {
    try { editor = new Rich(await monacoLoaded(options.english), host, text, options, changed); }
    catch (error) { console.warn('The rich editor cannot be shown; the plain one is.', error); }
  }
  editor ??= new Plain(host, text, options, changed);
  editor.offers = async (whole, offset) => {
    const asked = options.mode === 'pack' ? conditionAt(whole, offset) : { condition: whole, offset };
    return asked ? page.invokeMethodAsync('Complete', asked.condition, asked.offset) : [];
  };
  host.dataset.ready = 'true';
  return {
    read: () => streamed(editor.text), write: value => { clearTimeout(waiting); editor.text = value; }, mark: errors => editor.mark(errors), go: (line, column) => editor.go(line, column),
    dispose: () => { clearTimeout(waiting); editor.dispose(); },
  };
}

const shelf = 'unsaved-rules/';

/** Keeps a text that was not saved yet in this browser, under the draft and version it was made from. */
export function keep(name, text) { try { localStorage.setItem(shelf + name, text); } catch { /* full or forbidden: the server still has what was saved */ } }

/** The text that was kept; nothing when there is none. */
export function kept(name) { return streamed(localStorage.getItem(shelf + name) ?? ''); }

/** Lets a kept text go. */
export function forget(name) { localStorage.removeItem(shelf + name); }
