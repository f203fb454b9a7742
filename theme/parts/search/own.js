// Search: Pagefind finds, this asks and shows. Nothing of Pagefind is fetched before somebody searches.
// What the index says is put in as text, never as markup.
{
  const form = document.querySelector("form.search"), found = document.querySelector(".search-found");
  const part = name => found.querySelector(`[data-part=${name}]`);
  const [results, ways] = ["results", "ways"].map(part);
  const status = found.querySelector("[role=status]"), more = found.querySelector("[data-do=more]");
  const row = found.querySelector("template").content;
  const words = status.dataset, title = document.title;
  const NARROW = ["section", "column", "unit", "year", "pictures"], EACH = 10, FEW = 20, ENOUGH = 20, PASSAGE = 90;
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
  const UNKNOWN = "und", root = document.documentElement;
  let opening, order;
  const open = () => opening ??= (async () => {
    const answer = await fetch(form.dataset.parts);
    if (!answer.ok) throw new Error(answer.status);
    const { parts } = await answer.json();
    if (!parts.length) return null;
    const { createInstance } = await import(parts[0].path);
    const [first, ...others] = parts.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
    const { lang } = root;
    root.lang = UNKNOWN;
    const made = createInstance({ basePath: first });
    root.lang = lang;
    await Promise.all(others.map(path => made.mergeIndex(path, { language: UNKNOWN })));
    await made.filters();
    return made;
  })().catch(error => {
    opening = null;
    throw error;
  });

  // Several parts are put in the order of their scores, whatever was asked for; without words all scores are one.
  const byDate = async made => order ??= new Map((await made.search(null, { sort: { date: "desc" } })).results.map(({ id }, n) => [id, n]));

  // In the index each Chinese character is a word, and what stands together a phrase. The first few tell nearly always, and
  // each costs its share of every part of the index.
  const MOST = 4;
  const runs = one => {
    const made = [[]];
    for (const piece of one.replace(/\p{Script=Han}/gu, " $& ").split(/\s+/)) {
      if (/[\p{L}\p{N}]/u.test(piece)) made.at(-1).push(piece.replace(/"/g, ""));
      else if (piece) made.push([]);
    }
    return made.filter(run => run.length);
  };
  const seek = async (made, { phrases, words }, filters, sort, most = MOST) => {
    const term = run => run.length > 1 || han.test(run[0]) ? `"${run.slice(0, most).join(" ")}"` : run[0];
    const terms = new Set([...phrases, ...words].flatMap(runs).map(term));
    const answers = await Promise.all([...terms].map(one => made.search(one, { filters })));
    // Where in an article each first stands: its title, its summary and its captions are the beginning.
    const places = answers.map(({ results }) => new Map(results.map(({ id, words: [first = 0] }) => [id, first])));
    const place = sort ? await byDate(made) : { get: id => places.reduce((sum, each) => sum + each.get(id), 0) };
    const list = (answers[0]?.results ?? []).filter(({ id }) => places.every(each => each.has(id)));
    list.sort((a, b) => place.get(a.id) - place.get(b.id));
    const counts = answers.find(one => one.results.length === list.length)?.filters;
    return { list, counts };
  };

  // What stands in the article decides.
  const squeeze = text => text.replace(/\s+/g, "");
  const holds = (data, { phrases, words }) => {
    const text = squeeze(fold(data.content));
    return [...phrases, ...words].every(one => text.includes(squeeze(one)));
  };

  const asked = () => {
    const data = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
    const filters = Object.fromEntries(NARROW.filter(name => data[name]).map(name => [name, data[name]]));
    return { ...data, filters, address: `${form.getAttribute("action")}${Object.keys(data).length ? "?" : ""}${new URLSearchParams(data)}` };
  };

  // How many articles each choice would leave, the others being as they are; nothing where that is not known.
  const count = async (made, query, filters, counts) => {
    const own = {};
    if (counts) for (const name of Object.keys(filters)) {
      const { [name]: _, ...others } = filters;
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

  let turn = 0, list = [], waiting = [], query, at = 0, kept = 0, shown = 0, again;
  const say = (text, values = {}) => status.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Looks through what is proposed until so many more are shown.
  const add = async (upTo, mine) => {
    const first = shown, good = [];
    for (let wrong = 0; at < list.length && (kept < upTo || list.length <= FEW);) {
      const some = await Promise.all(list.slice(at, at + EACH).map(one => one.data()));
      if (mine !== turn) return;
      const right = some.filter(data => holds(data, query));
      at += some.length;
      kept += right.length;
      wrong = right.length ? 0 : wrong + some.length;
      good.push(...right);
      if (wrong >= ENOUGH && again) {
        // The beginning of what was asked for is common: now all of it.
        const whole = await again(), seen = new Set(list.slice(0, at).map(({ id }) => id));
        if (mine !== turn) return;
        again = null;
        list = [...list.slice(0, at), ...whole.list.filter(({ id }) => !seen.has(id))];
      }
    }
    waiting.push(...good);
    const now = waiting.splice(0, upTo - shown);
    results.append(...now.map(data => item(data, query)));
    shown += now.length;
    more.hidden = !waiting.length && at >= list.length;
    ways.hidden = shown > 0;
    const all = list.length - (at - kept), sure = at >= list.length;
    say(!shown ? words.none : (sure ? all === 1 ? words.one : words.many : words.about) + (more.hidden ? "" : words.shown), { count: all, shown });
    history.replaceState({ shown }, "");
    return results.children[first];
  };

  const clear = () => {
    results.replaceChildren();
    more.hidden = true;
    ways.hidden = false;
    list = [];
    waiting = [];
    at = kept = shown = 0;
  };

  const search = async (upTo = EACH) => {
    const mine = ++turn, now = asked();
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
      query = { phrases: query.phrases.map(fold), words: query.words.map(fold) };
      const made = await open();
      const answer = made ? await seek(made, query, now.filters, now.sort) : { list: [] };
      // Pagefind is silent about what it could not fetch, and finds nothing in it.
      if (!answer.list.length) await fetch(form.dataset.parts, { method: "HEAD", cache: "no-store" });
      if (mine !== turn) return;
      clear();
      list = answer.list;
      again = () => seek(made, query, now.filters, now.sort, Infinity);
      await add(upTo, mine);
      if (made && mine === turn) await count(made, query, now.filters, kept === at && answer.counts);
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
    search(history.state?.shown);
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
    const first = await add(shown + EACH, turn).catch(() => say(words.failed));
    (first ?? results.lastElementChild)?.querySelector("a").focus();
  });
  addEventListener("popstate", take);
  take();
}
