// Searches beside the register's: each gets the same pupils (name, identity number, village) and is asked key by key.
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { match, pinyin } from "pinyin-pro";

const MOST = 500;

export const SEARCHES = [
  {
    name: "MiniSearch",
    build(pupils) {
      this.index = new MiniSearch({ fields: ["name", "id_no", "village"], storeFields: [], tokenize: (text) => [...text] });
      this.index.addAll(pupils.map((pupil, id) => ({ id, ...pupil })));
    },
    find(text) {
      return this.index.search(text, { prefix: true, combineWith: "AND" }).slice(0, MOST);
    },
  },
  {
    name: "Fuse.js",
    build(pupils) {
      this.index = new Fuse(pupils, { keys: ["name", "id_no", "village"], threshold: 0.2, ignoreLocation: true });
    },
    find(text) {
      return this.index.search(text, { limit: MOST });
    },
  },
  {
    name: "pinyin-pro, matching as one types",
    build(pupils) {
      this.pupils = pupils;
    },
    find(text) {
      return this.pupils.filter((pupil) => match(pupil.name, text) || pupil.id_no.includes(text) || pupil.village.includes(text)).slice(0, MOST);
    },
  },
  {
    name: "pinyin-pro’s initials computed beforehand, linear scan",
    build(pupils) {
      this.pupils = pupils.map((pupil) => [pupil, pinyin(pupil.name, { pattern: "first", toneType: "none", type: "array" }).join("")]);
    },
    find(text) {
      const found = [];
      for (const [pupil, initials] of this.pupils) {
        if (initials.includes(text) || pupil.name.includes(text) || pupil.id_no.includes(text) || pupil.village.includes(text)) found.push(pupil);
        if (found.length === MOST) break;
      }
      return found;
    },
  },
];
