// A page is right for the day it was built on. Where a day has passed since, in the zone of the site, this turns its
// blocks of today, by the rules that the build goes by. Whatever goes wrong, the page stays as it was built.
{
  const two = number => String(number).padStart(2, "0");
  const plus = (day, days) => new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);
  const round = years => years > 0 && years % 5 === 0;
  const weight = one => one.importance * 5 + (round(one.years) ? (one.years % 10 ? 5 : 10) : 0);
  // English is set as in Britain: the day before the month.
  const say = (day, how) => new Intl.DateTimeFormat(
    document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang, { timeZone: "UTC", ...how }
  ).format(new Date(day));

  const now = zone => {
    const how = { timeZone: zone, calendar: "gregory", numberingSystem: "latn", year: "numeric", month: "2-digit", day: "2-digit" };
    const part = Object.fromEntries(new Intl.DateTimeFormat("en", how).formatToParts(new Date()).map(one => [one.type, one.value]));
    return `${part.year}-${part.month}-${part.day}`;
  };

  // The days of the year kept on a date: on 28 February of a common year the 29th too.
  const kept = date => {
    const day = date.slice(5);
    return day === "02-28" && plus(date, 1).slice(5) !== "02-29" ? [day, "02-29"] : [day];
  };

  const held = (month, date, almanac) => {
    const days = kept(date), year = Number(date.slice(0, 4));
    const entries = days.flatMap(day => (month.days[day.slice(3)]?.entries ?? []).map(one => ({
      ...one, day, years: one.circa ? 0 : Math.max(0, year - one.year), leap: days.length > 1 && day === "02-29"
    })));
    const articles = almanac ? [] : days.flatMap(day => month.days[day.slice(3)]?.articles ?? []);
    return {
      date,
      entries: entries.filter(one => !almanac || one.almanac === almanac)
        .sort((a, b) => a.year - b.year || (a.day + a.id < b.day + b.id ? -1 : 1)),
      articles: articles.filter(one => one.year < year)
    };
  };

  // Today, or the next day that has an entry.
  const find = async (get, today, { almanac, months }) => {
    for (let date = today, tries = 3; tries--;) {
      const number = Number(date.slice(5, 7)), month = await get(`${months}${two(number)}.json`);
      for (; Number(date.slice(5, 7)) === number; date = plus(date, 1)) {
        const found = held(month, date, almanac);
        if (found.entries.length || (found.articles.length && date === today)) return { ...found, names: month.almanacs };
      }
      const next = month.next[almanac];
      if (!next) return;
      date = `${Number(date.slice(0, 4)) + (next <= number && number < 12)}-${two(next)}-01`;
    }
  };

  // A copy of a model with its parts filled; a part without a value goes.
  const copy = (model, values) => {
    const made = model.content.firstElementChild.cloneNode(true);
    for (const part of made.querySelectorAll("[data-part]")) {
      const value = values[part.dataset.part];
      const words = (value === 1 && part.dataset.one) || part.textContent;
      if (value === undefined) part.remove();
      else if (value !== true) part.textContent = words.includes("{n}") ? words.replace("{n}", value) : value;
    }
    return made;
  };

  const show = (block, { date, entries, articles, names }, today) => {
    const part = name => block.querySelector(`[data-part=${name}]`);
    const { almanac, months, shown, past } = block.dataset;
    const best = [...entries].sort((a, b) => weight(b) - weight(a)).slice(0, Number(shown) || undefined);
    const list = part("entries"), model = part("entry-model");
    // Where the new day has less to tell, what stands beneath does not jump up under the reader's eyes.
    block.style.minBlockSize = `${block.getBoundingClientRect().height}px`;
    list.replaceChildren(...entries.filter(one => best.includes(one)).map(one => {
      const made = copy(model, {
        year: one.year_label, title: one.title, link: true, almanac: names[one.almanac], leap: one.leap || undefined,
        [round(one.years) ? "round" : "ago"]: one.years || undefined
      });
      made.querySelector("[data-part=link]").href = one.url;
      return made;
    }), model);
    part("day").textContent = say(date, { month: "long", day: "numeric" });
    part("day").href = `${months}../${almanac && `${almanac}/`}${date.slice(5)}/`;
    part("note").hidden = date === today;
    part("past").hidden = !articles.length;
    part("past-list").replaceChildren(...articles.slice(0, Number(past) || undefined).map(one => {
      const made = copy(part("past-model"), { year: one.year_label, title: one.title });
      made.querySelector("a").href = one.url;
      return made;
    }));
    Object.assign(block.dataset, { day: date.slice(5), year: Number(date.slice(0, 4)), built: today });
  };

  const busy = new WeakSet();
  const check = () => {
    const asked = new Map();
    const get = url => asked.get(url) ?? asked.set(url, fetch(url).then(answer => answer.json())).get(url);
    document.querySelectorAll("[data-do=on-this-day]").forEach(async block => {
      if (busy.has(block)) return;
      busy.add(block);
      try {
        const today = now(block.dataset.zone);
        // A clock that is behind the build is wrong.
        if (!block.dataset.months || today <= block.dataset.built) return;
        const found = await find(get, today, block.dataset);
        if (!found) return;
        // A block that shows all articles takes them from the days' own data: a month has the newest alone.
        if (block.dataset.past === "0" && found.articles.length) {
          const days = await Promise.all(kept(found.date).map(day => get(`${block.dataset.months}../${day}.json`)));
          const before = Number(found.date.slice(0, 4));
          found.articles = days.flatMap(day => day.articles).filter(one => one.year < before);
        }
        show(block, found, today);
        const date = document.querySelector("[data-part=today]");
        if (date) {
          date.dateTime = today;
          date.textContent = `${say(today, { dateStyle: "long" })} ${say(today, { weekday: "long" })}`;
        }
      } catch { /* offline, say: as above */ } finally { busy.delete(block); }
    });
  };

  addEventListener("DOMContentLoaded", check);
  // A page may be kept and come back, or stay open over midnight.
  addEventListener("pageshow", check);
  document.addEventListener("visibilitychange", () => document.hidden || check());
}
