// Search: Pagefind finds, this asks and shows. Nothing of Pagefind is fetched before somebody searches.
// What the index says is put in as text, never as markup.
{
  const form = document.querySelector("form.search"), found = document.querySelector(".search-found");
  const part = name => found.querySelector(`[data-part=${name}]`);
  const [results, ways] = ["results", "ways"].map(part);
  const status = found.querySelector("[role=status]"), more = found.querySelector("[data-do=more]");
  const row = found.querySelector("template").content;
  const words = status.dataset, title = document.title, further = more.textContent;
  const NARROW = ["section", "column", "unit", "year", "pictures"], EACH = 10, FEW = 20, ENOUGH = 20, PASSAGE = 90, LATELY = 900, KEPT = 3;
  const labels = new Map([...form.querySelectorAll("option")].filter(one => one.value).map(one => [one, one.textContent]));

  // Characters. GB 2312 has the simplified ones; a query with another asks for the table of traditional ones.
  const han = /\p{Script=Han}/u;
  let plain, variants, asking;
  const gb2312 = () => {
    const bytes = [];
    for (let a = 0xB0; a < 0xF8; a++) for (let b = 0xA1; b < 0xFF; b++) bytes.push(a, b);
    return new Set(new TextDecoder("gb2312").decode(new Uint8Array(bytes)));
  };
  const table = text => {
    if (variants || asking) return asking;
    plain ??= gb2312();
    if (![...text].some(one => han.test(one) && (!plain.has(one) || form.dataset.known.includes(one)))) return;
    return asking = fetch(form.dataset.variants).then(async answer => {
      if (!answer.ok) throw new Error(answer.status);
      const all = await answer.text();
      variants = new Map(Array.from({ length: all.length / 2 }, (_, n) => [all[2 * n], all[2 * n + 1]]));
    }).finally(() => asking = undefined);
  };
  // One character for one, so that a place in the folded text is the place in the text.
  const fold = text => Array.from({ length: text.length }, (_, n) => {
    const one = text[n].replace(/[０-９Ａ-Ｚａ-ｚ]/, wide => String.fromCharCode(wide.charCodeAt() - 0xFEE0));
    const low = one.toLowerCase();
    return variants?.get(one) ?? (low.length === 1 ? low : one);
  }).join("");

  const squeeze = text => text.replace(/\s+/g, "");

  // A query: its phrases, and its words.
  const parse = text => {
    const phrases = [], rest = text.replace(/[“”„＂「」『』]/g, '"').replace(/"([^"]*)"/g, (_, phrase) => {
      if (phrase.trim()) phrases.push(phrase.trim());
      return " ";
    });
    return { phrases, words: rest.replace(/"/g, " ").split(/[\s\u3000]+/).filter(Boolean) };
  };

  // The index, in parts, newest first. In a language that Pagefind knows nothing of it leaves the words as they are; for
  // its first part it takes the page's language, and no other.
  const UNKNOWN = "und", root = document.documentElement, folder = ({ path }) => path.slice(0, path.lastIndexOf("/") + 1);
  let listing;
  const opened = new Map();
  const listed = () => listing ??= fetch(form.dataset.parts).then(async answer => {
    if (!answer.ok) throw new Error(answer.status);
    return (await answer.json()).parts.map((part, number) => ({ ...part, number }));
  }).catch(error => {
    listing = null;
    throw error;
  });
  // Some parts as one. The newest of all is always among them, whose WebAssembly the browser then has. Pagefind's worker
  // is a second copy of its script. A few such sets are kept.
  const open = async some => {
    const [newest] = await listed(), key = some.map(({ name }) => name).join();
    const made = opened.get(key) ?? (async () => {
      const { createInstance } = await import(newest.path);
      const { lang } = root;
      root.lang = UNKNOWN;
      const made = createInstance({ basePath: folder(newest), noWorker: true });
      root.lang = lang;
      const others = some.filter(({ name }) => name !== newest.name);
      await Promise.all(others.map(each => made.mergeIndex(folder(each), { language: UNKNOWN, indexWeight: 1 + each.number * LEAST })));
      return made;
    })().catch(error => {
      opened.delete(key);
      throw error;
    });
    opened.delete(key);
    opened.set(key, made);
    if (opened.size > KEPT) opened.delete(opened.keys().next().value);
    return made;
  };

  // The newest first. Asked for that, Pagefind scores an article by its place in its part, and puts those of all parts in
  // the order of their scores. The weights tell the parts apart, but not their oldest articles, whose place is nought.
  const LEAST = 2 ** -30;
  const byDate = async results => {
    const parts = await listed(), placed = await Promise.all(results.map(async one => {
      const place = Math.round(one.score), { date } = place ? {} : (await one.data()).meta;
      return { one, place, part: place ? Math.round((one.score / place - 1) / LEAST) : parts.findIndex(({ since }) => since === date) };
    }));
    return placed.sort((a, b) => a.part - b.part || b.place - a.place).map(({ one }) => one);
  };

  // In the index each Chinese character is a word, and what stands together a phrase. A few of its characters tell nearly
  // always, and each costs its share of every part of the index, the commonest most. So those that stand together and are
  // the least common; here are the common ones, the commonest first.
  const MOST = 2, USUAL = 50, MANY = 1000, COMMON = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情";
  const common = one => !han.test(one) ? USUAL : COMMON.includes(one) ? COMMON.length - COMMON.indexOf(one) : 0;
  const rarest = (run, most, spread) => {
    let best = 0, least = Infinity;
    for (let at = 0; at + most <= run.length; at++) {
      const some = run.slice(at, at + most), sum = some.reduce((sum, one) => sum + common(one), 0);
      // Where filters tell in how many parts two characters may stand, that decides.
      const cost = sum + (spread?.get(some.join("")) ?? MANY) * MANY;
      if (cost < least) [best, least] = [at, cost];
    }
    return run.slice(best, best + most);
  };
  const runs = one => {
    const made = [[]];
    for (const piece of one.replace(/\p{Script=Han}/gu, " $& ").split(/\s+/)) {
      if (/[\p{L}\p{N}]/u.test(piece)) made.at(-1).push(piece.replace(/"/g, ""));
      else if (piece) made.push([]);
    }
    return made.filter(run => run.length);
  };

  // Which parts may have it. A Bloom filter of each, in shards, tells of two characters whether they stand side by side there
  // (plugins/search/bloom.py); one file has the same shard of some parts. The least common are looked up, some of each word.
  // A filter that cannot be had leaves its parts to be asked.
  const shards = new Map(), MIX = [0xBF58476D1CE4E5B9n, 0x94D049BB133111EBn], PLACES = [39n, 23n, 7n], TELL = 5, PLAIN = .75;
  const shard = address => {
    if (!shards.has(address)) shards.set(address, fetch(address).then(async answer => {
      if (!answer.ok) throw new Error(answer.status);
      return new Uint8Array(await answer.arrayBuffer());
    }).catch(() => void shards.delete(address)));
    return shards.get(address);
  };
  const pairsOf = ({ phrases, words }) => {
    const every = [...phrases, ...words].map(one => {
      const text = squeeze(one), made = [];
      for (let n = 0; n + 1 < text.length; n++) {
        const two = text.slice(n, n + 2);
        if (/^[\u3400-\u9FFFa-z0-9]{2}$/.test(two)) made.push(two);
      }
      return made.sort((a, b) => common(a[0]) + common(a[1]) - common(b[0]) - common(b[1]));
    });
    const each = Math.ceil(TELL / every.length);
    return [...new Set(every.flatMap(pairs => pairs.slice(0, each)))];
  };
  const may = async ({ sieve }, two) => {
    if (!sieve) return true;
    let mixed = BigInt.asUintN(64, BigInt(two.charCodeAt() + two.charCodeAt(1) * 0x10000) * MIX[0]);
    mixed = BigInt.asUintN(64, (mixed ^ mixed >> 32n) * MIX[1]);
    const { path, start, size } = sieve, all = await shard(path + (mixed >> 55n).toString(16).padStart(3, "0"));
    const places = PLACES.map(from => Number(mixed >> from & 0xFFFFn) * size * 8 >>> 16);
    return !all || places.every(place => all[start + (place >> 3)] >> (place & 7) & 1);
  };
  // Which parts to ask, one step after another: the newest, then some more that may have it, and how many articles that
  // looks through; the more characters are looked up, the fewer at a time. Or those of the year that is asked for. What the
  // filters told is noted in the query.
  const total = some => some.reduce((sum, { records }) => sum + records, 0);
  const steps = async (query, parts, { year }) => {
    if (year) return [{ ask: parts.filter(({ since, until }) => since.slice(0, 4) <= year && year <= until.slice(0, 4)), looked: 0 }];
    if (total(parts) <= LATELY) return [{ ask: parts, looked: 0 }];
    const pairs = parts.some(({ sieve }) => sieve) ? pairsOf(query) : [];
    const told = await Promise.all(pairs.map(two => Promise.all(parts.map(part => may(part, two)))));
    const might = parts.map((_, n) => told.every(each => each[n]));
    query.spread = new Map(pairs.map((two, n) => [two, told[n].filter(Boolean).length]));
    query.plain = pairs.length > 0 && Math.min(...query.spread.values()) > parts.length * PLAIN;
    // Of a phrase whose pairs stand everywhere it takes more characters to tell.
    const long = query.plain && pairs.length > 1;
    if (long) query.most = MOST + 1;
    const looked = [...query.phrases, ...query.words].flatMap(runs).reduce((sum, run) => sum + Math.min(run.length, query.most), 0);
    const share = LATELY * MOST / Math.max(MOST, looked + long);
    let many = 0;
    const lately = parts.filter(({ records }) => (many += records) - records < share);
    // All of the newest or none: what is open for one query will do for the next.
    const made = lately.some((_, n) => might[n]) ? [{ ask: lately, looked: total(lately) }] : [];
    many = share;
    parts.forEach((part, n) => {
      if (n < lately.length || !might[n]) return;
      if (many >= share) {
        made.push({ ask: [...made.at(-1)?.ask ?? []] });
        many = 0;
      }
      many += part.records;
      made.at(-1).ask.push(part);
      made.at(-1).looked = total(parts.slice(0, n + 1));
    });
    return made.length ? made : [{ ask: [], looked: 0 }];
  };

  const seek = async (made, { phrases, words, spread, most }, filters, sort, exact) => {
    const term = run => run.length > 1 || han.test(run[0]) ? `"${rarest(run, exact ? Infinity : most, spread).join(" ")}"` : run[0];
    const terms = new Set([...phrases, ...words].flatMap(runs).map(term));
    const answers = await Promise.all([...terms].map(one => made.search(one, { filters, sort: sort ? { date: "desc" } : {} })));
    // Where in an article each first stands: its title, its summary and its captions are the beginning.
    const places = answers.map(({ results }) => new Map(results.map(({ id, words: [first = 0] }) => [id, first])));
    const place = ({ id }) => places.reduce((sum, each) => sum + each.get(id), 0);
    const found = (answers[0]?.results ?? []).filter(({ id }) => places.every(each => each.has(id)));
    const list = sort ? await byDate(found) : found.sort((a, b) => place(a) - place(b));
    return { list, counts: answers.find(one => one.results.length === list.length)?.filters };
  };

  // What stands in the article decides.
  const holds = (data, { phrases, words }) => {
    const text = squeeze(fold(data.content));
    return [...phrases, ...words].every(one => text.includes(squeeze(one)));
  };

  const asked = () => {
    const data = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
    const filters = Object.fromEntries(NARROW.filter(name => data[name]).map(name => [name, data[name]]));
    return { ...data, filters, address: `${form.getAttribute("action")}${Object.keys(data).length ? "?" : ""}${new URLSearchParams(data)}` };
  };

  // How many articles each choice would leave, the others being as they are; nothing where that is not known, as for years
  // while those of one are asked alone.
  const count = async (made, { year, ...filters }) => {
    const narrowed = year ? { year, ...filters } : filters, own = year ? { year: undefined } : {};
    await made?.filters();
    const counts = made && (await seek(made, query, narrowed)).counts;
    if (counts) for (const name of Object.keys(filters)) {
      const { [name]: _, ...others } = narrowed;
      own[name] = (await seek(made, query, others)).counts?.[name];
    }
    for (const [option, label] of labels) {
      const { name } = option.parentElement, some = name in own ? own[name] : counts?.[name];
      option.textContent = some ? `${label} (${some[option.value] ?? 0})` : label;
    }
  };

  // The passage that has most of what was asked for, and where in it that stands.
  const needles = ({ phrases, words }, text) => [...phrases, ...words].map(fold).flatMap(one => {
    if (text.includes(one) || one.length < 3) return [one];
    // Pagefind cuts a long word up: then two characters at a time.
    return Array.from({ length: one.length - 1 }, (_, n) => one.slice(n, n + 2)).filter(two => text.includes(two));
  });
  const spots = (text, some) => {
    const made = [];
    for (const one of some) for (let at = text.indexOf(one); at >= 0; at = text.indexOf(one, at + one.length)) made.push([at, at + one.length, one]);
    return made.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  };
  const marked = (text, all) => {
    const made = [];
    let at = 0;
    for (const [from, to] of all) {
      if (to <= at) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(Math.max(from, at), to);
      made.push(text.slice(at, Math.max(from, at)), mark);
      at = to;
    }
    return [...made, text.slice(at)];
  };
  const passage = (text, query) => {
    const low = fold(text), all = spots(low, needles(query, low));
    let best = 0, most = 0;
    all.forEach(([from], n) => {
      const kinds = new Set();
      for (let k = n; k < all.length && all[k][1] <= from + PASSAGE; k++) kinds.add(all[k][2]);
      if (kinds.size > most) [most, best] = [kinds.size, from];
    });
    // From the sentence's beginning where it is near.
    const before = text.slice(Math.max(0, best - 24), best), stop = Math.max(...[..."。！？；"].map(one => before.lastIndexOf(one)));
    const start = stop >= 0 ? best - before.length + stop + 1 : best > 24 ? best - 24 : 0, end = Math.min(text.length, start + PASSAGE + 24);
    const shown = all.filter(([from, to]) => from >= start && to <= end).map(([from, to]) => [from - start, to - start]);
    return [start && stop < 0 ? "…" : "", ...marked(text.slice(start, end).trimEnd(), shown), end < text.length ? "…" : ""];
  };

  // A text as it is written: no space beside a Chinese character or sign.
  const joined = text => text.replace(/(?<=[\u2000-\u206F\u2E80-\uFFEF]) +| +(?=[\u2000-\u206F\u2E80-\uFFEF])/g, "");

  const item = (data, query) => {
    const made = row.cloneNode(true), one = selector => made.querySelector(selector);
    const { title: name, date, column } = data.meta, low = fold(name);
    one("a").href = data.url;
    one("a").append(...marked(name, spots(low, needles(query, low))));
    const text = joined(data.content.split("\u241E")[0]);
    one(".search-passage").append(...passage(text.startsWith(name) ? text.slice(name.length).replace(/^[.\s]+/, "") : text, query));
    const when = document.createElement("time"), where = document.createElement("span");
    when.dateTime = when.textContent = date;
    where.textContent = column ?? "";
    one(".search-meta").append(when, " ", where);
    return made;
  };

  // ``reach`` is what is still to be asked: the step that ``list`` is of, then others.
  let turn = 0, query, now, reach = [], whole = false, list = [], waiting = [], at = 0, kept = 0, shown = 0;
  const say = (text, values = {}) => status.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Asks parts, by some characters or all; what was looked through already stays where it is.
  const propose = async (mine, next = reach, exact = whole) => {
    const [{ ask }] = next, answer = ask.length ? await seek(await open(ask), query, now.filters, now.sort, exact) : { list: [] };
    if (mine !== turn) return;
    // Only now: where it could not be asked, it still is to be.
    [reach, whole] = [next, exact];
    const before = list.slice(0, at), seen = new Set(before.map(({ id }) => id));
    list = [...before, ...answer.list.filter(({ id }) => !seen.has(id))];
  };

  // Looks through what is proposed until so many more are shown, and so many steps further; and one step of its own accord
  // where nothing was found of what does not stand everywhere, or where that step is the last.
  const add = async (upTo, mine, onward) => {
    const before = shown, good = [];
    for (let wrong = 0, own = !query.plain; kept < upTo || at < list.length && list.length <= FEW;) {
      if (at >= list.length) {
        if (reach.length === 1) break;
        if (onward) onward--;
        else if (own && (!kept || reach.length === 2)) own = false;
        else break;
        await propose(mine, reach.slice(1));
      } else if (wrong >= ENOUGH && !whole) {
        // What was asked for of the words is common: now all of it.
        await propose(mine, reach, true);
      } else {
        const some = await Promise.all(list.slice(at, at + EACH).map(one => one.data()));
        if (mine !== turn) return;
        const right = some.filter(data => holds(data, query));
        at += some.length;
        kept += right.length;
        wrong = right.length ? 0 : wrong + some.length;
        good.push(...right);
      }
      if (mine !== turn) return;
    }
    waiting.push(...good);
    const ready = waiting.splice(0, upTo - shown);
    // What was found before stays until then: nothing flickers while somebody types.
    if (!before) results.replaceChildren();
    results.append(...ready.map(data => item(data, query)));
    shown += ready.length;
    const all = list.length - (at - kept), last = reach.length === 1, sure = last && at >= list.length;
    more.hidden = !waiting.length && sure;
    more.textContent = shown ? further : words.older;
    ways.hidden = shown > 0 || !sure;
    const told = sure ? all === 1 ? words.one : words.many : last ? words.about : words.lately;
    say(!shown ? sure ? words.none : words.notYet : told + (more.hidden ? "" : words.shown), { count: all, shown, looked: reach[0].looked });
    history.replaceState({ shown }, "");
    return results.children[before];
  };

  const begin = () => {
    more.hidden = true;
    list = [];
    waiting = [];
    at = kept = shown = 0;
    whole = false;
  };
  const clear = () => {
    begin();
    results.replaceChildren();
    ways.hidden = false;
  };

  const search = async (upTo = EACH) => {
    const mine = ++turn;
    now = asked();
    document.title = now.q ? `${now.q} – ${title}` : title;
    query = parse(now.q ?? "");
    if (!query.phrases.length && !query.words.length) {
      clear();
      say("");
      found.ariaBusy = false;
      return;
    }
    found.ariaBusy = true;
    // Only what takes its time is told of.
    const wait = setTimeout(() => mine === turn && say(words.busy), 400);
    try {
      await table(now.q);
      const parts = await listed();
      if (mine !== turn) return;
      query = { phrases: query.phrases.map(fold), words: query.words.map(fold), most: MOST };
      const asking = await steps(query, parts, now.filters);
      if (mine !== turn) return;
      reach = asking;
      begin();
      await propose(mine);
      // As many as there were when the reader left.
      await add(upTo, mine, upTo > EACH ? Infinity : 0);
      clearTimeout(wait);
      if (mine !== turn) return;
      // Pagefind is silent about what it could not fetch, and finds nothing in it.
      if (!kept) await fetch(form.dataset.parts, { method: "HEAD", cache: "no-store" });
      const [{ ask }] = reach, all = ask.length && reach.length === 1 && kept === at;
      await count(all ? await open(ask) : undefined, now.filters);
    } catch (error) {
      if (mine !== turn) return;
      clear();
      say(error.message === "404" ? words.absent : words.failed);
    } finally {
      clearTimeout(wait);
      if (mine === turn) found.ariaBusy = false;
    }
  };

  // The address is what the form says. What is typed changes it as it goes; what is asked for is kept for Back.
  let typing = false, composing = false, wait;
  const note = settled => {
    const { address } = asked();
    if (address !== location.pathname + location.search) history[typing ? "replaceState" : "pushState"](null, "", address);
    typing = !settled;
  };
  const take = () => {
    const given = new URLSearchParams(location.search);
    for (const one of form.elements) {
      if (one.type === "checkbox") one.checked = given.get(one.name) === one.value;
      else if (one.name) one.value = given.get(one.name) ?? "";
      if (one.selectedIndex === -1) one.value = "";
    }
    typing = false;
    search(history.state?.shown || EACH);
  };

  form.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(wait);
  });
  form.addEventListener("compositionend", () => {
    composing = false;
    typed();
  });
  const typed = () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      note(false);
      search();
    }, 300);
  };
  form.addEventListener("input", event => {
    if (event.target.name === "q" && !composing) typed();
  });
  const ask = () => {
    clearTimeout(wait);
    note(true);
    search();
  };
  form.addEventListener("change", event => {
    if (event.target.name !== "q") ask();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (!composing) ask();
  });
  more.addEventListener("click", async () => {
    const mine = turn;
    found.ariaBusy = true;
    const first = await add(shown + EACH, mine, 1).catch(() => void say(words.failed));
    if (mine !== turn) return;
    found.ariaBusy = false;
    (first ?? results.lastElementChild)?.querySelector("a").focus();
  });
  addEventListener("popstate", take);
  take();
}
